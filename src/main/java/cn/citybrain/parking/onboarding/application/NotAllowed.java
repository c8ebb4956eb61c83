package cn.citybrain.parking.onboarding.application;

/** This person may not do this; Chinese message. */
public class NotAllowed extends RuntimeException {

    public NotAllowed(String message) {
        super(message);
    }
}
