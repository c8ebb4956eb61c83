package cn.citybrain.parking.onboarding.simulator.channel.fault;

/**
 * Something that shall go wrong (or otherwise than by default) the next times.
 *
 * @param id given by the desk
 * @param channel code of the channel, given by the desk
 * @param operation name of one of the channel's operations
 * @param match only what contains this text (a plate, an out_trade_no, an application number …); empty = anything
 * @param status HTTP status, where the kind answers with an error (0 = the channel's usual one)
 * @param code error code, e.g. {@code SYSTEM_ERROR}; for {@link Kind#PAY_FAIL} why, as code or in words
 * @param message error message; empty = the code
 * @param millis how long {@code …HOLD} keeps the connection before it answers, and {@code DRIP} takes for its answer
 * @param times how many more times it happens
 */
public record Fault(
        String id,
        String channel,
        String operation,
        Kind kind,
        String match,
        int status,
        String code,
        String message,
        long millis,
        int times) {

    /** When a fault takes hold. */
    public enum Phase {
        /** Instead of the work, or of its answer. */
        WIRE,
        /** In the decision on a debit or refund. */
        DECISION,
        /** In the notification. */
        NOTICE
    }

    /** What goes wrong. */
    public enum Kind {
        /** Nothing is done; signed error with {@code status, code, message}. */
        REFUSE(Phase.WIRE, "签名的错误应答，不办理"),
        /** Nothing is done; error without signature. */
        REFUSE_UNSIGNED(Phase.WIRE, "未签名的错误应答，不办理"),
        /** Nothing is done; the connection is cut. */
        CUT(Phase.WIRE, "不办理，断开连接"),
        /** Nothing is done; the connection is held for {@code millis}, then cut. */
        HOLD(Phase.WIRE, "不办理，挂起连接"),
        /** Done, but answered with the error. */
        DONE_THEN_ERROR(Phase.WIRE, "办理后应答错误"),
        /** Done, but the connection is cut before the answer. */
        DONE_THEN_CUT(Phase.WIRE, "办理后断开连接"),
        /** Done, and answered correctly after {@code millis}. */
        DONE_THEN_HOLD(Phase.WIRE, "办理后迟迟才应答"),
        /** Done, answered with a signature that does not fit. */
        WRONG_SIGNATURE(Phase.WIRE, "办理，应答的签名错误"),
        /** Done, answered without signature. */
        UNSIGNED(Phase.WIRE, "办理，应答没有签名"),
        /** Done, answered with a signature that is 6 minutes old. */
        STALE(Phase.WIRE, "办理，应答的时间戳过期"),
        /** Done, answered with a text that is not JSON. */
        MALFORMED(Phase.WIRE, "办理，应答不是 JSON"),
        /** Done, but the connection is cut in the middle of the right answer. */
        TRUNCATED(Phase.WIRE, "办理，应答只发出一半"),
        /** Done, answered with bytes that mean nothing. */
        GARBAGE(Phase.WIRE, "办理，应答是乱码"),
        /** Done, and answered correctly, but a byte at a time over {@code millis}. */
        DRIP(Phase.WIRE, "办理，应答一个字节一个字节地发"),
        /** Nothing is done; HTTP 202 with an empty body. */
        ACCEPTED_202(Phase.WIRE, "应答 202，不办理"),

        /** Accepted, until the desk decides. */
        DECIDE_LATER(Phase.DECISION, "先受理，稍后再定"),
        /** The debit or refund fails. */
        PAY_FAIL(Phase.DECISION, "扣款或退款失败"),

        NOTICE_NEVER(Phase.NOTICE, "不发通知"),
        NOTICE_TWICE(Phase.NOTICE, "同一通知发两次"),
        NOTICE_OTHER_AMOUNT(Phase.NOTICE, "通知中的金额不同"),
        NOTICE_OTHER_PLATE(Phase.NOTICE, "通知中的车牌不同"),
        NOTICE_OTHER_ACCOUNT(Phase.NOTICE, "通知中的商户号不同"),
        NOTICE_OTHER_LOT(Phase.NOTICE, "通知中的停车场不同"),
        NOTICE_WRONG_SIGNATURE(Phase.NOTICE, "通知的签名错误"),
        NOTICE_STALE(Phase.NOTICE, "通知的时间戳过期");

        private final Phase phase;
        private final String words;

        Kind(Phase phase, String words) {
            this.phase = phase;
            this.words = words;
        }

        public Phase phase() {
            return phase;
        }

        /** For people. */
        public String words() {
            return words;
        }

        /** Whether it can happen to operations of this role. */
        public boolean fits(Operation.Role role) {
            return switch (phase) {
                case NOTICE -> role == Operation.Role.NOTIFY;
                case DECISION -> role == Operation.Role.DEDUCT || role == Operation.Role.REFUND;
                case WIRE -> role != Operation.Role.NOTIFY;
            };
        }
    }

    /** A fault that happens once, to anything. */
    public static Fault once(Operation operation, Kind kind) {
        return once(operation.name(), kind);
    }

    /** The same for an operation that is known by its name. */
    public static Fault once(String operation, Kind kind) {
        return new Fault("", "", operation, kind, "", 0, "", "", 0, 1);
    }

    /** Only for what contains the text. */
    public Fault matching(String text) {
        return new Fault(id, channel, operation, kind, text, status, code, message, millis, times);
    }

    public Fault answering(int newStatus, String newCode, String newMessage) {
        return new Fault(id, channel, operation, kind, match, newStatus, newCode, newMessage, millis, times);
    }

    public Fault holding(long newMillis) {
        return new Fault(id, channel, operation, kind, match, status, code, message, newMillis, times);
    }

    public Fault times(int newTimes) {
        return new Fault(id, channel, operation, kind, match, status, code, message, millis, newTimes);
    }

    Fault named(String newId, String newChannel) {
        return new Fault(
                newId,
                newChannel,
                operation,
                kind,
                text(match),
                status,
                text(code),
                text(message),
                millis,
                Math.max(1, times));
    }

    private static String text(String given) {
        return given == null ? "" : given;
    }
}
