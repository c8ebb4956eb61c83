package cn.citybrain.parking.onboarding.channel;

/**
 * @param outRefundNo our number of the refund, at most 32 letters and digits
 * @param amount in 分
 * @param total the charge's amount in 分
 */
public record RefundOrder(
        String outRefundNo, String outTradeNo, String channelAccount, int amount, int total, String reason) {}
