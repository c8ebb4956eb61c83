package cn.citybrain.parking.onboarding.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnboardingTest
class LotBindingsTest {

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    LotBindings bindings;

    Merchant merchant;
    ParkingLot first;
    ParkingLot second;

    @BeforeEach
    void aCompanyWithTwoLotsAndAnOpenAccount() {
        merchant = TestMerchants.add(merchants);
        first = TestMerchants.addLot(lots, merchant);
        second = TestMerchants.addLot(lots, merchant);
        openAccount("a");
    }

    @Test
    void freezesTheLotsInTheirOrder() {
        List<LotBinding> bound = bindings.bind(no("a"), List.of(second.code(), first.code()));

        assertThat(bound).extracting(LotBinding::lotCode).containsExactly(second.code(), first.code());
        assertThat(bound).extracting(LotBinding::position).containsExactly(0, 1);
        assertThat(bound).allSatisfy(binding -> {
            assertThat(binding.state()).isEqualTo(BindingState.CONFIGURED);
            assertThat(binding.tenantId()).isEqualTo(merchant.tenantId());
            assertThat(binding.channelReference()).isEmpty();
        });
        assertThat(bindings.idAt(no("a"), 1)).isEqualTo(bound.get(1).id());
    }

    @Test
    void bindsTheSameLotsOnceAndRefusesOthersAfterwards() {
        List<LotBinding> bound = bindings.bind(no("a"), List.of(first.code()));

        assertThat(bindings.bind(no("a"), List.of(first.code()))).isEqualTo(bound);
        assertThatThrownBy(() -> bindings.bind(no("a"), List.of(first.code(), second.code())))
                .isInstanceOf(BindingRefused.class)
                .hasMessageContaining(first.code());
    }

    @Test
    void refusesForeignLotsNamingThem() {
        ParkingLot foreign = TestMerchants.addLot(lots, TestMerchants.add(merchants));

        assertThatThrownBy(() -> bindings.bind(no("a"), List.of(foreign.code())))
                .isInstanceOf(BindingRefused.class)
                .hasMessageContaining(foreign.code())
                .hasMessageContaining("不属于本公司");
    }

    @Test
    void refusesALotThatIsBoundElsewhereAndBindsNoneOfTheList() {
        openAccount("b");
        bindings.bind(no("a"), List.of(second.code()));

        assertThatThrownBy(() -> bindings.bind(no("b"), List.of(first.code(), second.code())))
                .isInstanceOf(BindingRefused.class)
                .hasMessageContaining(second.name())
                .hasMessageContaining("正在该渠道接入中")
                .hasMessageContaining(no("a"));
        assertThat(bindings.ofApplication(no("b"))).isEmpty();
        assertThat(bindings.obstacle(second.code(), "unionpay", no("b"))).isEmpty();
    }

    @Test
    void refusesEmptyAndDoubledListsAndAccountsThatAreNotOpen() {
        accounts.open(merchant.id(), "wechatpay", no("c"), "57190000c");

        assertThatThrownBy(() -> bindings.bind(no("a"), List.of())).hasMessageContaining("至少选择一个");
        assertThatThrownBy(() -> bindings.bind(no("a"), List.of(first.code(), first.code())))
                .hasMessageContaining("两次");
        assertThatThrownBy(() -> bindings.bind(no("c"), List.of(first.code()))).hasMessageContaining("尚未开通");
        assertThatThrownBy(() -> bindings.bind("WX0", List.of(first.code()))).hasMessageContaining("还没有收款账户");
    }

