package cn.citybrain.parking.onboarding.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnboardingTest
class ReceivingAccountsTest {

    @Autowired
    Merchants merchants;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Merchant merchant;

    @BeforeEach
    void aNewCompany() {
        merchant = TestMerchants.add(merchants);
    }

    @Test
    void keepsTheNumberEncryptedAndShowsItsEnd() {
        ReceivingAccount account = accounts.open(merchant.id(), "wechatpay", no("1"), "571900123410801");

        assertThat(account.accountNumberMasked()).isEqualTo("**** 0801");
        assertThat(account.state()).isEqualTo(AccountState.APPLYING);
        assertThat(account.tenantId()).isEqualTo(merchant.tenantId());
        assertThat(jdbc.sql("SELECT account_number || active_key FROM receiving_account WHERE id = ?")
                        .param(account.id())
                        .query(String.class)
                        .single())
                .doesNotContain("571900123410801");
    }

    @Test
    void refusesTheSameNumberAtTheSameChannelAndNamesTheOtherApplication() {
        accounts.open(merchant.id(), "wechatpay", no("1"), "571900123410801");

        assertThatThrownBy(() -> accounts.open(merchant.id(), "wechatpay", no("2"), "571900123410801"))
                .isInstanceOf(DuplicateAccount.class)
                .hasMessageContaining(no("1"));
    }

    @Test
    void allowsASecondAccountAnotherChannelAndAnotherCompany() {
        accounts.open(merchant.id(), "wechatpay", no("1"), "571900123410801");
        accounts.open(merchant.id(), "wechatpay", no("2"), "571900123410802");
        accounts.open(merchant.id(), "unionpay", no("3"), "571900123410801");
        accounts.open(TestMerchants.add(merchants).id(), "wechatpay", no("4"), "571900123410801");

        assertThat(accounts.ofMerchant(merchant.id())).hasSize(3);
    }

    @Test
    void takesACorrectedNumberForTheSameApplication() {
        ReceivingAccount first = accounts.open(merchant.id(), "wechatpay", no("1"), "571900123410801");
        ReceivingAccount corrected = accounts.open(merchant.id(), "wechatpay", no("1"), "571900123410802");

        assertThat(corrected.id()).isEqualTo(first.id());
        assertThat(corrected.accountNumberMasked()).isEqualTo("**** 0802");
        assertThat(accounts.holder(merchant.id(), "wechatpay", "571900123410801"))
                .isEmpty();
    }

    @Test
    void freesTheNumberWhenTheApplicationIsClosedButNotWhenItIsLive() {
        accounts.open(merchant.id(), "wechatpay", no("1"), "571900123410801");
        accounts.close(no("1"));
        ReceivingAccount second = accounts.open(merchant.id(), "wechatpay", no("2"), "571900123410801");
        accounts.activate(no("2"), "1900000111");
        accounts.markLive(second.id());
        accounts.close(no("2"));

        assertThat(accounts.byApplication(no("1")).orElseThrow().state()).isEqualTo(AccountState.CLOSED);
        assertThat(accounts.byId(second.id()).orElseThrow().state()).isEqualTo(AccountState.LIVE);
        assertThatThrownBy(() -> accounts.open(merchant.id(), "wechatpay", no("3"), "571900123410801"))
                .isInstanceOf(DuplicateAccount.class)
                .hasMessageContaining(no("2"));
    }

    @Test
    void goesLiveOnceAndOnlyWhenTheChannelOpenedIt() {
        ReceivingAccount account = accounts.open(merchant.id(), "wechatpay", no("1"), "571900123410801");

        assertThat(accounts.markLive(account.id())).isFalse();
        accounts.activate(no("1"), "1900000111");
        accounts.activate(no("1"), "1900000111");
        assertThat(accounts.markLive(account.id())).isTrue();
        assertThat(accounts.markLive(account.id())).isFalse();
        assertThatThrownBy(() -> accounts.activate(no("1"), "1900000222")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsOneOfManySimultaneousApplicationsHaveTheNumber() throws Exception {
        int threads = 6;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<Boolean>> results = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            String no = no("c" + i);
            Callable<Boolean> attempt = () -> {
                together.await();
                return opens(no);
            };
            results.add(pool.submit(attempt));
        }
        int opened = 0;
        for (Future<Boolean> result : results) {
            opened += result.get() ? 1 : 0;
        }
        pool.shutdown();

        assertThat(opened).isEqualTo(1);
        assertThat(accounts.ofMerchant(merchant.id())).hasSize(1);
    }

    /** In a transaction of its own, as a caller would have it. */
    private boolean opens(String no) {
        try {
            transaction.executeWithoutResult(tx -> accounts.open(merchant.id(), "wechatpay", no, "571900123410899"));
            return true;
        } catch (DuplicateAccount e) {
            assertThat(e.otherApplicationNo()).isNotEqualTo(no);
            return false;
        }
    }

    private String no(String suffix) {
        return "M" + merchant.id() + "A" + suffix;
    }
}
