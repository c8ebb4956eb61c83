package cn.citybrain.parking.onboarding.channel.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice.DeductionDecided;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.NeverSeen;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Pending;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement.NotSigned;
import cn.citybrain.parking.onboarding.channel.vehicle.Agreement.Signed;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult.Blocked;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult.Rejected;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.simulator.channel.book.Agreement;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import cn.citybrain.parking.onboarding.simulator.gateway.GatewayOperation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Vehicles and money over the gateway contract, adapter against simulator over HTTP. */
class GatewayMoneyContractTest {

    private final GatewayBench gateway = new GatewayBench(Channel.CITIZENCARD, Dialect.plain(Channel.CITIZENCARD));
    private final LotRegistration lot = gateway.registered(List.of());
    private final Plate plate = gateway.bench.plate();

    private void fault(GatewayOperation operation, Kind kind, int status, String match) {
        gateway.desk.plan(Fault.once(operation, kind)
                .answering(status, "", "")
                .holding(1500)
                .matching(match));
    }

    @Test
    void aChargeTellsEveryFactAndSoDoesTheQuery() {
        DeductionOrder order = gateway.parked(lot, plate);

        DeductionResult result = gateway.adapter.charges().deduct(order);

        Visit visit = order.visit();
        assertThat(result).isInstanceOfSatisfying(Succeeded.class, success -> {
            assertThat(success.transactionNo()).startsWith("GT");
            assertThat(success.paidAt()).isEqualTo(gateway.bench.clock.instant());
            assertThat(success.facts())
                    .isEqualTo(new DeductionResult.ChargedFacts(
                            order.outTradeNo(),
                            1500,
                            GatewayBench.MERCHANT,
                            visit.reference(),
                            plate.number(),
                            lot.lotName(),
                            visit.enteredAt(),
                            visit.leftAt(),
                            null));
        });
        assertThat(gateway.adapter.charges().deduction(order)).isEqualTo(result);
        assertThat(gateway.adapter.charges().deduct(order)).isEqualTo(result);
        assertThat(gateway.bench.charged(order.outTradeNo())).containsExactly(1500);
    }

    @Test
    void theSameNumberWithOtherContentIsUnknownAndTheQueryTellsTheTruth() {
        DeductionOrder order = gateway.parked(lot, plate);
        gateway.adapter.charges().deduct(order);

        DeductionOrder other =
                new DeductionOrder(order.outTradeNo(), order.visit(), 1, order.description(), order.sentAt());
        assertThat(gateway.adapter.charges().deduct(other)).isInstanceOf(Unknown.class);
        assertThat(gateway.adapter.charges().deduction(other))
                .isInstanceOfSatisfying(
                        Succeeded.class,
                        success -> assertThat(success.facts().amount()).isEqualTo(1500));
        assertThat(gateway.bench.charged(order.outTradeNo())).containsExactly(1500);
    }

    @Test
    void isPendingUntilTheDeskDecides() {
        DeductionOrder order = gateway.parked(lot, plate);
        fault(GatewayOperation.DEDUCT, Kind.DECIDE_LATER, 0, order.outTradeNo());

        assertThat(gateway.adapter.charges().deduct(order)).isEqualTo(new Pending());
        assertThat(gateway.adapter.charges().deduction(order)).isEqualTo(new Pending());
        gateway.desk.decide(order.outTradeNo(), false, "BALANCE", "余额不足");
        assertThat(gateway.adapter.charges().deduction(order)).isEqualTo(new Failed("BALANCE", "余额不足"));
        assertThat(gateway.bench.charged(order.outTradeNo())).isEmpty();
    }

    @Test
    void anUnsignedOwnerIsNotCharged() {
        gateway.desk.setAgreement(new Agreement(plate.number(), "", "", Agreement.UNSIGNED));
        assertThat(gateway.adapter.vehicles().agreement(lot, plate)).isInstanceOf(NotSigned.class);
        Visit visit = gateway.bench.visit(lot, plate);
        assertThat(gateway.adapter.vehicles().entered(visit))
                .isInstanceOfSatisfying(
                        Blocked.class, blocked -> assertThat(blocked.reason()).contains("没有签约"));
        gateway.desk.setAgreement(new Agreement(plate.number(), "", "", Agreement.SIGNED));
        assertThat(gateway.adapter.vehicles().agreement(lot, plate)).isEqualTo(new Signed());
    }

