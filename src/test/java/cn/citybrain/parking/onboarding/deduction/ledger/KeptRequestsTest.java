package cn.citybrain.parking.onboarding.deduction.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.charge.SentRequest;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.KeptRequest;
import cn.citybrain.parking.onboarding.deduction.TestBench;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnboardingTest
class KeptRequestsTest {

    private static final byte[] BODY = {(byte) 0xc3, (byte) 0x28, 0, '{', '}'};

    @Autowired
    ApplicationContext context;

    @Autowired
    KeptRequests kept;

    @Autowired
    JdbcClient jdbc;

    TestBench bench;
    LotBinding binding;
    Deduction deduction;

    @BeforeEach
    void charged() {
        bench = new TestBench(context);
        binding = bench.underTest();
        Bill bill = bench.passed(binding);
        bench.deductions.advance(binding.id(), bill.id());
        deduction = bench.deduction(bill);
    }

    @AfterEach
    void reset() {
        bench.clock.reset();
    }

    @Test
    void keepsEveryAttemptToTheByteAndInOrder() {
        SentRequest first = request(deduction.outTradeNo(), "first");
        SentRequest second = request(deduction.outTradeNo(), "second");
        kept.keep(first);
        kept.keep(second);
        List<KeptRequest> all = kept.of(binding.id());
        assertThat(all).extracting(KeptRequest::at).containsOnly(bench.clock.instant());
        assertThat(all).extracting(each -> each.request().body()).containsExactly(BODY, BODY);
        assertThat(all)
                .extracting(each -> List.copyOf(each.request().headers().entrySet()))
                .containsExactly(
                        List.copyOf(first.headers().entrySet()),
                        List.copyOf(second.headers().entrySet()));
        assertThat(all.get(0).request().target()).isEqualTo("/v3/pay?a=1");
        assertThat(all.get(0).request().method()).isEqualTo("POST");
    }

    @Test
    void findsThoseOfRefundsAndOfNoOtherLot() {
        bench.refunds.request(deduction.id(), "boss", "测试款退回");
        String refund = bench.refunds.of(deduction.id()).get(0).outRefundNo();
        kept.keep(request(deduction.outTradeNo(), "x"));
        kept.keep(request(refund, "x"));
        kept.keep(request("T" + deduction.outTradeNo().substring(1) + "9", "x"));
        assertThat(kept.of(binding.id()))
                .extracting(each -> each.request().number())
                .containsExactly(deduction.outTradeNo(), refund);
        assertThat(kept.of(bench.underTest().id())).isEmpty();
    }

    @Test
    void survivesTheEndOfTheCallersTransaction() {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(tx -> {
            kept.keep(request(deduction.outTradeNo(), "x"));
            tx.setRollbackOnly();
        });
        assertThat(kept.of(binding.id())).hasSize(1);
    }

    @Test
    void isUnreadableOnTheDisk() {
        kept.keep(request(deduction.outTradeNo(), "very-telling"));
        byte[] stored = jdbc.sql("SELECT request FROM sent_request WHERE number = ?")
                .param(deduction.outTradeNo())
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("very-telling", "/v3/pay");
    }

    private static SentRequest request(String number, String signature) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", "api.example");
        headers.put("Authorization", "X signature=\"" + signature + "\"");
        headers.put("Accept", "application/json");
        return new SentRequest(number, "POST", "/v3/pay?a=1", headers, BODY);
    }
}
