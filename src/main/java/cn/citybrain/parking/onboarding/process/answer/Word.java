package cn.citybrain.parking.onboarding.process.answer;

import java.time.Duration;
import java.util.Map;

/**
 * What came of a question. {@code store} writes what was learnt, in the transaction that moves the process or notes when to
 * ask again; it may run again if that transaction was taken back.
 */
public sealed interface Word {

    Runnable store();

    /** The wait is over; the model's gateways read the variables. */
    record Decided(Map<String, Object> variables, Runnable store) implements Word {}

    /**
     * The wait goes on.
     *
     * @param text how things stand at the channel, null where it said nothing
     * @param askAgainIn null: as the settings say
     */
    record Undecided(String text, Duration askAgainIn, Runnable store) implements Word {}
}
