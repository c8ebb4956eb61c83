package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.time.Instant;
import java.util.Map;

/**
 * A lot that wants to collect.
 *
 * @param reference the channel's number of its application
 * @param outNo the platform's number of it
 * @param account the channel's number of the merchant
 * @param spaceCount how many vehicles fit in; 0 = not told
 * @param reason why it was refused, empty otherwise
 * @param number the channel's number of the lot, once passed
 * @param facts what only this channel knows of a lot
 */
public record Lot(
        String reference,
        String outNo,
        String account,
        String name,
        String address,
        int spaceCount,
        Map<String, String> facts,
        State state,
        String reason,
        String number,
        Instant submittedAt) {

    /** What became of it. */
    public enum State {
        AUDITING("审核中", Tone.WAIT),
        PASSED("已同意", Tone.GOOD),
        REJECTED("已拒绝", Tone.BAD),
        WITHDRAWN("平台已撤回", Tone.PLAIN);

        private final Words words;

        State(String text, Tone tone) {
            words = new Words(text, tone);
        }

        public Words words() {
            return words;
        }
    }

    /** A lot as the platform submits it; the rest is filled in by {@code Lots.submit}. */
    public static Lot submitted(
            String outNo, String account, String name, String address, int spaceCount, Map<String, String> facts) {
        return new Lot("", outNo, account, name, address, spaceCount, facts, State.AUDITING, "", "", null);
    }

    /** One of the facts, empty if absent. */
    public String fact(String fact) {
        return facts.getOrDefault(fact, "");
    }

    public Lot taken(String newReference, Instant at) {
        return new Lot(newReference, outNo, account, name, address, spaceCount, facts, State.AUDITING, "", "", at);
    }

    public Lot in(State newState, String newReason, String newNumber) {
        return new Lot(
                reference,
                outNo,
                account,
                name,
                address,
                spaceCount,
                facts,
                newState,
                newReason,
                newNumber,
                submittedAt);
    }
}
