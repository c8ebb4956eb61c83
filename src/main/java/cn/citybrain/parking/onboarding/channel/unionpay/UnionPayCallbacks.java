package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.Callbacks;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.wire.Digest;
import cn.citybrain.parking.onboarding.channel.wire.FormBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What UnionPay tells by itself: 40701 a signing, 40801 the question whether a vehicle is inside, and the assumed 90501
 * (payment result) and 90601 (application moved). It gives its messages no number: what they say is their identity.
 */
final class UnionPayCallbacks implements Callbacks {

    /** What each message has to hold; one without it is answered with 03. */
    private static final Map<String, List<String>> MANDATORY = Map.of(
            "40701",
            List.of("CarNo", "CustId", "OperaType"),
            "40801",
            List.of("ParkCode", "CarNo", "RefNo", "EntryTime"),
            "90501",
            List.of("OutTradeNo"),
            "90601",
            List.of("ApplyNo"));

    private final ObjectMapper json = new ObjectMapper();
    private final UnionPaySettings settings;
    private final UnionPayCharges charges;
    private final UnionPayVehicles vehicles;

    UnionPayCallbacks(UnionPaySettings settings, UnionPayCharges charges, UnionPayVehicles vehicles) {
        this.settings = settings;
        this.charges = charges;
        this.vehicles = vehicles;
    }

    @Override
    public ChannelNotice read(CallbackRequest request) {
        Map<String, String> form = FormBody.read(request.body(), "银联通知");
        if (!genuine(form)) {
            throw new InvalidCallback("银联通知的签名不正确");
        }
        String transId = form.getOrDefault("TransId", "");
        String id = transId + "-" + identity(form);
        lacking(form).ifPresent(name -> {
            throw new InvalidCallback("银联通知缺少 " + name);
        });
        return switch (transId) {
            case "90501" -> deduction(id, form);
            case "90601" ->
                new ChannelNotice.ReviewMoved(id, form.get("ApplyNo"), "90601 " + form.getOrDefault("ApplyState", ""));
            default -> new ChannelNotice.Other(id, transId, transId + " " + form.getOrDefault("OperaType", ""));
        };
    }

    private boolean genuine(Map<String, String> form) {
        return UnionPaySign.genuine(form, settings.keyOf(form.getOrDefault("MerCode", "")));
    }

    private ChannelNotice deduction(String id, Map<String, String> form) {
        String outTradeNo = form.get("OutTradeNo");
        DeductionResult result = charges.result(outTradeNo, form);
        String evidence = "90501 " + outTradeNo + " " + form.getOrDefault("OrderState", "");
        return ChannelNotice.deduction(id, outTradeNo, result, "90501", evidence);
    }

    /** {@code TransId} one higher, the remark echoed, always HTTP 200. */
    @Override
    public CallbackAnswer answer(CallbackRequest request, CallbackAnswer.Outcome outcome) {
        Map<String, String> form = readable(request);
        String transId = form.getOrDefault("TransId", "");
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("TransId", transId.matches("\\d{5}") ? Integer.toString(Integer.parseInt(transId) + 1) : "");
        answer.put(
                "ResultCode",
                switch (outcome) {
                    case TAKEN -> "00";
                    case INVALID -> genuine(form) && lacking(form).isPresent() ? "03" : "01";
                    case NOT_STORED -> "99";
                });
        answer.put("ResultMsg", outcome == CallbackAnswer.Outcome.TAKEN ? "成功" : "失败");
        answer.put("Remark", form.getOrDefault("Remark", ""));
        if (transId.equals("40801") && outcome == CallbackAnswer.Outcome.TAKEN) {
            answer.put("status", Integer.parseInt(vehicles.status(form.getOrDefault("RefNo", ""))));
        }
        try {
            return new CallbackAnswer(200, "application/json", json.writeValueAsString(answer));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What there is to echo: nothing when the body is no form. */
    private static Map<String, String> readable(CallbackRequest request) {
        try {
            return FormBody.read(request.body(), "银联通知");
        } catch (InvalidCallback unreadable) {
            return Map.of();
        }
    }

    /** The first field that has to be there and is not. */
    private static Optional<String> lacking(Map<String, String> form) {
        return MANDATORY.getOrDefault(form.getOrDefault("TransId", ""), List.of()).stream()
                .filter(name -> form.getOrDefault(name, "").isBlank())
                .findFirst();
    }

    private static String identity(Map<String, String> form) {
        byte[] sign = form.getOrDefault("Sign", "").getBytes(StandardCharsets.UTF_8);
        return Digest.sha256(sign).substring(0, 32);
    }
}
