package cn.citybrain.parking.onboarding.channel.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice.DeductionDecided;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Failed;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Succeeded;
import cn.citybrain.parking.onboarding.channel.wire.FormBody;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayOperation;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notice;
import com.alipay.api.internal.util.AlipaySignature;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** Notifications of trades: the simulator's, and others that are signed by hand. */
class NoticeContractTest {

    private final SimulatedAlipay alipay = SimulatedAlipay.shared();
    private final DeductionOrder order = alipay.parked(alipay.bench.plate());

    private CallbackRequest delivered() {
        return alipay.bench.delivered(alipay.desk, order.outTradeNo()).get(0);
    }

    private CallbackRequest charged() {
        alipay.adapter.charges().deduct(order);
        return delivered();
    }

    private static Map<String, String> fields(CallbackRequest callback) {
        return new HashMap<>(FormBody.read(callback.body(), "支付宝通知"));
    }

    private static CallbackRequest request(Map<String, String> fields) {
        return new CallbackRequest(
                "/callbacks/alipay/trades", Map.of(), form(fields).getBytes(StandardCharsets.UTF_8));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static CallbackRequest signed(Map<String, String> changed) throws Exception {
        return request(signedFields(changed));
    }

    /** Signed by Alipay's key over whatever content. */
    static Map<String, String> signedFields(Map<String, String> content) throws Exception {
        Map<String, String> fields = new TreeMap<>(content);
        fields.keySet().remove("sign");
        fields.values().removeIf(String::isEmpty);
        String text = fields.entrySet().stream()
                .filter(field -> !field.getKey().equals("sign_type"))
                .map(field -> field.getKey() + "=" + field.getValue())
                .collect(Collectors.joining("&"));
        String key = new ClassPathResource("demo/alipay/demo-only-alipay-private-key.pem")
                .getContentAsString(StandardCharsets.US_ASCII)
                .replaceAll("-----[A-Z ]+-----|\\s", "");
        fields.put("sign", AlipaySignature.rsaSign(text, key, "UTF-8", "RSA2"));
        return fields;
    }

    private CallbackRequest with(CallbackRequest callback, String name, String value) throws Exception {
        Map<String, String> fields = fields(callback);
        fields.put(name, value);
        return signed(fields);
    }

    @Test
    void tellsWhatWasCharged() {
        Succeeded answered = (Succeeded) alipay.adapter.charges().deduct(order);
        DeductionDecided notice = (DeductionDecided) alipay.adapter.callbacks().read(delivered());
        assertThat(notice.outTradeNo()).isEqualTo(order.outTradeNo());
        assertThat(notice.result()).isInstanceOfSatisfying(Succeeded.class, told -> {
            assertThat(told.transactionNo()).isEqualTo(answered.transactionNo());
            assertThat(told.paidAt()).isEqualTo(answered.paidAt());
            assertThat(told.facts())
                    .isEqualTo(new DeductionResult.ChargedFacts(
                            order.outTradeNo(), 1500, SimulatedAlipay.PID, null, null, null, null, null, null));
        });
        assertThat(notice.evidence())
                .contains(order.outTradeNo(), "TRADE_SUCCESS")
                .doesNotContain("buyer_id", "停车费");
    }

    @Test
    void tellsWhatFailed() {
        alipay.plan(AlipayOperation.DEDUCT, Kind.PAY_FAIL, 0, "", order.outTradeNo());
        alipay.adapter.charges().deduct(order);
        assertThat(alipay.adapter.callbacks().read(delivered()))
                .isInstanceOfSatisfying(DeductionDecided.class, notice -> assertThat(notice.result())
                        .isInstanceOf(Failed.class));
    }

    @Test
    void isSentToTheAddressOfTheOrder() {
        assertThat(charged().path()).isEqualTo("/callbacks/alipay/trades");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NOTICE_OTHER_AMOUNT", "NOTICE_OTHER_ACCOUNT"})
    void aDifferingFactIsHandedOn(Kind kind) {
        alipay.plan(AlipayOperation.NOTIFY, kind, 0, "", order.outTradeNo());
        Succeeded answered = (Succeeded) alipay.adapter.charges().deduct(order);
        DeductionDecided notice = (DeductionDecided) alipay.adapter.callbacks().read(delivered());
        DeductionResult.ChargedFacts told = ((Succeeded) notice.result()).facts();
        boolean amount = kind == Kind.NOTICE_OTHER_AMOUNT;
        assertThat(told.amount()).isEqualTo(amount ? 1 : answered.facts().amount());
        assertThat(told.channelAccount()).isEqualTo(amount ? SimulatedAlipay.PID : "2088999999999999");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"NOTICE_WRONG_SIGNATURE", "NOTICE_STALE"})
    void aForgedOrOldNotificationIsRefused(Kind kind) {
        alipay.plan(AlipayOperation.NOTIFY, kind, 0, "", order.outTradeNo());
        CallbackRequest callback = charged();
        assertThatThrownBy(() -> alipay.adapter.callbacks().read(callback)).isInstanceOf(InvalidCallback.class);
    }

    @Test
    void aReplayAfterADayIsRefused() {
        CallbackRequest callback = charged();
        alipay.bench.clock.advance(Duration.ofHours(26));
        assertThat(alipay.adapter.callbacks().read(callback)).isInstanceOf(DeductionDecided.class);
        alipay.bench.clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> alipay.adapter.callbacks().read(callback)).isInstanceOf(InvalidCallback.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"app_id", "out_trade_no", "total_amount", "trade_status", "seller_id", "notify_time", "notify_id"
            })
    void everyParameterIsUnderTheSignature(String name) {
        CallbackRequest callback = charged();
        Map<String, String> fields = fields(callback);
        fields.put(name, fields.get(name) + "1");
        assertThatThrownBy(() -> alipay.adapter.callbacks().read(request(fields)))
                .isInstanceOf(InvalidCallback.class);
    }

