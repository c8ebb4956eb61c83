package cn.citybrain.parking.onboarding.channel.wechatpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice.DeductionDecided;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice.VisitMoved;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notice;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayOperation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Notifications as they come over HTTP from the simulator, and what the adapter makes of them. */
class NoticeContractTest {

    private final SimulatedWechatPay wechat = SimulatedWechatPay.shared();
    private final Plate plate = wechat.plate();

    /** Delivers what is due and returns what arrived about this number. */
    private List<CallbackRequest> delivered(DeductionOrder order) {
        wechat.callbacks.clear();
        wechat.desk.notices().stream()
                .filter(notice -> notice.nextAt() != null
                        && notice.content().contains(order.visit().reference()))
                .forEach(notice -> wechat.desk.deliver(notice.id()));
        return List.copyOf(wechat.callbacks);
    }

    private CallbackRequest charged() {
        DeductionOrder order = wechat.parked(plate);
        wechat.adapter.charges().deduct(order);
        return delivered(order).get(0);
    }

    private static CallbackRequest with(CallbackRequest callback, String header, String value) {
        Map<String, String> headers = new HashMap<>(callback.headers());
        headers.put(header, value);
        return new CallbackRequest(callback.path(), headers, callback.body());
    }

    @Test
    void aSuccessTellsEverythingThatTheQueryTells() {
        DeductionOrder order = wechat.parked(plate);
        DeductionResult answered = wechat.adapter.charges().deduct(order);

        CallbackRequest callback = delivered(order).get(0);
        assertThat(callback.path()).isEqualTo("/callbacks/wechatpay/transactions");
        assertThat(wechat.adapter.callbacks().read(callback)).isInstanceOfSatisfying(DeductionDecided.class, notice -> {
            assertThat(notice.id()).startsWith("EV-");
            assertThat(notice.outTradeNo()).isEqualTo(order.outTradeNo());
            assertThat(notice.result()).isEqualTo(answered);
            assertThat(notice.evidence())
                    .contains(order.outTradeNo(), "TRANSACTION.SUCCESS")
                    .doesNotContain(plate.number(), "openid");
        });
    }

    @Test
    void aFailureIsDefinite() {
        DeductionOrder order = wechat.parked(plate);
        wechat.desk.plan(Fault.once(WechatPayOperation.DEDUCT, Kind.PAY_FAIL)
                .answering(0, "用户账户被冻结", "")
                .matching(order.outTradeNo()));
        wechat.adapter.charges().deduct(order);
        assertThat(((DeductionDecided)
                                wechat.adapter.callbacks().read(delivered(order).get(0)))
                        .result())
                .isEqualTo(new DeductionResult.Failed("PAY_FAIL", "用户账户被冻结"));
    }

    @Test
    void aRepaidAdvanceIsStillASuccess() {
        DeductionOrder order = wechat.parked(plate);
        wechat.adapter.charges().deduct(order);
        delivered(order);
        wechat.desk.orderCommand(order.outTradeNo(), "pay-back", Map.of());
        assertThat(((DeductionDecided)
                                wechat.adapter.callbacks().read(delivered(order).get(0)))
                        .result())
                .isInstanceOf(DeductionResult.Succeeded.class);
    }

    @Test
    void aVehicleInsideCanBecomeBlockedAndUsableAgain() {
        DeductionOrder order = wechat.parked(plate);
        wechat.desk.visitCommand(order.visit().reference(), "block", Map.of("reason", "OVERDUE"));
        CallbackRequest callback = delivered(order).get(0);
        assertThat(callback.path()).isEqualTo("/callbacks/wechatpay/parkings");
        assertThat(wechat.adapter.callbacks().read(callback)).isInstanceOfSatisfying(VisitMoved.class, moved -> {
            assertThat(moved.visitNo()).isEqualTo(order.visit().visitNo());
            assertThat(moved.reference()).isEqualTo(order.visit().reference());
            assertThat(moved.chargeable()).isFalse();
            assertThat(moved.reason()).contains("OVERDUE");
            assertThat(moved.evidence()).doesNotContain(plate.number());
        });
        wechat.desk.visitCommand(order.visit().reference(), "unblock", Map.of());
        assertThat(((VisitMoved)
                                wechat.adapter.callbacks().read(delivered(order).get(0)))
                        .chargeable())
                .isTrue();
    }

