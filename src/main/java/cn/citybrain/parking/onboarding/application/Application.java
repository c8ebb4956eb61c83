package cn.citybrain.parking.onboarding.application;

import java.time.Instant;

/**
 * An application for a receiving account at a channel, without its content.
 *
 * @param no business key of its process; letters and digits only
 * @param channel code of the channel
 * @param revision number of the newest submitted revision, 0 before the first
 * @param createdBy user id
 * @param submittedBy user who submitted the newest revision, null before
 * @param channelState what kind of step the channel waits for: {@code REVIEW}, {@code REFUSED}, {@code CLOSED}; null before
 * @param channelStateText the channel's own words, Chinese
 * @param channelLink where the channel wants the merchant to go (confirm, sign), null if nowhere
 * @param expectedAt when the channel's next answer is expected, null if unknown
 */
public record Application(
        long id,
        String no,
        String channel,
        long merchantId,
        String tenantId,
        ApplicationState state,
        int revision,
        String createdBy,
        String submittedBy,
        String channelState,
        String channelStateText,
        String channelLink,
        Instant expectedAt) {}
