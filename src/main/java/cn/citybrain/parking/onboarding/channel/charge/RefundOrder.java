package cn.citybrain.parking.onboarding.channel.charge;

/**
 * Gives back the money of one charge.
 *
 * @param outRefundNo our number of the refund, at most 32 letters and digits
 * @param charge the order as it was sent
 * @param transactionNo the channel's number of the charge, empty where it gave none
 * @param amount in 分
 * @param total the charge's amount in 分
 */
public record RefundOrder(
        String outRefundNo, DeductionOrder charge, String transactionNo, int amount, int total, String reason) {

    public String outTradeNo() {
        return charge.outTradeNo();
    }

    public String channelAccount() {
        return charge.visit().lot().channelAccount();
    }
}