    @Test
    void aLotThatIsNotRegisteredIsRefusedInWords() {
        Visit visit = gateway.bench.visit(gateway.bench.lot(GatewayBench.MERCHANT, List.of()), plate);
        assertThat(gateway.adapter.vehicles().entered(visit)).isEqualTo(new Rejected("UNKNOWN_LOT", "停车场没有登记"));
    }

    @Test
    void theExitIsTakenTwice() {
        DeductionOrder order = gateway.parked(lot, plate);
        gateway.adapter.vehicles().left(order.visit());
        gateway.adapter.vehicles().left(order.visit());
        assertThat(gateway.desk.visits())
                .anyMatch(visit -> visit.outNo().equals(order.visit().visitNo())
                        && !visit.leftAt().isEmpty());
    }

    /** Errors with a code of the protocol; whatever else becomes of an answer, the contract tries. */
    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"REFUSE", "REFUSE_UNSIGNED", "DONE_THEN_ERROR", "STALE", "ACCEPTED_202"})
    void nothingIsConcludedFromABrokenAnswer(Kind kind) {
        DeductionOrder order = gateway.parked(lot, plate);
        fault(GatewayOperation.DEDUCT, kind, 500, order.outTradeNo());

        DeductionResult answer = charge(order);
        assertThat(answer).isInstanceOf(Unknown.class);

        gateway.bench.clock.advance(Duration.ofMinutes(2));
        DeductionResult asked = gateway.adapter.charges().deduction(order);
        boolean charged = !gateway.bench.charged(order.outTradeNo()).isEmpty();
        assertThat(asked).isInstanceOf(charged ? Succeeded.class : NeverSeen.class);
        gateway.adapter.charges().deduct(order);
        assertThat(gateway.bench.charged(order.outTradeNo())).containsExactly(1500);
    }

    private DeductionResult charge(DeductionOrder order) {
        try {
            return gateway.adapter.charges().deduct(order);
        } catch (ChannelException unclear) {
            return new Unknown(unclear.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "422"})
    void aSignedRefusalIsDefinite(int status) {
        DeductionOrder order = gateway.parked(lot, plate);
        gateway.desk.plan(Fault.once(GatewayOperation.DEDUCT, Kind.REFUSE)
                .answering(status, "SOME_CODE", "不办理")
                .matching(order.outTradeNo()));
        assertThat(gateway.adapter.charges().deduct(order)).isEqualTo(new Failed("SOME_CODE", "不办理"));
        assertThat(gateway.bench.charged(order.outTradeNo())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"404", "409", "429", "500", "503"})
    void everyOtherStatusIsUnknown(int status) {
        DeductionOrder order = gateway.parked(lot, plate);
        fault(GatewayOperation.DEDUCT, Kind.REFUSE, status, order.outTradeNo());
        assertThat(gateway.adapter.charges().deduct(order)).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "429", "500"})
    void aRefusedQuerySaysNothing(int status) {
        DeductionOrder order = gateway.parked(lot, plate);
        gateway.adapter.charges().deduct(order);
        fault(GatewayOperation.QUERY, Kind.REFUSE, status, order.outTradeNo());
        assertThat(gateway.adapter.charges().deduction(order)).isInstanceOf(Unknown.class);
        assertThat(gateway.adapter.charges().deduction(order)).isInstanceOf(Succeeded.class);
    }

    @Test
    void refundsOnceAndNeverMoreThanWasCharged() {
        DeductionOrder order = gateway.parked(lot, plate);
        gateway.adapter.charges().deduct(order);
        RefundOrder refund = new RefundOrder(gateway.bench.number("RF"), order, "", 1500, 1500, "测试扣款退款");

        assertThat(gateway.adapter.charges().refundState(refund)).isInstanceOf(RefundResult.Unknown.class);
        RefundResult done = gateway.adapter.charges().refund(refund);
        assertThat(done).isInstanceOf(RefundResult.Refunded.class);
        assertThat(gateway.adapter.charges().refund(refund)).isEqualTo(done);
        assertThat(gateway.adapter.charges().refundState(refund)).isEqualTo(done);
        assertThat(gateway.bench.refunded(refund.outRefundNo())).containsExactly(1500);
        assertThat(gateway.bench.keptNumbers())
                .containsExactly(order.outTradeNo(), refund.outRefundNo(), refund.outRefundNo());
        assertThat(gateway.bench.keptText()).contains(order.outTradeNo());

        RefundOrder more = new RefundOrder(gateway.bench.number("RF"), order, "", 1, 1500, "再退");
        assertThat(gateway.adapter.charges().refund(more))
                .isInstanceOfSatisfying(RefundResult.Failed.class, failed -> assertThat(failed.code())
                        .isEqualTo("TOO_MUCH"));
    }

    @Test
    void aRefundCanWaitAndFail() {
        DeductionOrder order = gateway.parked(lot, plate);
        gateway.adapter.charges().deduct(order);
        RefundOrder refund = new RefundOrder(gateway.bench.number("RF"), order, "", 1500, 1500, "测试扣款退款");
        fault(GatewayOperation.REFUND, Kind.DECIDE_LATER, 0, refund.outRefundNo());

        assertThat(gateway.adapter.charges().refund(refund)).isEqualTo(new RefundResult.Pending());
        gateway.desk.decideRefund(refund.outRefundNo(), false);
        assertThat(gateway.adapter.charges().refundState(refund)).isInstanceOf(RefundResult.Failed.class);
        assertThat(gateway.bench.refunded(refund.outRefundNo())).isEmpty();
    }

    @Test
    void theCallbackTellsWhatTheQueryTells() {
        DeductionOrder order = gateway.parked(lot, plate);
        DeductionResult answered = gateway.adapter.charges().deduct(order);

        CallbackRequest callback =
                gateway.bench.delivered(gateway.desk, order.outTradeNo()).get(0);
        assertThat(callback.path()).isEqualTo("/callbacks/citizencard/events");
        assertThat(gateway.adapter.callbacks().read(callback))
                .isInstanceOfSatisfying(DeductionDecided.class, notice -> {
                    assertThat(notice.outTradeNo()).isEqualTo(order.outTradeNo());
                    assertThat(notice.result()).isEqualTo(answered);
                    assertThat(notice.evidence()).doesNotContain(plate.number());
                });
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NOTICE_WRONG_SIGNATURE", "NOTICE_STALE"})
    void aForgedOrOldCallbackIsRefused(Kind kind) {
        DeductionOrder order = gateway.parked(lot, plate);
        fault(GatewayOperation.NOTIFY, kind, 0, order.outTradeNo());
        gateway.adapter.charges().deduct(order);
        CallbackRequest callback =
                gateway.bench.delivered(gateway.desk, order.outTradeNo()).get(0);
        assertThatThrownBy(() -> gateway.adapter.callbacks().read(callback)).isInstanceOf(InvalidCallback.class);
    }

    @Test
    void aCallbackWhoseBodyOrPathWasChangedIsRefused() {
        DeductionOrder order = gateway.parked(lot, plate);
        gateway.adapter.charges().deduct(order);
        CallbackRequest callback =
                gateway.bench.delivered(gateway.desk, order.outTradeNo()).get(0);
        byte[] changed = new String(callback.body(), StandardCharsets.UTF_8)
                .replace("1500", "1501")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> gateway.adapter
                        .callbacks()
                        .read(new CallbackRequest(callback.path(), callback.headers(), changed)))
                .isInstanceOf(InvalidCallback.class);
        assertThatThrownBy(() -> gateway.adapter
                        .callbacks()
                        .read(new CallbackRequest("/callbacks/etc/events", callback.headers(), callback.body())))
                .isInstanceOf(InvalidCallback.class);
        Map<String, String> headers = new HashMap<>(callback.headers());
        headers.put("x-app-id", "demo-etc");
        assertThatThrownBy(() -> gateway.adapter
                        .callbacks()
                        .read(new CallbackRequest(callback.path(), headers, callback.body())))
                .isInstanceOf(InvalidCallback.class);
    }

    @Test
    void aStrangerWithAnotherSecretIsRefusedAndHisAnswersToo() {
        ChannelAdapter stranger = gateway.adapter(gateway.settings("another-secret", Duration.ofSeconds(10)));
        DeductionOrder order = gateway.parked(lot, plate);
        assertThatThrownBy(() -> stranger.charges().deduct(order)).isInstanceOf(ChannelException.class);
        assertThat(gateway.bench.charged(order.outTradeNo())).isEmpty();
    }
}
