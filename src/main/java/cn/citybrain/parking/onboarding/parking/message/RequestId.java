package cn.citybrain.parking.onboarding.parking.message;

import java.math.BigDecimal;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The number under which a lot confirms a message. Known clients cast it from a JSON number (protocol citybrain, MQTT): it
 * is a whole number of 16 digits, which no signed 64-bit integer and no double rounds. Messages of former versions have 32
 * hexadecimal digits; they stay texts.
 */
public final class RequestId {

    private static final long LEAST = 1L << 52;
    private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");
    /** What a client made of the number on its way: 4503599627370497.0 or 4.503599627370497E15. */
    private static final Pattern REWRITTEN = Pattern.compile("[1-9]\\d{0,17}(\\.\\d{1,17})?([eE]\\+?\\d{1,2})?");

    private RequestId() {}

    /** Whoever draws one that is there collides on the table's unique column, and draws again. */
    static String fresh() {
        return Long.toString(LEAST + ThreadLocalRandom.current().nextLong(LEAST));
    }

    /** As it stands in JSON. */
    static Object written(String id) {
        return NUMBER.matcher(id).matches() ? (Object) Long.valueOf(id) : id;
    }

    /** As it was given out; what is no such number is left as it came. */
    public static String read(String text) {
        if (text == null || !REWRITTEN.matcher(text).matches()) {
            return text;
        }
        try {
            return Long.toString(new BigDecimal(text).longValueExact());
        } catch (ArithmeticException noWholeNumber) {
            return text;
        }
    }
}
