package cn.citybrain.parking.onboarding.simulator.player;

/** The play cannot go on; the message says in Chinese what was expected and what came. */
final class PlayFailed extends RuntimeException {

    PlayFailed(String message) {
        super(message);
    }

    PlayFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
