package cn.citybrain.parking.onboarding.parking;

/** An accessID or public key that cannot be registered. */
public class InvalidAccessKey extends RuntimeException {

    private final String field;

    InvalidAccessKey(String field, String message) {
        super(message);
        this.field = field;
    }

    /** {@code accessId} or {@code publicKey}; the message says in Chinese what is wrong with it. */
    public String field() {
        return field;
    }
}
