package cn.citybrain.parking.onboarding.channel;

import java.util.List;

/** How far the channel is with an application. */
public sealed interface ReviewResult {

    /** Still with the channel's reviewers. */
    record UnderReview(String stateText) implements ReviewResult {}

    /** The merchant has to confirm the account (mail, small payment) behind {@code link}. */
    record AwaitingVerification(String link, String stateText) implements ReviewResult {}

    /** The merchant has to sign the contract behind {@code link}. */
    record AwaitingSignature(String link, String stateText) implements ReviewResult {}

    /** Done: the channel's account number of the merchant (WeChat Pay: {@code sub_mchid}). */
    record Approved(String channelAccount) implements ReviewResult {}

    /** Refused. {@code issues} may be empty: then somebody has to find out why. */
    record Rejected(List<FieldIssue> issues, String message) implements ReviewResult {}

    /** The channel closed the application for good; nothing can be corrected. */
    record Closed(String reason) implements ReviewResult {}

    /** The channel's answer does not tell; ask again. */
    record Undetermined(String reason) implements ReviewResult {}
}
