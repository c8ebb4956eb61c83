package cn.citybrain.parking.onboarding.simulator.gateway;

/** A refusal of the contract. */
final class GatewayError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private GatewayError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static GatewayError field(String name, String problem) {
        return new GatewayError(400, "INVALID_FIELD", "字段 " + name + " " + problem);
    }

    static GatewayError unknown(String what) {
        return new GatewayError(404, "NOT_FOUND", "没有" + what);
    }

    static GatewayError conflict(String message) {
        return new GatewayError(409, "CONFLICT", message);
    }

    static GatewayError refused(String code, String message) {
        return new GatewayError(422, code, message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
