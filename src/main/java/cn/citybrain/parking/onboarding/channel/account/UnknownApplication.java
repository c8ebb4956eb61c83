package cn.citybrain.parking.onboarding.channel.account;

import cn.citybrain.parking.onboarding.channel.ChannelException;

/** The channel says that it has no application with this number. */
public class UnknownApplication extends ChannelException {

    public UnknownApplication(String message) {
        super(message);
    }
}
