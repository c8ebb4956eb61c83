package cn.citybrain.parking.onboarding.access;

import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngineException;

/**
 * Two changes of one process at the same moment, a person's and the channel's for instance: the engine lets the first one
 * through and takes the later one back. What was taken back is done again, on what the first one left.
 */
public final class Conflicts {

    /** The engine's documented codes of its exceptions. */
    private static final int OPTIMISTIC_LOCKING = 1;

    private static final int DEADLOCK = 10_000;

    private static final int ATTEMPTS = 3;

    private Conflicts() {}

    /**
     * Makes a change, again if it was taken back.
     *
     * @param change in a transaction of its own, which has to be over when it returns or throws
     * @throws ProcessEngineException if it was taken back three times
     */
    public static <T> T repeat(Supplier<T> change) {
        for (int attempt = 1; true; attempt++) {
            try {
                return change.get();
            } catch (ProcessEngineException e) {
                if (!isConflict(e.getCode()) || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** By the code that the engine gives its exceptions, also in the answers of its API; null is none. */
    public static boolean isConflict(Integer code) {
        return code != null && (code == OPTIMISTIC_LOCKING || code == DEADLOCK);
    }
}
