package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A debit.
 *
 * @param channelNo the channel's own number of it
 * @param account the channel's number of the merchant
 * @param visit the channel's number of the parking visit, empty where it has none
 * @param lotName as the platform gave it
 * @param plateColor in the channel's words, may be empty
 * @param amount in 分
 * @param notifyUrl where the result is told, empty if nowhere
 * @param facts what only this channel knows of a debit
 * @param code why it failed, as code; may be empty
 * @param reason why it failed, in words
 * @param refunded in 分, what was given back so far
 */
public record Order(
        String outTradeNo,
        String channelNo,
        String account,
        String visit,
        String lotName,
        String plateNo,
        String plateColor,
        int amount,
        String notifyUrl,
        Map<String, String> facts,
        State state,
        String code,
        String reason,
        Instant createdAt,
        Instant paidAt,
        int refunded) {

    /** What became of it. */
    public enum State {
        ACCEPTED("已受理，待扣款", Tone.WAIT),
        PAID("已扣款", Tone.GOOD),
        FAILED("扣款失败", Tone.BAD),
        /** Paid, and some or all of it given back. */
        REFUNDED("已退款", Tone.PLAIN);

        private final Words words;

        State(String text, Tone tone) {
            words = new Words(text, tone);
        }

        public Words words() {
            return words;
        }
    }

    /** A debit as the platform asks for it; the rest is filled in by {@code Orders.charge}. */
    public static Order asked(
            String outTradeNo,
            String channelNo,
            String account,
            String visit,
            String lotName,
            String plateNo,
            String plateColor,
            int amount,
            String notifyUrl,
            Map<String, String> facts) {
        return new Order(
                outTradeNo,
                channelNo,
                account,
                visit,
                lotName,
                plateNo,
                plateColor,
                amount,
                notifyUrl,
                facts,
                State.ACCEPTED,
                "",
                "",
                null,
                null,
                0);
    }

    /** One of the facts, empty if absent. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** Whether money was taken, whatever was given back since. */
    public boolean paid() {
        return paidAt != null;
    }

    public Order accepted(Instant at) {
        return changed(State.ACCEPTED, "", "", at, null, 0, facts);
    }

    /** As it was before its decision: what channels answer that decide a moment later. */
    public Order undecided() {
        return accepted(createdAt);
    }

    public Order paid(Instant at) {
        return changed(State.PAID, "", "", createdAt, at, 0, facts);
    }

    public Order failed(String newCode, String newReason) {
        return changed(State.FAILED, newCode, newReason, createdAt, null, 0, facts);
    }

    public Order refunded(int more) {
        return changed(State.REFUNDED, code, reason, createdAt, paidAt, refunded + more, facts);
    }

    /** With one fact more. */
    public Order with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return changed(state, code, reason, createdAt, paidAt, refunded, more);
    }

    private Order changed(
            State newState,
            String newCode,
            String newReason,
            Instant created,
            Instant newPaidAt,
            int back,
            Map<String, String> newFacts) {
        return new Order(
                outTradeNo,
                channelNo,
                account,
                visit,
                lotName,
                plateNo,
                plateColor,
                amount,
                notifyUrl,
                newFacts,
                newState,
                newCode,
                newReason,
                created,
                newPaidAt,
                back);
    }
}
