package cn.citybrain.parking.onboarding.simulator.cmb;

/** A refusal in the bank's words. */
final class CmbError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final boolean taken;

    /** @param taken whether the request itself was in order (returnCode SUCCESS, respCode FAIL) */
    CmbError(String code, String message, boolean taken) {
        super(message);
        this.code = code;
        this.taken = taken;
    }

    static CmbError field(String name, String problem) {
        return new CmbError(name.toUpperCase() + "_NOT_LAWFUL", name + " " + problem, false);
    }

    static CmbError refused(String code, String message) {
        return new CmbError(code, message, true);
    }

    String code() {
        return code;
    }

    boolean taken() {
        return taken;
    }
}
