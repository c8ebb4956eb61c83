package cn.citybrain.parking.onboarding.access;

/**
 * Somebody or something that was waited for is waited for no longer: a user task or a receive task was left, whatever way.
 * Published within the engine's transaction.
 *
 * @param stepId the engine's id of the activity instance
 */
public record StepLeft(String stepId) {}
