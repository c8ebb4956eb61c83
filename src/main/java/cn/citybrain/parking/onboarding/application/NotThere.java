package cn.citybrain.parking.onboarding.application;

/** What was asked for is not there, or not for this person; the message, in Chinese, says what. */
public class NotThere extends RuntimeException {

    public NotThere(String message) {
        super(message);
    }
}
