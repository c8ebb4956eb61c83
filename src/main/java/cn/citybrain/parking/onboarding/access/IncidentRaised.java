package cn.citybrain.parking.onboarding.access;

/**
 * The engine gave something up, and somebody has to look at it. Published within the engine's transaction.
 *
 * @param type as the engine calls it, e.g. {@code failedExternalTask}
 * @param activityId null where it is about no step
 * @param processInstanceId null where it is about no instance
 */
public record IncidentRaised(String id, String type, String activityId, String processInstanceId) {}
