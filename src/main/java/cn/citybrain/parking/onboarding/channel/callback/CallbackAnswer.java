package cn.citybrain.parking.onboarding.channel.callback;

/**
 * What a channel gets back for a callback.
 *
 * @param status HTTP status
 * @param contentType media type of the body, ignored when the body is empty
 * @param body text in UTF-8, may be empty
 */
public record CallbackAnswer(int status, String contentType, String body) {

    /** For channels that look at the status: 200 without a body, else {@code {"code":"FAIL"}}. */
    public static CallbackAnswer byStatus(Outcome outcome) {
        return switch (outcome) {
            case TAKEN -> new CallbackAnswer(200, "application/json", "");
            case INVALID -> new CallbackAnswer(400, "application/json", "{\"code\":\"FAIL\",\"message\":\"invalid\"}");
            case NOT_STORED -> new CallbackAnswer(500, "application/json", "{\"code\":\"FAIL\",\"message\":\"retry\"}");
        };
    }

    /** What became of a callback, as far as the answer depends on it. */
    public enum Outcome {
        /** It is on disk (now or since an earlier delivery): the channel may stop sending it. */
        TAKEN,
        /** Not genuine, too old or not readable: sending it again would not help. */
        INVALID,
        /** It could not be stored: the channel should send it again. */
        NOT_STORED
    }
}
