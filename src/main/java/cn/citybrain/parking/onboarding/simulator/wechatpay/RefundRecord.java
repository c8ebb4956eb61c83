package cn.citybrain.parking.onboarding.simulator.wechatpay;

import java.time.Instant;

/**
 * A refund.
 *
 * @param amount in 分
 * @param total of the order, in 分
 * @param status PROCESSING, SUCCESS, CLOSED or ABNORMAL
 */
public record RefundRecord(
        String outRefundNo,
        String refundId,
        String outTradeNo,
        String transactionId,
        String subMchid,
        int amount,
        int total,
        String reason,
        String status,
        Instant createdAt) {

    RefundRecord in(String newStatus) {
        return new RefundRecord(
                outRefundNo,
                refundId,
                outTradeNo,
                transactionId,
                subMchid,
                amount,
                total,
                reason,
                newStatus,
                createdAt);
    }
}
