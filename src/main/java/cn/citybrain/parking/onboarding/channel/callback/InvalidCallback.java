package cn.citybrain.parking.onboarding.channel.callback;

/** A callback that is not genuine, too old, or not readable. Answered as the channel demands, without effect. */
public class InvalidCallback extends RuntimeException {
    public InvalidCallback(String message) {
        super(message);
    }

    public InvalidCallback(String message, Throwable cause) {
        super(message, cause);
    }
}
