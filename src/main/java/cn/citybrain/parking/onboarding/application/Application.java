package cn.citybrain.parking.onboarding.application;

import java.time.Instant;
import java.util.List;

/**
 * An application for a receiving account at a channel, without its content.
 *
 * @param no business key of its process; letters and digits only
 * @param channel code of the channel
 * @param stages keys of the stages of the form that were opened so far, in their order; the last one is the current
 * @param revision number of the newest submitted revision, 0 before the first
 * @param createdBy user id
 * @param submittedBy user who submitted the newest revision, null before
 * @param channelState what kind of step the channel waits for: {@code ASKED}, {@code REVIEW}, {@code REFUSED}, {@code
 *     CLOSED}; null before
 * @param channelStateText the channel's own words, Chinese
 * @param channelLink where the channel wants the merchant to go (confirm, sign), null if nowhere
 * @param channelLinkUntil when the link ends, null if it does not or nobody knows
 * @param expectedAt when the channel's next answer is expected, null if unknown
 */
public record Application(
        long id,
        String no,
        String channel,
        long merchantId,
        String tenantId,
        ApplicationState state,
        List<String> stages,
        int revision,
        String createdBy,
        String submittedBy,
        String channelState,
        String channelStateText,
        String channelLink,
        Instant channelLinkUntil,
        Instant expectedAt) {

    public Application {
        stages = List.copyOf(stages);
    }

    /** Whether nothing of it was ever submitted. */
    public boolean isDraft() {
        return state == ApplicationState.DRAFT || state == ApplicationState.FILLING && revision == 0;
    }

    /** Key of the stage that it stands in. */
    public String stage() {
        return stages.get(stages.size() - 1);
    }
}
