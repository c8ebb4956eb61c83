package cn.citybrain.parking.onboarding.encryption;

/** A stored value that no configured key opens, or that was changed or moved since it was written. */
public class UndecipherableValue extends RuntimeException {

    UndecipherableValue(String message, Throwable cause) {
        super(message, cause);
    }
}
