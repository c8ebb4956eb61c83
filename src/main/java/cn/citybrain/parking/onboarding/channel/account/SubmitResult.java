package cn.citybrain.parking.onboarding.channel.account;

import cn.citybrain.parking.onboarding.channel.FieldIssue;
import java.util.List;

/**
 * What the channel said to a submitted application. {@link ByHand}: the party that opens the account has no interface (a
 * bank that works on paper).
 */
public sealed interface SubmitResult permits SubmitResult.Submitted, SubmitResult.Rejected, ByHand {

    /** Taken in; {@code reference} is the channel's own number, if it has one (else empty). */
    record Submitted(String reference) implements SubmitResult {}

    /** Refused at the door. {@code issues} may be empty: then somebody has to find out why. */
    record Rejected(List<FieldIssue> issues, String message) implements SubmitResult {}
}
