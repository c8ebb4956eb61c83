package cn.citybrain.parking.onboarding.access;

/**
 * The engine gave something up, and somebody has to look at it. Told once, where it happened: not of the instances that
 * called the one that is stopped. Published within the engine's transaction.
 *
 * @param type as the engine calls it, e.g. {@code failedExternalTask}
 * @param activityId null where it is about no step
 * @param definitionId version of the model, null where it is about none
 * @param processInstanceId null where it is about no instance
 */
public record IncidentRaised(
        String id, String type, String activityId, String definitionId, String processInstanceId) {}
