package cn.citybrain.parking.onboarding.channel;

/** A technical failure on the way to or at a channel: try again later. */
public class ChannelException extends RuntimeException {
    public ChannelException(String message) {
        super(message);
    }

    public ChannelException(String message, Throwable cause) {
        super(message, cause);
    }
}
