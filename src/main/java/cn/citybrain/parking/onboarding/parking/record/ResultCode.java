package cn.citybrain.parking.onboarding.parking.record;

/** resultCode of the interface's answers. */
public final class ResultCode {

    public static final int OK = 200;
    public static final int MALFORMED = 400;
    public static final int UNKNOWN_SENDER = 401;
    public static final int NOT_YOURS = 403;
    static final int CONFLICT = 409;
    public static final int TOO_LARGE = 413;
    public static final int TOO_FAST = 429;
    public static final int OUR_FAULT = 500;
    public static final int UNSUPPORTED = 501;
    public static final int NOT_STORED = 503;

    private ResultCode() {}
}
