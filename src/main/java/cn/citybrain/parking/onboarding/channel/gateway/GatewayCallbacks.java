package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.Callbacks;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/** Verifies and reads callbacks. Old ones are refused; one that comes twice is the inbox's, by its {@code eventId}. */
final class GatewayCallbacks implements Callbacks {

    private final ObjectMapper json = new ObjectMapper();
    private final GatewaySignature signature;
    private final GatewayCharges charges;

    GatewayCallbacks(GatewaySignature signature, GatewayCharges charges) {
        this.signature = signature;
        this.charges = charges;
    }

    @Override
    public ChannelNotice read(CallbackRequest request) {
        if (!signature.genuine("POST", request.path(), request.headers(), request.body())) {
            throw new InvalidCallback("渠道网关回调的签名不正确，或时间戳超出 5 分钟");
        }
        JsonNode event = event(request.body());
        String id = GatewayAnswer.text(event, "eventId");
        String type = GatewayAnswer.text(event, "type");
        JsonNode data = event.path("data");
        if (id.isEmpty() || !data.isObject()) {
            throw new InvalidCallback("渠道网关回调没有 eventId 或 data");
        }
        String evidence = type + " " + GatewayAnswer.text(data, "state");
        return switch (type) {
            case "application.changed" -> new ChannelNotice.ReviewMoved(id, required(data, "applicationNo"), evidence);
            case "lot.changed" -> new ChannelNotice.LotMoved(id, number(required(data, "bindingNo")), evidence);
            case "deduction.changed" -> deduction(id, data, evidence);
            default -> new ChannelNotice.Other(id, type, evidence);
        };
    }

    @Override
    public CallbackAnswer answer(CallbackRequest request, CallbackAnswer.Outcome outcome) {
        return CallbackAnswer.byStatus(outcome);
    }

    private ChannelNotice deduction(String id, JsonNode data, String evidence) {
        String outTradeNo = required(data, "outTradeNo");
        DeductionResult result = charges.result(outTradeNo, data);
        return ChannelNotice.deduction(id, outTradeNo, result, "deduction.changed", evidence + " " + outTradeNo);
    }

    private JsonNode event(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            throw new InvalidCallback("渠道网关回调不是 JSON");
        }
    }

    private static String required(JsonNode data, String member) {
        String value = GatewayAnswer.text(data, member);
        if (value.isEmpty()) {
            throw new InvalidCallback("渠道网关回调缺少 " + member);
        }
        return value;
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new InvalidCallback("渠道网关回调的 bindingNo 不是数字");
        }
    }
}
