package cn.citybrain.parking.onboarding.channel.vehicle;

/** What the channel said to a leaving vehicle. */
public sealed interface ExitResult {

    record Told() implements ExitResult {}

    /** The channel does not want this exit, e.g. because it has it. The charge can go on. */
    record Rejected(String code, String reason) implements ExitResult {}

    /** The channel wants no word of exits: its charge tells when the vehicle left. */
    record NotNeeded() implements ExitResult {}
}
