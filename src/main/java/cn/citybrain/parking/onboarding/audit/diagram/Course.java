package cn.citybrain.parking.onboarding.audit.diagram;

import java.time.Instant;
import java.util.List;

/**
 * What one process instance went through.
 *
 * @param parentId id of the instance that called it, null where none did
 * @param definitionId the version of the model that it is on, for a finished one the last
 * @param name of the model
 * @param lotCode empty where it is about no single lot
 * @param lotName empty where it is about no single lot
 * @param ended null while it runs
 * @param state the engine's: ACTIVE, SUSPENDED, COMPLETED, EXTERNALLY_TERMINATED, INTERNALLY_TERMINATED
 * @param steps in the order in which they began
 * @param flows in the order in which they were taken; the engine does not record them, see {@link TakenFlows}
 * @param failures in the order in which they came up
 * @param waits what the engine itself will do next; none once it has ended
 */
public record Course(
        String id,
        String parentId,
        String definitionId,
        String key,
        String name,
        int version,
        String lotCode,
        String lotName,
        Instant started,
        Instant ended,
        String state,
        List<Step> steps,
        List<Flow> flows,
        List<Failure> failures,
        List<Wait> waits) {

    public Course {
        steps = List.copyOf(steps);
        flows = List.copyOf(flows);
        failures = List.copyOf(failures);
        waits = List.copyOf(waits);
    }

    /**
     * One passage through an element of the model.
     *
     * @param id the engine's id of it
     * @param definitionId the version of the model that it ended on: another than the course's where the instance was moved
     * @param activityId the element; of a step that is done several times at once also {@code …#multiInstanceBody}, which holds them
     * @param scopeId id of the step, or of the instance, that it is in
     * @param ended null while it lasts
     * @param who id of whom the task is or was assigned to, empty if nobody
     * @param whoName as people know them, empty if nobody
     * @param calledId id of the instance that it called, empty if none
     */
    public record Step(
            String id,
            String definitionId,
            String activityId,
            String name,
            String type,
            String scopeId,
            Instant started,
            Instant ended,
            Passage passage,
            String who,
            String whoName,
            String calledId) {

        private static final String SEVERAL = "#multiInstanceBody";

        /** Whether it only holds the passages of an element that is done several times at once. */
        boolean holdsSeveral() {
            return activityId.endsWith(SEVERAL);
        }

        /** The element as the model names it. */
        public String element() {
            return holdsSeveral() ? activityId.substring(0, activityId.length() - SEVERAL.length()) : activityId;
        }
    }

    /** How a passage ended. */
    public enum Passage {
        RUNNING,
        DONE,
        /** Something else ended it: a withdrawal, a time that ran out, a person. */
        CANCELLED
    }

    /** @param at when its target was reached */
    public record Flow(String flowId, Instant at) {}

    /**
     * @param resolved when it was over, null while it is open
     * @param message empty where the engine kept none
     */
    public record Failure(FailureKind kind, String activityId, Instant at, Instant resolved, String message) {}

    /** What failed. */
    public enum FailureKind {
        /** The engine gave up: somebody has to look at it. */
        INCIDENT,
        /** The same in what this element called. */
        CALLED,
        /** One attempt; it was tried again. */
        ATTEMPT
    }

    /**
     * @param timer whether it waits for a time; otherwise the engine is about to go on
     * @param due when it is done at the earliest, null for as soon as possible
     * @param retries how often it is still tried; 0: not any more
     */
    public record Wait(String activityId, boolean timer, Instant due, int retries) {}
}
