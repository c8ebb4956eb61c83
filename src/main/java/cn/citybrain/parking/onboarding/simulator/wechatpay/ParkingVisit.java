package cn.citybrain.parking.onboarding.simulator.wechatpay;

/**
 * A vehicle that entered.
 *
 * @param id parking_id of the debit
 * @param startTime RFC 3339
 * @param freeDuration in seconds
 * @param state NORMAL or BLOCKED
 */
public record ParkingVisit(
        String id,
        String subMchid,
        String outParkingNo,
        String plateNumber,
        String plateColor,
        String notifyUrl,
        String startTime,
        String parkingName,
        int freeDuration,
        String state,
        String blockReason) {

    ParkingVisit in(String newState, String newReason) {
        return new ParkingVisit(
                id,
                subMchid,
                outParkingNo,
                plateNumber,
                plateColor,
                notifyUrl,
                startTime,
                parkingName,
                freeDuration,
                newState,
                newReason);
    }
}
