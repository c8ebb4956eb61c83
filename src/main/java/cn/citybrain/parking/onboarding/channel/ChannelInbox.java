package cn.citybrain.parking.onboarding.channel;

import org.springframework.stereotype.Component;

/** The callbacks of all channels, each kept once, answered from the table. */
@Component
public class ChannelInbox {

    /** The notice of a stored callback. */
    public ChannelNotice notice(long messageId) {
        throw new UnsupportedOperationException();
    }
}
