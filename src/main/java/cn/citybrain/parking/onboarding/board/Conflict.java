package cn.citybrain.parking.onboarding.board;

/** Not possible as things stand; the message is in Chinese. */
class Conflict extends RuntimeException {
    Conflict(String message) {
        super(message);
    }
}
