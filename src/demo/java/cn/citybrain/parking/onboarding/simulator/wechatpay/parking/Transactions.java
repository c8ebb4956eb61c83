package cn.citybrain.parking.onboarding.simulator.wechatpay.parking;

import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.ApiTime;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayParty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A debit as it goes over the wire, in answers and notifications. */
public final class Transactions {

    /** The fact of an order that the owner repaid what WeChat Pay had advanced: Y. */
    public static final String REPAID = "userRepaid";

    private Transactions() {}

    public static Map<String, Object> of(Order order) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("appid", WechatPayParty.SP_APPID);
        wire.put("sp_mchid", WechatPayParty.SP_MCHID);
        wire.put("sub_mchid", order.account());
        wire.put("description", order.fact("description"));
        wire.put("out_trade_no", order.outTradeNo());
        wire.put("create_time", ApiTime.text(order.createdAt()));
        wire.put("trade_state", state(order));
        wire.put("trade_state_description", description(order));
        wire.put("attach", order.fact("attach"));
        wire.put("trade_scene", "PARKING");
        wire.put("parking_info", scene(ParkingScene.of(order)));
        wire.put("payer", Map.of("openid", order.fact("openid")));
        wire.put(
                "amount",
                Map.of("total", order.amount(), "currency", "CNY", "payer_total", order.amount(), "discount_total", 0));
        wire.put("promotion_detail", List.of());
        if (order.paid()) {
            wire.put("transaction_id", order.channelNo());
            wire.put("success_time", ApiTime.text(order.paidAt()));
            wire.put("bank_type", "OTHERS");
            wire.put("user_repaid", order.fact(REPAID).equals("Y") ? "Y" : "N");
        }
        return wire;
    }

    private static String state(Order order) {
        return switch (order.state()) {
            case ACCEPTED -> "ACCEPTED";
            case PAID -> "SUCCESS";
            case FAILED -> "PAY_FAIL";
            case REFUNDED -> "REFUND";
        };
    }

    private static String description(Order order) {
        return switch (order.state()) {
            case ACCEPTED -> "扣费受理成功，等待扣费";
            case PAID -> "支付成功";
            case FAILED -> order.reason();
            case REFUNDED -> "已退款";
        };
    }

    private static Map<String, Object> scene(ParkingScene scene) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("parking_id", scene.parkingId());
        wire.put("plate_number", scene.plateNumber());
        wire.put("plate_color", scene.plateColor());
        wire.put("start_time", scene.startTime());
        wire.put("end_time", scene.endTime());
        wire.put("parking_name", scene.parkingName());
        wire.put("charging_duration", scene.chargingDuration());
        return wire;
    }
}
