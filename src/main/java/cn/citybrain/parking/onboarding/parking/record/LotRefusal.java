package cn.citybrain.parking.onboarding.parking.record;

/** A request of a lot that is refused, with the resultCode and the Chinese sentence it is answered with. */
public class LotRefusal extends RuntimeException {

    private final int resultCode;

    public LotRefusal(int resultCode, String message) {
        super(message, null, false, false);
        this.resultCode = resultCode;
    }

    /** The same with a remark at its end. */
    public LotRefusal with(String remark) {
        return remark.isEmpty() ? this : new LotRefusal(resultCode, getMessage() + remark);
    }

    public int resultCode() {
        return resultCode;
    }
}
