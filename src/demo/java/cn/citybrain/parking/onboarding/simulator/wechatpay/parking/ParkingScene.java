package cn.citybrain.parking.onboarding.simulator.wechatpay.parking;

import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import java.util.Map;

/**
 * {@code parking_info} of a debit.
 *
 * @param startTime RFC 3339
 * @param chargingDuration in seconds
 */
public record ParkingScene(
        String parkingId,
        String plateNumber,
        String plateColor,
        String startTime,
        String endTime,
        String parkingName,
        int chargingDuration) {

    public static ParkingScene of(Order order) {
        return new ParkingScene(
                order.visit(),
                order.plateNo(),
                order.plateColor(),
                order.fact("startTime"),
                order.fact("endTime"),
                order.lotName(),
                Integer.parseInt(order.fact("chargingDuration")));
    }

    /** What the order itself does not have. */
    Map<String, String> facts() {
        return Map.of(
                "startTime", startTime,
                "endTime", endTime,
                "chargingDuration", String.valueOf(chargingDuration));
    }
}