    @ParameterizedTest
    @CsvSource({
        "app_id, 2021000000000110",
        "notify_time, 2026-11-22 06:59:59",
        "notify_time, 2026-11-23 09:10:01",
        "notify_time, yesterday",
        "notify_time, ''",
        "notify_id, ''",
        "out_trade_no, ''",
        "sign_type, RSA",
        "sign_type, ''"
    })
    void whatIsNotForUsOrNotFromNowIsRefusedThoughSigned(String name, String value) throws Exception {
        CallbackRequest callback = charged();
        assertThat(alipay.adapter.callbacks().read(signed(fields(callback)))).isInstanceOf(DeductionDecided.class);
        CallbackRequest odd = with(callback, name, value);
        assertThatThrownBy(() -> alipay.adapter.callbacks().read(odd)).isInstanceOf(InvalidCallback.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a=1&a=2", "sign=%zz", "sign=1&sign_type=RSA2&app_id=2021000000000109"})
    void whatIsNoFormOrNotSignedIsRefused(String body) {
        CallbackRequest odd = new CallbackRequest("/", Map.of(), body.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> alipay.adapter.callbacks().read(odd)).isInstanceOf(InvalidCallback.class);
    }

    @Test
    void aParameterThatComesTwiceIsRefused() {
        CallbackRequest callback = charged();
        byte[] doubled = (new String(callback.body(), StandardCharsets.UTF_8) + "&total_amount=0.01")
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(
                        () -> alipay.adapter.callbacks().read(new CallbackRequest(callback.path(), Map.of(), doubled)))
                .isInstanceOf(InvalidCallback.class);
    }

    @ParameterizedTest
    @CsvSource({"TRADE_FINISHED, Succeeded", "TRADE_CLOSED, ''", "WAIT_BUYER_PAY, ''", "SOMETHING_NEW, ''"})
    void onlyFinalWordsDecide(String status, String meaning) throws Exception {
        ChannelNotice notice = alipay.adapter.callbacks().read(with(charged(), "trade_status", status));
        if (meaning.isEmpty()) {
            // a trade that is closed although it was paid has been given back
            assertThat(notice).isInstanceOf(ChannelNotice.Other.class);
        } else {
            assertThat(((DeductionDecided) notice).result()).isInstanceOf(Succeeded.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "total_amount, ''",
        "total_amount, 15",
        "total_amount, x",
        "trade_no, ''",
        "gmt_payment, ''",
        "gmt_payment, x"
    })
    void anIncompleteSuccessIsNone(String name, String value) throws Exception {
        DeductionDecided notice = (DeductionDecided) alipay.adapter.callbacks().read(with(charged(), name, value));
        boolean whole = value.equals("15");
        assertThat(notice.result()).isInstanceOf(whole ? Succeeded.class : DeductionResult.Unknown.class);
    }

    @Test
    void isAnsweredWithOneWord() {
        assertThat(alipay.adapter.callbacks().answer(null, Outcome.TAKEN))
                .isEqualTo(new CallbackAnswer(200, "text/plain", "success"));
        assertThat(alipay.adapter.callbacks().answer(null, Outcome.INVALID))
                .isEqualTo(new CallbackAnswer(400, "text/plain", "fail"));
        assertThat(alipay.adapter.callbacks().answer(null, Outcome.NOT_STORED))
                .isEqualTo(new CallbackAnswer(500, "text/plain", "fail"));
    }

    @Test
    void isRepeatedUntilThatWordIsRead() {
        CallbackRequest first = charged();
        String id = notice().id();
        assertThat(notice().nextAt()).isEqualTo(alipay.bench.clock.instant().plus(Duration.ofMinutes(4)));
        alipay.bench.callbackBody = "success!";
        alipay.desk.deliver(id);
        assertThat(notice().taken()).isFalse();
        alipay.bench.callbackBody = "success";
        alipay.desk.deliver(id);
        assertThat(notice().taken()).isTrue();
        assertThat(notice().nextAt()).isNull();
        String noticeId = alipay.adapter.callbacks().read(first).id();
        assertThat(alipay.bench.callbacks).allSatisfy(repeated -> assertThat(
                        alipay.adapter.callbacks().read(repeated).id())
                .isEqualTo(noticeId));
    }

    @Test
    void afterSevenRepeatsItIsGivenUp() {
        charged();
        Duration waited = Duration.ZERO;
        while (notice().nextAt() != null) {
            Duration wait = Duration.between(alipay.bench.clock.instant(), notice().nextAt());
            waited = waited.plus(wait);
            alipay.bench.clock.advance(wait);
            alipay.desk.deliver(notice().id());
        }
        assertThat(notice().attempts()).isEqualTo(8);
        assertThat(waited).isEqualTo(Duration.ofHours(24).plusMinutes(24));
    }

    private Notice notice() {
        return alipay.desk.notices().stream()
                .filter(notice -> notice.content().contains(order.outTradeNo()))
                .findFirst()
                .orElseThrow();
    }
}
