package cn.citybrain.parking.onboarding.board;

/** The person sees it and may not do this; the message is in Chinese. */
public class Forbidden extends RuntimeException {
    public Forbidden(String message) {
        super(message);
    }
}
