package cn.citybrain.parking.onboarding.access;

/**
 * A user task was opened, changed or ended, or others may do it now, whatever way. Published within the engine's transaction,
 * before the engine has written it.
 *
 * @param taskId the engine's id of the task
 */
public record TaskTouched(String taskId) {}
