package cn.citybrain.parking.onboarding.simulator.unionpay;

/** A result code other than 00. */
final class UnionPayError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnionPayError(String code, String message) {
        super(message);
        this.code = code;
    }

    /** 03, which names the field. */
    static UnionPayError field(String name, String problem) {
        return new UnionPayError("03", name + " " + problem);
    }

    String code() {
        return code;
    }
}
