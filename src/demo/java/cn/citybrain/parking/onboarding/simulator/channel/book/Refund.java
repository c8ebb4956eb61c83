package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.time.Instant;
import java.util.Map;

/**
 * A refund.
 *
 * @param channelNo the channel's own number of it
 * @param amount in 分
 * @param reason why the platform gives it back
 * @param facts what only this channel knows of a refund
 */
public record Refund(
        String outRefundNo,
        String channelNo,
        String outTradeNo,
        String account,
        int amount,
        String reason,
        Map<String, String> facts,
        State state,
        Instant createdAt) {

    /** What became of it. */
    public enum State {
        PROCESSING("处理中", Tone.WAIT),
        SUCCESS("已退款", Tone.GOOD),
        FAILED("退款失败", Tone.BAD);

        private final Words words;

        State(String text, Tone tone) {
            words = new Words(text, tone);
        }

        public Words words() {
            return words;
        }
    }

    /** A refund as the platform asks for it; the rest is filled in by {@code Refunds.refund}. */
    public static Refund asked(
            String outRefundNo,
            String channelNo,
            String outTradeNo,
            String account,
            int amount,
            String reason,
            Map<String, String> facts) {
        return new Refund(outRefundNo, channelNo, outTradeNo, account, amount, reason, facts, State.PROCESSING, null);
    }

    public Refund in(State newState, Instant at) {
        return new Refund(outRefundNo, channelNo, outTradeNo, account, amount, reason, facts, newState, at);
    }
}
