package cn.citybrain.parking.onboarding.channel.lot;

/** Whether the channel lets a lot collect. */
public sealed interface LotState {

    /** The channel is thinking; {@code reference} is its number of the registration. */
    record Pending(String reference) implements LotState {}

    /** Consented; {@code channelLotId} is the channel's number of the lot (WeChat Pay: permission's parking lot id). */
    record Registered(String reference, String channelLotId) implements LotState {}

    record Refused(String reason) implements LotState {}
}
