package cn.citybrain.parking.onboarding.channel.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import cn.citybrain.parking.onboarding.simulator.channel.book.Lot;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lots and refunds, adapter against simulator over HTTP. */
class LotsAndRefundsContractTest {

    private final SimulatedWechatPay wechat = SimulatedWechatPay.shared();

    private static LotRegistration known(LotRegistration lot, String reference) {
        return new LotRegistration(lot.bindingId(), lot.channelAccount(), lot.lot(), reference, "");
    }

    private String auditNo(LotState state) {
        assertThat(state).isInstanceOf(LotState.Pending.class);
        return ((LotState.Pending) state).reference();
    }

    @Test
    void aLotWaitsForItsAuditAndGetsANumber() {
        LotRegistration lot = wechat.lot("");
        String auditNo = auditNo(wechat.adapter.lots().register(lot));
        assertThat(wechat.adapter.lots().register(lot))
                .as("again is the same")
                .isEqualTo(new LotState.Pending(auditNo));
        assertThat(wechat.adapter.lots().state(lot)).as("lost answer").isEqualTo(new LotState.Pending(auditNo));
        assertThat(wechat.adapter.lots().state(known(lot, auditNo))).isEqualTo(new LotState.Pending(auditNo));

        Lot passed = wechat.desk.passLot(auditNo);
        assertThat(passed.name()).isEqualTo(lot.lotName());
        assertThat(wechat.adapter.lots().state(known(lot, auditNo)))
                .isEqualTo(new LotState.Registered(auditNo, passed.number()));
    }

    @Test
    void aRefusedLotSaysWhyAndCanBeRegisteredAgain() {
        LotRegistration lot = wechat.lot("");
        String auditNo = auditNo(wechat.adapter.lots().register(lot));
        wechat.desk.refuseLot(auditNo, "停车权属证明不清晰");
        assertThat(wechat.adapter.lots().withdraw(known(lot, auditNo))).isInstanceOf(Withdrawal.NotNeeded.class);
        assertThat(wechat.adapter.lots().state(known(lot, auditNo))).isEqualTo(new LotState.Refused("停车权属证明不清晰"));
        assertThat(auditNo(wechat.adapter.lots().register(lot))).isNotEqualTo(auditNo);
    }

    @Test
    void aLotCanBeWithdrawnMoreThanOnce() {
        LotRegistration lot = wechat.lot("");
        assertThat(wechat.adapter.lots().withdraw(lot)).isInstanceOf(Withdrawal.NotNeeded.class);
        LotRegistration registered = known(lot, auditNo(wechat.adapter.lots().register(lot)));
        assertThat(wechat.adapter.lots().withdraw(registered)).isEqualTo(new Withdrawal.Told());
        assertThat(wechat.adapter.lots().withdraw(registered)).isEqualTo(new Withdrawal.Told());
        assertThat(wechat.adapter.lots().state(registered)).isInstanceOf(LotState.Refused.class);

        LotRegistration passed = wechat.lot("");
        LotRegistration audited = known(passed, auditNo(wechat.adapter.lots().register(passed)));
        wechat.desk.passLot(audited.reference());
        assertThat(wechat.adapter.lots().withdraw(audited))
                .as("too late for a call")
                .isInstanceOfSatisfying(
                        ByHand.class, byHand -> assertThat(byHand.how()).contains(audited.reference()));
        assertThat(wechat.adapter.lots().state(audited)).isInstanceOf(LotState.Registered.class);
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, 401, SIGN_ERROR", "REFUSE, 500, SYSTEM_ERROR", "REFUSE, 429, RATE_LIMITED", "CUT, 0, ''"})
    void technicalFailuresAroundLotsAreTriedAgain(Kind kind, int status, String code) {
        LotRegistration lot = wechat.lot("");
        String ourId = "LOT" + lot.bindingId();
        wechat.desk.plan(Fault.once(WechatPayOperation.LOT_SUBMIT, kind)
                .answering(status, code, "")
                .matching(ourId));
        assertThatThrownBy(() -> wechat.adapter.lots().register(lot)).isInstanceOf(ChannelException.class);
        LotRegistration known = known(lot, auditNo(wechat.adapter.lots().register(lot)));

        wechat.desk.plan(Fault.once(WechatPayOperation.LOT_QUERY, kind)
                .answering(status, code, "")
                .matching(known.reference()));
        assertThatThrownBy(() -> wechat.adapter.lots().state(known)).isInstanceOf(ChannelException.class);
        wechat.desk.plan(Fault.once(WechatPayOperation.LOT_WITHDRAW, kind)
                .answering(status, code, "")
                .matching(ourId));
        assertThatThrownBy(() -> wechat.adapter.lots().withdraw(known)).isInstanceOf(ChannelException.class);
    }

    @Test
    void aMerchantThatIsNotOursIsRefusedInWords() {
        LotRegistration foreign =
                new LotRegistration(77, "1500000000", wechat.lot("").lot(), "", "");
        assertThat(wechat.adapter.lots().register(foreign))
                .isInstanceOfSatisfying(LotState.Refused.class, refused -> assertThat(refused.reason())
                        .contains("1500000000"));
    }

    // refunds

    private RefundOrder refund(DeductionOrder order, int amount) {
        return new RefundOrder(wechat.number("RF"), order, "", amount, 1500, "测试扣款退款");
    }

    private DeductionOrder charged() {
        DeductionOrder order = wechat.parked(wechat.plate());
        wechat.adapter.charges().deduct(order);
        return order;
    }

    private long refundsBooked(RefundOrder refund) {
        return wechat.server.part(Ledger.class).entries().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.REFUND)
                .filter(entry -> entry.tradeNo().equals(refund.outRefundNo()))
                .count();
    }

