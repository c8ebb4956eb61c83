package cn.citybrain.parking.onboarding.simulator;

import java.time.Instant;

/**
 * One movement of money that a simulated channel really made.
 *
 * @param id grows with every entry
 * @param channel code of the channel, e.g. {@code wechatpay}
 * @param tradeNo the platform's number of the movement ({@code out_trade_no}, {@code out_refund_no})
 * @param channelNo the channel's own number of it
 * @param account the channel's number of the merchant
 * @param visit the channel's number of the parking visit, empty for a refund
 * @param lotName name of the lot as the platform gave it, empty for a refund
 * @param amount in 分, always positive: {@code kind} says which way it went
 */
public record LedgerEntry(
        long id,
        Instant bookedAt,
        String channel,
        Kind kind,
        String tradeNo,
        String channelNo,
        String account,
        String visit,
        String lotName,
        String plateNo,
        int amount) {

    /** Which way the money went. */
    public enum Kind {
        CHARGE,
        REFUND
    }
}
