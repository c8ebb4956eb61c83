package cn.citybrain.parking.onboarding.channel.callback;

import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;

/**
 * A verified callback.
 *
 * <p>{@code id} is the channel's own id of the message; the inbox keeps each once.
 */
public sealed interface ChannelNotice {

    String id();

    /** The text that is kept as evidence, without sensitive values. */
    String evidence();

    /** A deduction was decided. */
    record DeductionDecided(String id, String outTradeNo, DeductionResult result, String evidence)
            implements ChannelNotice {}

    /** The channel moved on with an application: ask for its state. */
    record ReviewMoved(String id, String applicationNo, String evidence) implements ChannelNotice {}

    /** The channel moved on with a lot: ask for its state. */
    record LotMoved(String id, long bindingId, String evidence) implements ChannelNotice {}

    /** The channel can or can no longer charge a vehicle that is inside. */
    record VisitMoved(String id, String visitNo, String reference, boolean chargeable, String reason, String evidence)
            implements ChannelNotice {}

    /** Genuine, but nothing that we act on. */
    record Other(String id, String kind, String evidence) implements ChannelNotice {}

    /** What is told of a deduction, decided or not. */
    static ChannelNotice deduction(String id, String outTradeNo, DeductionResult result, String kind, String evidence) {
        return result instanceof DeductionResult.Succeeded || result instanceof DeductionResult.Failed
                ? new DeductionDecided(id, outTradeNo, result, evidence)
                : new Other(id, kind, evidence);
    }
}
