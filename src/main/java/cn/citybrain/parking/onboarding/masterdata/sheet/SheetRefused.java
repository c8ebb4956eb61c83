package cn.citybrain.parking.onboarding.masterdata.sheet;

/** A file cannot be read as it is. The message says in Chinese why, where, and what to do. */
public class SheetRefused extends RuntimeException {

    public SheetRefused(String message) {
        super(message);
    }

    SheetRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
