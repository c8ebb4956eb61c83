package cn.citybrain.parking.onboarding.board;

/** The person sees it and may not do this; the message is in Chinese. */
class Forbidden extends RuntimeException {
    Forbidden(String message) {
        super(message);
    }
}
