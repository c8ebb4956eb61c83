package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.lot.Lots;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import com.google.gson.JsonObject;

/**
 * Permission for a lot to collect. WeChat Pay's documentation names a lot application (submit, query, withdraw) but
 * publishes the fields of the withdrawal only; path and fields of submit and query are assumed. Idempotent on
 * {@code out_parking_lot_id} (assumed).
 */
final class WechatPayLots implements Lots {

    private static final String PATH = "/v3/parking/reminders/application";

    private final WechatPayWire wire;

    WechatPayLots(WechatPayWire wire) {
        this.wire = wire;
    }

    @Override
    public LotState register(LotRegistration lot) {
        JsonObject body = new JsonObject();
        body.addProperty("sub_mchid", lot.channelAccount());
        body.addProperty("out_parking_lot_id", ourId(lot));
        body.addProperty("parking_lot_name", lot.lotName());
        body.addProperty("address", lot.lot().address());
        body.addProperty("space_count", lot.lot().spaceCount());
        try {
            return state(wire.post(PATH, body));
        } catch (WechatPayRefusal refusal) {
            if (refusal.definite() && !refusal.is("SIGN_ERROR")) {
                return new LotState.Refused(refusal.words());
            }
            throw refusal;
        }
    }

    @Override
    public LotState state(LotRegistration lot) {
        if (lot.reference().isEmpty()) {
            // the first answer was lost: sending again brings the same number
            return register(lot);
        }
        return state(wire.get(PATH + "/" + lot.reference()));
    }

    @Override
    public Withdrawal withdraw(LotRegistration lot) {
        if (lot.reference().isEmpty()) {
            return new Withdrawal.NotNeeded("微信支付没有收下该停车场");
        }
        JsonObject body = new JsonObject();
        body.addProperty("parking_lot_audit_no", lot.reference());
        body.addProperty("out_parking_lot_id", ourId(lot));
        try {
            wire.tell(PATH + "/withdraw", body);
            return new Withdrawal.Told();
        } catch (WechatPayRefusal refusal) {
            if (refusal.definite() && refusal.is("RESOURCE_NOT_EXISTS")) {
                return new Withdrawal.NotNeeded("微信支付没有该停车场的申请");
            }
            if (refusal.definite() && refusal.is("INVALID_REQUEST")) {
                return tooLate(lot);
            }
            throw refusal;
        }
    }

    /** Assumed: a lot whose audit is over cannot be withdrawn any more. */
    private Withdrawal tooLate(LotRegistration lot) {
        return state(lot) instanceof LotState.Registered
                ? new ByHand("微信支付", "停车场审核已通过，接口不再受理撤回：请在微信支付服务商平台停用停车场，审核单号 " + lot.reference())
                : new Withdrawal.NotNeeded("该停车场的申请在微信支付已经结束");
    }

    private static String ourId(LotRegistration lot) {
        return "LOT" + lot.bindingId();
    }

    private static LotState state(JsonObject answer) {
        String reference = Json.text(answer, "parking_lot_audit_no");
        String state = Json.text(answer, "audit_state");
        return switch (state) {
            case "PASSED" -> new LotState.Registered(reference, Json.text(answer, "parking_id"));
            case "REJECTED" -> new LotState.Refused(reason(answer));
            case "WITHDRAWN" -> new LotState.Refused("停车场申请已撤回");
            case "AUDITING", "" -> pending(reference);
            default -> throw new NoAnswer(Channel.WECHATPAY, "未知的停车场审核状态：" + state);
        };
    }

    private static LotState pending(String reference) {
        if (reference.isEmpty()) {
            throw new NoAnswer(Channel.WECHATPAY, "停车场申请的应答没有审核单号");
        }
        return new LotState.Pending(reference);
    }

    private static String reason(JsonObject answer) {
        String reason = Json.text(answer, "reject_reason");
        return reason.isEmpty() ? "微信支付未说明驳回原因" : reason;
    }
}
