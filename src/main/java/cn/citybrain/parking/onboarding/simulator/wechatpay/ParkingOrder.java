package cn.citybrain.parking.onboarding.simulator.wechatpay;

import java.time.Instant;

/**
 * A debit.
 *
 * @param total in 分
 * @param tradeState ACCEPTED, SUCCESS, PAY_FAIL or REFUND
 * @param refunded in 分, what was given back so far
 * @param userRepaid whether the owner repaid what WeChat Pay had advanced
 */
public record ParkingOrder(
        String outTradeNo,
        String transactionId,
        String appid,
        String subMchid,
        String orderDescription,
        String attach,
        String notifyUrl,
        int total,
        Scene scene,
        String openid,
        String tradeState,
        String stateDescription,
        Instant createdAt,
        Instant successAt,
        int refunded,
        boolean userRepaid) {

    /**
     * @param startTime RFC 3339
     * @param chargingDuration in seconds
     */
    public record Scene(
            String parkingId,
            String plateNumber,
            String plateColor,
            String startTime,
            String endTime,
            String parkingName,
            int chargingDuration) {}

    ParkingOrder decided(String newState, String newDescription, Instant newSuccessAt) {
        return changed(newState, newDescription, newSuccessAt, refunded, userRepaid);
    }

    ParkingOrder refunded(int amount) {
        return changed("REFUND", "已退款", successAt, refunded + amount, userRepaid);
    }

    ParkingOrder repaid() {
        return changed(tradeState, stateDescription, successAt, refunded, true);
    }

    private ParkingOrder changed(String state, String words, Instant success, int back, boolean repaid) {
        return new ParkingOrder(
                outTradeNo,
                transactionId,
                appid,
                subMchid,
                orderDescription,
                attach,
                notifyUrl,
                total,
                scene,
                openid,
                state,
                words,
                createdAt,
                success,
                back,
                repaid);
    }
}