    @Test
    void aDuplicateKeepsItsId() {
        DeductionOrder order = wechat.parked(plate);
        wechat.desk.plan(
                Fault.once(WechatPayOperation.NOTIFY, Kind.NOTICE_TWICE).matching(order.outTradeNo()));
        wechat.adapter.charges().deduct(order);
        List<CallbackRequest> both = delivered(order);
        assertThat(both).hasSize(2);
        assertThat(both.stream()
                        .map(wechat.adapter.callbacks()::read)
                        .map(ChannelNotice::id)
                        .distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NOTICE_OTHER_AMOUNT", "NOTICE_OTHER_PLATE", "NOTICE_OTHER_ACCOUNT", "NOTICE_OTHER_LOT"})
    void aDifferingFactIsHandedOnForComparison(Kind kind) {
        DeductionOrder order = wechat.parked(plate);
        wechat.desk.plan(Fault.once(WechatPayOperation.NOTIFY, kind).matching(order.outTradeNo()));
        DeductionResult.Succeeded answered =
                (DeductionResult.Succeeded) wechat.adapter.charges().deduct(order);
        DeductionDecided notice = (DeductionDecided)
                wechat.adapter.callbacks().read(delivered(order).get(0));
        DeductionResult.ChargedFacts told = ((DeductionResult.Succeeded) notice.result()).facts();
        assertThat(told).isNotEqualTo(answered.facts());
        assertThat(told.outTradeNo()).isEqualTo(order.outTradeNo());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NOTICE_WRONG_SIGNATURE", "NOTICE_STALE"})
    void aForgedOrOldNotificationIsRefused(Kind kind) {
        DeductionOrder order = wechat.parked(plate);
        wechat.desk.plan(Fault.once(WechatPayOperation.NOTIFY, kind).matching(order.outTradeNo()));
        wechat.adapter.charges().deduct(order);
        CallbackRequest callback = delivered(order).get(0);
        assertThatThrownBy(() -> wechat.adapter.callbacks().read(callback)).isInstanceOf(InvalidCallback.class);
    }

    @Test
    void aReplayAfterFiveMinutesIsRefused() {
        CallbackRequest callback = charged();
        wechat.clock.advance(Duration.ofSeconds(299));
        assertThat(wechat.adapter.callbacks().read(callback)).isInstanceOf(DeductionDecided.class);
        wechat.clock.advance(Duration.ofSeconds(2));
        assertThatThrownBy(() -> wechat.adapter.callbacks().read(callback)).isInstanceOf(InvalidCallback.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wechatpay-timestamp",
                "wechatpay-nonce",
                "wechatpay-serial",
                "wechatpay-signature",
                "wechatpay-signature-type"
            })
    void everyHeaderOfTheSignatureCounts(String header) {
        CallbackRequest callback = charged();
        for (String value : new String[] {"", "1", "WECHATPAY/SIGNTEST/", "%%%", "99999999999999999999"}) {
            assertThatThrownBy(() -> wechat.adapter.callbacks().read(with(callback, header, value)))
                    .as(header + "=" + value)
                    .isInstanceOf(InvalidCallback.class);
        }
        Map<String, String> without = new HashMap<>(callback.headers());
        without.remove(header);
        if (!header.equals("wechatpay-signature-type")) {
            assertThatThrownBy(() -> wechat.adapter
                            .callbacks()
                            .read(new CallbackRequest(callback.path(), without, callback.body())))
                    .isInstanceOf(InvalidCallback.class);
        }
    }

    @Test
    void aChangedBodyIsRefused() {
        CallbackRequest callback = charged();
        byte[] changed = new String(callback.body(), StandardCharsets.UTF_8)
                .replace("TRANSACTION.SUCCESS", "TRANSACTION.PAY_BACK")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> wechat.adapter
                        .callbacks()
                        .read(new CallbackRequest(callback.path(), callback.headers(), changed)))
                .isInstanceOf(InvalidCallback.class);
        assertThatThrownBy(() -> wechat.adapter.callbacks().read(new CallbackRequest("/", Map.of(), new byte[0])))
                .isInstanceOf(InvalidCallback.class);
    }

    @Test
    void aNotificationIsRepeatedUntilItIsTaken() {
        wechat.callbackAnswer = 500;
        DeductionOrder order = wechat.parked(plate);
        wechat.adapter.charges().deduct(order);
        String id = delivered(order).stream()
                .map(wechat.adapter.callbacks()::read)
                .map(ChannelNotice::id)
                .findFirst()
                .orElseThrow();
        assertThat(wechat.callbacks).hasSize(1);

        Notice waiting = notice(id);
        assertThat(waiting.nextAt()).isEqualTo(wechat.clock.instant().plusSeconds(15));
        wechat.callbackAnswer = 204;
        wechat.clock.advance(Duration.ofSeconds(15));
        wechat.desk.deliverDue();
        assertThat(notice(id).nextAt()).isNull();
        assertThat(notice(id).attempts()).isEqualTo(2);
    }

    @Test
    void afterFifteenRepeatsItIsGivenUp() {
        wechat.callbackAnswer = 500;
        DeductionOrder order = wechat.parked(plate);
        wechat.adapter.charges().deduct(order);
        String id = wechat.adapter.callbacks().read(delivered(order).get(0)).id();
        Duration waited = Duration.ZERO;
        while (notice(id).nextAt() != null) {
            Duration wait = Duration.between(wechat.clock.instant(), notice(id).nextAt());
            waited = waited.plus(wait);
            wechat.clock.advance(wait);
            wechat.desk.deliver(id);
        }
        assertThat(notice(id).attempts()).isEqualTo(16);
        assertThat(waited).isEqualTo(Duration.ofHours(24).plusMinutes(4));
    }

    private Notice notice(String id) {
        return wechat.desk.notices().stream()
                .filter(notice -> notice.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
