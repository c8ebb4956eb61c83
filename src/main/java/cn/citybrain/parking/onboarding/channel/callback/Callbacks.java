package cn.citybrain.parking.onboarding.channel.callback;

/** What a channel tells unasked. */
public interface Callbacks {

    /**
     * Verifies and reads a callback.
     *
     * @throws InvalidCallback if signature, age or content are not what the channel promises
     */
    ChannelNotice read(CallbackRequest request);

    /**
     * How this channel wants a callback to be answered.
     *
     * @param request the callback, not to be trusted unless the outcome is TAKEN
     */
    CallbackAnswer answer(CallbackRequest request, CallbackAnswer.Outcome outcome);
}
