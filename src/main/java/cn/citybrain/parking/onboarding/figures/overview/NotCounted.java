package cn.citybrain.parking.onboarding.figures.overview;

/** What was asked for is no figure of ours. */
class NotCounted extends RuntimeException {

    /** @param message in Chinese, with what can be asked for */
    NotCounted(String message) {
        super(message);
    }
}
