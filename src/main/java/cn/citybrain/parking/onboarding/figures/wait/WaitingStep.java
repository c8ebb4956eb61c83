package cn.citybrain.parking.onboarding.figures.wait;

import java.time.Instant;

/**
 * What waits at one step at one channel.
 *
 * @param owed what is waited for: whoever wants to see each of them looks elsewhere for each
 * @param channel code; empty for tasks that are about no channel
 * @param step what it is called, in Chinese
 * @param who acts next, in Chinese: a role, or the channel
 * @param overdue of those, past the date that was agreed on
 * @param oldest since when the one waits that has waited longest
 * @param median half of them have waited since then or longer; of an even number the older of the two in the middle
 */
public record WaitingStep(
        Owed owed,
        String channel,
        String channelName,
        String step,
        String who,
        long count,
        long overdue,
        Instant oldest,
        Instant median) {

    /** What somebody has to do. */
    public enum Owed {
        /** A person's task. */
        TASK,
        /** The channel's word. */
        ANSWER,
        /** A message of the lot's system. */
        RECORD,
        /** That a supervisor finds out why a step of ours failed. */
        FAILURE
    }
}
