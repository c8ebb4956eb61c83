package cn.citybrain.parking.onboarding.parking;

/** A request of a lot that is refused, with the resultCode and the Chinese sentence it is answered with. */
class LotRefusal extends RuntimeException {

    private final int resultCode;

    LotRefusal(int resultCode, String message) {
        super(message, null, false, false);
        this.resultCode = resultCode;
    }

    int resultCode() {
        return resultCode;
    }
}
