package cn.citybrain.parking.onboarding.process.work;

import java.time.Duration;
import java.util.Map;

/**
 * What came of working an external task. {@code store} writes what was learnt, in the transaction that moves the process.
 */
public sealed interface Answer {

    Runnable store();

    /** The step is done. */
    record Done(Map<String, Object> variables, Runnable store) implements Answer {}

    /** A business "no": the model's error {@code errorCode}. */
    record Refused(String errorCode, Map<String, Object> variables, Runnable store) implements Answer {}

    /**
     * Nothing is decided: ask again after some time, or when a callback comes. For acts that could not begin, and for
     * instances of versions of the models in which one step acts and waits.
     */
    record Later(Duration in, Runnable store) implements Answer {}

    static Answer done() {
        return new Done(Map.of(), () -> {});
    }

    static Answer later(Duration in) {
        return new Later(in, () -> {});
    }
}
