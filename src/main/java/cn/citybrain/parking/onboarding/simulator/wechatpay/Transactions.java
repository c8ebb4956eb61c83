package cn.citybrain.parking.onboarding.simulator.wechatpay;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A debit as it goes over the wire, in answers and notifications. */
final class Transactions {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    private Transactions() {}

    static Map<String, Object> of(ParkingOrder order) {
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("appid", order.appid());
        wire.put("sp_mchid", Party.SP_MCHID);
        wire.put("sub_mchid", order.subMchid());
        wire.put("description", order.orderDescription());
        wire.put("out_trade_no", order.outTradeNo());
        wire.put("create_time", time(order.createdAt()));
        wire.put("trade_state", order.tradeState());
        wire.put("trade_state_description", order.stateDescription());
        wire.put("attach", order.attach());
        wire.put("trade_scene", "PARKING");
        wire.put("parking_info", scene(order.scene()));
        wire.put("payer", Map.of("openid", order.openid()));
        wire.put(
                "amount",
                Map.of("total", order.total(), "currency", "CNY", "payer_total", order.total(), "discount_total", 0));
        wire.put("promotion_detail", List.of());
        if (order.successAt() != null) {
            wire.put("transaction_id", order.transactionId());
            wire.put("success_time", time(order.successAt()));
            wire.put("bank_type", "OTHERS");
            wire.put("user_repaid", order.userRepaid() ? "Y" : "N");
        }
        return wire;
    }

    private static Map<String, Object> scene(ParkingOrder.Scene scene) {
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

    static String time(Instant instant) {
        return TIME.format(instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.ofHours(8)));
    }
}
