package cn.citybrain.parking.onboarding.channel.account;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import java.time.Instant;
import java.util.List;

/** How far the channel is with an application. */
public sealed interface ReviewResult {

    /** Still with the channel's reviewers. */
    record UnderReview(String stateText) implements ReviewResult {}

    /** Somebody of the channel will call to agree on a visit to the merchant. */
    record AwaitingVisit(String stateText) implements ReviewResult {}

    /**
     * The channel proposes a visit to sign on site.
     *
     * @param contact who comes, with a phone number
     */
    record VisitScheduled(Instant visitAt, String contact, String stateText) implements ReviewResult {}

    /** Signed; the channel still has something to do before the account is open. */
    record Signed(String stateText) implements ReviewResult {}

    /** The merchant has to confirm the account (mail, small payment) behind {@code link}. */
    record AwaitingVerification(String link, String stateText) implements ReviewResult {}

    /** The merchant has to sign the contract behind {@code link}. */
    record AwaitingSignature(String link, String stateText) implements ReviewResult {}

    /** What the merchant should have confirmed or signed has expired: it has to be submitted anew. */
    record Expired(String reason) implements ReviewResult {}

    /** Done: the channel's account number of the merchant (WeChat Pay: {@code sub_mchid}). */
    record Approved(String channelAccount) implements ReviewResult {}

    /** Refused. {@code issues} may be empty: then somebody has to find out why. */
    record Rejected(List<FieldIssue> issues, String message) implements ReviewResult {}

    /** The channel closed the application for good; nothing can be corrected. */
    record Closed(String reason) implements ReviewResult {}

    /** The channel's answer does not tell; ask again. */
    record Undetermined(String reason) implements ReviewResult {}
}
