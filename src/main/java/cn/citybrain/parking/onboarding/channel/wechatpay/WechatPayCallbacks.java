package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.Callbacks;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.wire.WireFailure;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.wechat.pay.java.core.cipher.AeadCipher;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.core.util.GsonUtil;
import com.wechat.pay.java.service.wexinpayscoreparking.model.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** Verifies, decrypts and reads notifications. */
final class WechatPayCallbacks implements Callbacks {

    private static final String SIGNATURE_TYPE = "WECHATPAY2-SHA256-RSA2048";

    private final PlatformSignature signature;
    private final AeadCipher cipher;
    private final String spMchid;

    WechatPayCallbacks(PlatformSignature signature, AeadCipher cipher, String spMchid) {
        this.signature = signature;
        this.cipher = cipher;
        this.spMchid = spMchid;
    }

    @Override
    public ChannelNotice read(CallbackRequest request) {
        try {
            String body = new String(request.body(), StandardCharsets.UTF_8);
            verify(request.headers(), body);
            return notice(JsonParser.parseString(body).getAsJsonObject());
        } catch (IllegalArgumentException
                | IllegalStateException
                | ArithmeticException
                | JsonParseException
                | WechatPayException
                | WireFailure e) {
            // the cause may quote the text: its kind has to do
            throw new InvalidCallback("微信支付通知无法识别（" + e.getClass().getSimpleName() + "）");
        }
    }

    @Override
    public CallbackAnswer answer(CallbackRequest request, CallbackAnswer.Outcome outcome) {
        return CallbackAnswer.byStatus(outcome);
    }

    private void verify(Map<String, String> headers, String body) {
        boolean genuine = SIGNATURE_TYPE.equals(headers.getOrDefault("wechatpay-signature-type", SIGNATURE_TYPE))
                && signature.genuine(
                        headers.get("wechatpay-timestamp"),
                        headers.get("wechatpay-nonce"),
                        headers.get("wechatpay-serial"),
                        headers.get("wechatpay-signature"),
                        body);
        if (!genuine) {
            throw new InvalidCallback("微信支付通知的签名不正确，或时间戳超出 5 分钟");
        }
    }

    private ChannelNotice notice(JsonObject envelope) {
        String id = Json.text(envelope, "id");
        if (id.isEmpty()) {
            throw new InvalidCallback("微信支付通知没有编号");
        }
        JsonObject content = decrypt(Json.object(envelope, "resource"));
        if (!spMchid.equals(content.has("sp_mchid") ? Json.text(content, "sp_mchid") : spMchid)) {
            throw new InvalidCallback("微信支付通知属于另一个服务商");
        }
        String event = Json.text(envelope, "event_type");
        return switch (event) {
            case "TRANSACTION.SUCCESS", "TRANSACTION.FAIL", "TRANSACTION.PAY_BACK" ->
                deduction(id, event, GsonUtil.getGson().fromJson(content, Transaction.class));
            case "VEHICLE.ENTRANCE_STATE_CHANGE" -> visit(id, event, content);
            default -> new ChannelNotice.Other(id, event, Evidence.of(event));
        };
    }

    private JsonObject decrypt(JsonObject resource) {
        String plain = cipher.decrypt(
                Json.text(resource, "associated_data").getBytes(StandardCharsets.UTF_8),
                Json.text(resource, "nonce").getBytes(StandardCharsets.UTF_8),
                Base64.getDecoder().decode(Json.text(resource, "ciphertext")));
        return JsonParser.parseString(plain).getAsJsonObject();
    }

    private static ChannelNotice deduction(String id, String event, Transaction transaction) {
        String outTradeNo = transaction.getOutTradeNo();
        if (outTradeNo == null || outTradeNo.isEmpty()) {
            throw new InvalidCallback("微信支付扣款通知没有商户订单号");
        }
        return new ChannelNotice.DeductionDecided(
                id, outTradeNo, Transactions.result(transaction, outTradeNo), Evidence.of(event, transaction));
    }

    /** The fields are named unlike those of the entry's answer: parking_state, blocked_state_description. */
    private static ChannelNotice visit(String id, String event, JsonObject content) {
        String reason = Json.text(content, "blocked_state_description");
        boolean chargeable = "NORMAL".equals(Json.text(content, "parking_state"));
        return new ChannelNotice.VisitMoved(
                id,
                Json.text(content, "out_parking_no"),
                Json.text(content, "parking_id"),
                chargeable,
                chargeable ? "" : WechatPayVehicles.blocked(reason),
                Evidence.of(event, content));
    }
}
