package cn.citybrain.parking.onboarding.channel.inbox;

import cn.citybrain.parking.onboarding.channel.Channel;

/**
 * A genuine callback that is on disk. Published in the transaction that stored it, carries ids only; can be delivered more
 * than once. The notice itself is read with {@link ChannelInbox#notice}.
 */
public sealed interface ChannelEvent {

    Channel channel();

    /** Row of the inbox. */
    long messageId();

    /** A deduction was decided. */
    record DeductionNoticed(Channel channel, long messageId, String outTradeNo) implements ChannelEvent {}

    /** The channel moved on with an application: ask for its state. */
    record ReviewNoticed(Channel channel, long messageId, String applicationNo) implements ChannelEvent {}

    /** The channel moved on with a lot: ask for its state. */
    record LotNoticed(Channel channel, long messageId, long bindingId) implements ChannelEvent {}

    /** The channel can or can no longer charge a vehicle that is inside. */
    record VisitNoticed(Channel channel, long messageId, String visitNo) implements ChannelEvent {}
}
