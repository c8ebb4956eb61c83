package cn.citybrain.parking.onboarding.process.worklist;

import java.time.Instant;
import java.util.List;

/**
 * A task, or what a channel is waited for, as a list shows it.
 *
 * @param id of the task; null where it is none
 * @param name of the step
 * @param applicationNo null where it is about none
 * @param company its name, empty as above
 * @param channelName empty as above
 * @param bindingId of the lot's page, null where it is about no single lot
 * @param lots what it is about: the lot, or those that the application is meant for; at most {@link #LOTS} of them
 * @param lotCount how many there are
 * @param dueAt until when it is to be done or answered; null where nobody knows
 * @param due OVERDUE, TODAY or LATER; null without a date
 * @param who whose it is to do: a role, or the channel
 * @param assignee who has it, null while nobody has
 * @param mine whether the reader has it
 * @param claimable whether the reader may claim it
 * @param note what is overdue, since when and who deals with it; null if nothing
 */
record WorkRow(
        String id,
        String name,
        String applicationNo,
        String company,
        String channel,
        String channelName,
        Long bindingId,
        List<Lot> lots,
        int lotCount,
        Instant createdAt,
        Instant dueAt,
        String due,
        String who,
        String assignee,
        boolean mine,
        boolean claimable,
        boolean corrected,
        String note) {

    static final int LOTS = 3;

    record Lot(String code, String name) {}
}