    @Test
    void moneyGoesBackOnce() {
        DeductionOrder order = charged();
        RefundOrder refund = refund(order, 1500);
        RefundResult result = wechat.adapter.charges().refund(refund);
        assertThat(result).isInstanceOf(RefundResult.Refunded.class);
        assertThat(wechat.adapter.charges().refund(refund)).isEqualTo(result);
        assertThat(wechat.adapter.charges().refundState(refund)).isEqualTo(result);
        assertThat(refundsBooked(refund)).isEqualTo(1);
        assertThat(wechat.adapter.charges().deduction(order))
                .as("charged, and given back since")
                .isInstanceOf(cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded.class);
    }

    @Test
    void aRefundUnderWayIsPendingUntilDecided() {
        RefundOrder refund = refund(charged(), 1500);
        wechat.desk.plan(
                Fault.once(WechatPayOperation.REFUND, Kind.DECIDE_LATER).matching(refund.outRefundNo()));
        assertThat(wechat.adapter.charges().refund(refund)).isEqualTo(new RefundResult.Pending());
        wechat.desk.decideRefund(refund.outRefundNo(), false);
        assertThat(wechat.adapter.charges().refundState(refund))
                .as("ABNORMAL: to be mended by people, under the same number")
                .isInstanceOfSatisfying(RefundResult.Pending.class, pending -> assertThat(pending.why())
                        .contains("服务商平台"));
        assertThat(refundsBooked(refund)).isZero();
    }

    @Test
    void moreThanWasChargedIsRefused() {
        DeductionOrder order = charged();
        assertThat(wechat.adapter.charges().refund(refund(order, 1000))).isInstanceOf(RefundResult.Refunded.class);
        assertThat(wechat.adapter.charges().refund(refund(order, 1000))).isInstanceOf(RefundResult.Failed.class);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, 500, SYSTEM_ERROR, 0",
        "REFUSE_UNSIGNED, 400, PARAM_ERROR, 0",
        "CUT, 0, '', 0",
        "DONE_THEN_CUT, 0, '', 1",
        "WRONG_SIGNATURE, 0, '', 1"
    })
    void anUnclearRefundIsUnknownAndSafeToSendAgain(Kind kind, int status, String code, int booked) {
        RefundOrder refund = refund(charged(), 1500);
        wechat.desk.plan(Fault.once(WechatPayOperation.REFUND, kind)
                .answering(status, code, "")
                .matching(refund.outRefundNo()));
        assertThat(wechat.adapter.charges().refund(refund)).isInstanceOf(RefundResult.Unknown.class);
        assertThat(refundsBooked(refund)).isEqualTo(booked);
        if (booked == 0) {
            assertThat(wechat.adapter.charges().refundState(refund)).isInstanceOf(RefundResult.Unknown.class);
        }
        assertThat(wechat.adapter.charges().refund(refund)).isInstanceOf(RefundResult.Refunded.class);
        assertThat(refundsBooked(refund)).isEqualTo(1);
    }
}
