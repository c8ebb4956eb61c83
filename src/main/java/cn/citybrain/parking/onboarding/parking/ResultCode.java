package cn.citybrain.parking.onboarding.parking;

/** resultCode of the interface's answers. */
final class ResultCode {

    static final int OK = 200;
    static final int MALFORMED = 400;
    static final int UNKNOWN_SENDER = 401;
    static final int NOT_YOURS = 403;
    static final int CONFLICT = 409;
    static final int TOO_LARGE = 413;
    static final int TOO_FAST = 429;
    static final int OUR_FAULT = 500;
    static final int UNSUPPORTED = 501;
    static final int NOT_STORED = 503;

    private ResultCode() {}
}
