package cn.citybrain.parking.onboarding.channel.cmb;

import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.callback.Callbacks;
import cn.citybrain.parking.onboarding.channel.callback.ChannelNotice;
import cn.citybrain.parking.onboarding.channel.callback.InvalidCallback;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.wire.FormBody;
import java.util.Map;
import java.util.TreeMap;

/**
 * Notifications are signed forms, answered with signed JSON; they carry neither time nor number, and tell of successful
 * payments only (cmb.md 2.5). What an application notification looks like is assumed.
 */
final class CmbCallbacks implements Callbacks {

    private final CmbWire wire;

    CmbCallbacks(CmbWire wire) {
        this.wire = wire;
    }

    @Override
    public ChannelNotice read(CallbackRequest request) {
        Map<String, String> form = FormBody.read(request.body(), "招商银行通知");
        if (!wire.keys().genuine(CmbWire.joined(form), form.getOrDefault("sign", ""))) {
            throw new InvalidCallback("招商银行通知的签名不正确");
        }
        String applyNo = form.getOrDefault("applyNo", "");
        if (!applyNo.isEmpty()) {
            String state = form.getOrDefault("applyState", "");
            return new ChannelNotice.ReviewMoved(
                    "apply-" + applyNo + "-" + state + "-" + form.getOrDefault("changeTime", ""),
                    applyNo,
                    "application " + state);
        }
        return payment(form);
    }

    private static ChannelNotice payment(Map<String, String> form) {
        String orderId = form.getOrDefault("orderId", "");
        if (orderId.isEmpty()) {
            throw new InvalidCallback("招商银行通知没有订单号");
        }
        String id = "pay-" + orderId + "-" + form.getOrDefault("cmbOrderId", "");
        DeductionResult result = CmbCharges.succeeded(name -> form.getOrDefault(name, ""));
        return result instanceof DeductionResult.Succeeded
                ? new ChannelNotice.DeductionDecided(id, orderId, result, "payment " + orderId)
                : new ChannelNotice.Other(id, "payment", "payment " + orderId + " incomplete");
    }

    /** The bank takes only an answer whose signature it can verify. */
    @Override
    public CallbackAnswer answer(CallbackRequest request, CallbackAnswer.Outcome outcome) {
        Map<String, String> answer = new TreeMap<>();
        answer.put("version", "0.0.1");
        answer.put("encoding", "UTF-8");
        answer.put("signMethod", "02");
        String code = outcome == CallbackAnswer.Outcome.TAKEN ? "SUCCESS" : "FAIL";
        answer.put("returnCode", code);
        answer.put("respCode", code);
        answer.put("sign", wire.keys().sign(CmbWire.joined(answer)));
        return new CallbackAnswer(200, "application/json", wire.text(answer));
    }
}