    @Test
    void reachesLiveThroughTestingOnly() {
        long id = bindings.bind(no("a"), List.of(first.code())).get(0).id();

        assertThatThrownBy(() -> bindings.live(id, TestClock.START)).isInstanceOf(IllegalStateException.class);
        bindings.pending(id, "AUDIT1");
        assertThatThrownBy(() -> bindings.testing(id)).isInstanceOf(IllegalStateException.class);
        bindings.registered(id, "AUDIT1", "LOT1");
        assertThatThrownBy(() -> bindings.live(id, TestClock.START)).isInstanceOf(IllegalStateException.class);
        bindings.testing(id);
        bindings.live(id, TestClock.START);

        LotBinding live = bindings.byId(id).orElseThrow();
        assertThat(live.state()).isEqualTo(BindingState.LIVE);
        assertThat(live.liveAt()).isEqualTo(TestClock.START);
        assertThat(live.channelReference()).isEqualTo("AUDIT1");
        assertThat(live.channelLotId()).isEqualTo("LOT1");
    }

    @Test
    void neverWithdrawsALiveLot() {
        long id = liveBinding("a", first);

        assertThatThrownBy(() -> bindings.withdrawn(id)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bindings.requestWithdrawal(id, "op", "不用了")).isInstanceOf(IllegalStateException.class);
        assertThat(bindings.byId(id).orElseThrow().state()).isEqualTo(BindingState.LIVE);
    }

    @Test
    void freesAWithdrawnLotForAnotherAccount() {
        openAccount("b");
        long id = bindings.bind(no("a"), List.of(first.code())).get(0).id();
        bindings.requestWithdrawal(id, "op", "换账户");
        bindings.requestWithdrawal(id, "supervisor", "另一个原因");
        bindings.withdrawn(id);

        assertThat(bindings.withdrawalRequested(id)).isTrue();
        assertThat(bindings.byId(id).orElseThrow().withdrawalReason()).isEqualTo("换账户");
        assertThat(bindings.bind(no("b"), List.of(first.code()))).hasSize(1);
        assertThat(bindings.of(first.code()))
                .extracting(LotBinding::applicationNo)
                .containsExactly(no("b"), no("a"));
    }

    @Test
    void addsALotToAnOpenAccountLater() {
        liveBinding("a", first);

        LotBinding added = bindings.add(no("a"), second.code());

        assertThat(added.position()).isEqualTo(1);
        assertThatThrownBy(() -> bindings.add(no("a"), second.code())).isInstanceOf(BindingRefused.class);
    }

    @Test
    void bringsBackALotThatWasGivenUpWithABindingOfItsOwn() {
        long former = bindings.bind(no("a"), List.of(first.code(), second.code()))
                .get(1)
                .id();
        assertThatThrownBy(() -> bindings.add(no("a"), second.code())).hasMessageContaining("不能重复配置");
        bindings.requestWithdrawal(former, "op", "停业");
        assertThatThrownBy(() -> bindings.add(no("a"), second.code()))
                .isInstanceOf(BindingRefused.class)
                .hasMessageContaining(second.name())
                .hasMessageContaining("撤回还在办理");
        bindings.withdrawn(former);

        LotBinding back = bindings.add(no("a"), second.code());

        assertThat(back.position()).isEqualTo(2);
        assertThat(back.state()).isEqualTo(BindingState.CONFIGURED);
        assertThat(back.withdrawalRequestedAt()).isNull();
        assertThat(bindings.byId(former).orElseThrow().state()).isEqualTo(BindingState.WITHDRAWN);
        assertThat(bindings.of(second.code())).extracting(LotBinding::id).containsExactly(back.id(), former);
        assertThatThrownBy(() -> bindings.add(no("a"), second.code())).hasMessageContaining("正在该渠道接入中");
    }

    private long liveBinding(String suffix, ParkingLot lot) {
        long id = bindings.bind(no(suffix), List.of(lot.code())).get(0).id();
        bindings.registered(id, "AUDIT", "LOT");
        bindings.testing(id);
        bindings.live(id, TestClock.START);
        return id;
    }

    private void openAccount(String suffix) {
        accounts.open(merchant.id(), "wechatpay", no(suffix), "57190000" + suffix);
        accounts.activate(no(suffix), "1900000" + suffix);
    }

    private String no(String suffix) {
        return "B" + merchant.id() + suffix;
    }
}
