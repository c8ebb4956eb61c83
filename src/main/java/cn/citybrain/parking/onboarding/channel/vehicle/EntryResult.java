package cn.citybrain.parking.onboarding.channel.vehicle;

/** What the channel said to an entering vehicle. */
public sealed interface EntryResult {

    /** The visit can be charged; {@code reference} is the channel's number of it. */
    record Admitted(String reference) implements EntryResult {}

    /** The channel knows the vehicle and will not pay for it now. */
    record Blocked(String reference, String reason) implements EntryResult {}

    record Rejected(String code, String reason) implements EntryResult {}

    /** The channel wants no word of entries: its charge tells when the vehicle came. */
    record NotNeeded() implements EntryResult {}
}
