package cn.citybrain.parking.onboarding.board;

/** Not possible as things stand; the message is in Chinese. */
public class Conflict extends RuntimeException {
    public Conflict(String message) {
        super(message);
    }
}
