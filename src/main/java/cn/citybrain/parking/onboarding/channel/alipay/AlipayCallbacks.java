package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.Callbacks;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.wire.FormBody;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Verifies and reads notifications of trades. Alipay documents none for the parking methods: nothing relies on them. */
final class AlipayCallbacks implements Callbacks {

    /** Longer than Alipay repeats (assumed). */
    static final Duration OLDEST = Duration.ofHours(26);

    private static final Duration CLOCK_SKEW = Duration.ofMinutes(10);

    /** Numbers and states, neither payer nor subject. */
    private static final List<String> KEPT = List.of(
            "notify_type",
            "app_id",
            "seller_id",
            "out_trade_no",
            "trade_no",
            "trade_status",
            "total_amount",
            "gmt_payment");

    private final AlipayKeys keys;
    private final String appId;
    private final Clock clock;

    AlipayCallbacks(AlipayKeys keys, String appId, Clock clock) {
        this.keys = keys;
        this.appId = appId;
        this.clock = clock;
    }

    @Override
    public ChannelNotice read(CallbackRequest request) {
        Map<String, String> fields = FormBody.read(request.body(), "支付宝通知");
        if (!genuine(fields)) {
            throw new InvalidCallback("支付宝通知的签名不正确");
        }
        if (!appId.equals(fields.get("app_id"))) {
            throw new InvalidCallback("支付宝通知属于另一个应用");
        }
        if (!fresh(fields.getOrDefault("notify_time", ""))) {
            throw new InvalidCallback("支付宝通知的时间超出范围");
        }
        String id = fields.getOrDefault("notify_id", "");
        if (id.isBlank()) {
            throw new InvalidCallback("支付宝通知没有编号");
        }
        return notice(id, fields);
    }

    /** Alipay repeats until it reads exactly this word. */
    @Override
    public CallbackAnswer answer(CallbackRequest request, CallbackAnswer.Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> new CallbackAnswer(200, "text/plain", "success");
            case INVALID -> new CallbackAnswer(400, "text/plain", "fail");
            case NOT_STORED -> new CallbackAnswer(500, "text/plain", "fail");
        };
    }

    /** The SDK takes entries out of the map that it checks: it gets a copy. */
    private boolean genuine(Map<String, String> fields) {
        try {
            return "RSA2".equals(fields.get("sign_type"))
                    && !fields.getOrDefault("sign", "").isBlank()
                    && AlipaySignature.rsaCheckV1(new HashMap<>(fields), keys.alipayPublicKey(), "UTF-8", "RSA2");
        } catch (AlipayApiException | RuntimeException e) {
            return false;
        }
    }

    private boolean fresh(String notifyTime) {
        try {
            Instant at = ParkingCodes.instant(notifyTime);
            Instant now = clock.instant();
            return !at.isBefore(now.minus(OLDEST)) && !at.isAfter(now.plus(CLOCK_SKEW));
        } catch (NoAnswer unreadable) {
            return false;
        }
    }

    private static ChannelNotice notice(String id, Map<String, String> fields) {
        String outTradeNo = fields.getOrDefault("out_trade_no", "");
        Optional<DeductionResult> decided = decided(fields, outTradeNo);
        if (decided.isPresent() && outTradeNo.isBlank()) {
            throw new InvalidCallback("支付宝扣款通知没有商户订单号");
        }
        return decided.<ChannelNotice>map(
                        result -> new ChannelNotice.DeductionDecided(id, outTradeNo, result, evidence(fields)))
                .orElseGet(() -> new ChannelNotice.Other(id, kind(fields), evidence(fields)));
    }

    /** A trade that is closed may have been paid and given back: only one without any sign of that has failed. */
    private static Optional<DeductionResult> decided(Map<String, String> fields, String outTradeNo) {
        return switch (fields.getOrDefault("trade_status", "")) {
            case "TRADE_SUCCESS", "TRADE_FINISHED" ->
                Optional.of(Trades.succeeded(
                        outTradeNo,
                        fields.get("trade_no"),
                        fields.get("total_amount"),
                        fields.get("gmt_payment"),
                        fields.get("seller_id")));
            case "TRADE_CLOSED" ->
                Stream.of("gmt_payment", "gmt_refund", "refund_fee")
                                .map(name -> fields.getOrDefault(name, ""))
                                .allMatch(String::isBlank)
                        ? Optional.of(new DeductionResult.Failed("TRADE_CLOSED", "支付宝已关闭该笔交易"))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static String kind(Map<String, String> fields) {
        String status = fields.getOrDefault("trade_status", "");
        return status.isBlank() ? fields.getOrDefault("notify_type", "unknown") : status;
    }

    private static String evidence(Map<String, String> fields) {
        JsonObject kept = new JsonObject();
        KEPT.stream().filter(fields::containsKey).forEach(name -> kept.addProperty(name, fields.get(name)));
        return kept.toString();
    }
}
