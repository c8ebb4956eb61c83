package cn.citybrain.parking.onboarding.process.overdue;

import java.time.Instant;

/**
 * A step whose time is up.
 *
 * @param stepId the engine's activity instance
 * @param taskId null where the step waits for somebody outside
 * @param channel its code
 * @param bindingId null where it is about no single lot
 * @param since when its time was up
 * @param days how many working days it had
 * @param level how often it was reported to the supervisors
 * @param opensAt not overdue before: people agreed on a date
 * @param instanceId of the process {@code escalation}, null while there is none
 * @param overAt when the step was left, null before
 * @param handling what a supervisor decided last, null before
 */
record OverdueStep(
        String stepId,
        String taskId,
        String executionId,
        String applicationNo,
        String channel,
        Long bindingId,
        String name,
        Instant since,
        int days,
        int level,
        Instant opensAt,
        String instanceId,
        Instant overAt,
        Handling handling) {

    /**
     * What a supervisor decided.
     *
     * @param until for {@link OverdueDecision#EXTEND}
     * @param handedTo a person's id, for {@link OverdueDecision#HAND_OVER}
     * @param reason for {@link OverdueDecision#WITHDRAW}; the word that goes with {@link OverdueDecision#HAND_OVER}
     */
    record Handling(OverdueDecision decision, Instant until, String handedTo, String reason, String by) {}

    /** One that begins now. */
    static OverdueStep of(
            String stepId,
            String taskId,
            String executionId,
            String applicationNo,
            String channel,
            Long bindingId,
            String name,
            Instant since,
            int days) {
        return new OverdueStep(
                stepId,
                taskId,
                executionId,
                applicationNo,
                channel,
                bindingId,
                name,
                since,
                days,
                1,
                since,
                null,
                null,
                null);
    }

    boolean isTask() {
        return taskId != null;
    }
}
