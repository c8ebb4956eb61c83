package cn.citybrain.parking.onboarding.document;

/** A file is not taken. The message says in Chinese why, and what would be. */
public class PaperRefused extends RuntimeException {

    public PaperRefused(String message) {
        super(message);
    }
}
