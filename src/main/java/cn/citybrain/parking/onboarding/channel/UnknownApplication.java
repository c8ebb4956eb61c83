package cn.citybrain.parking.onboarding.channel;

/** The channel says that it has no application with this number. */
public class UnknownApplication extends ChannelException {

    public UnknownApplication(String message) {
        super(message);
    }
}
