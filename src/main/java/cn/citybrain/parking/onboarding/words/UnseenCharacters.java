package cn.citybrain.parking.onboarding.words;

import java.util.regex.Pattern;

/** What a text shows nothing of, or shows not as what it is: two names that look the same are told apart by nobody. */
public final class UnseenCharacters {

    /** Controls, formats (zero width, directions, tags), fillers, variation selectors, what Unicode says to ignore. */
    private static final String CLASS = "\\p{Cc}\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2028\\u2029"
            + "\\u2065\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\uFFF0-\\uFFF8\\x{E0000}-\\x{E0FFF}";

    private static final Pattern UNSEEN = Pattern.compile("[" + CLASS + "]");
    private static final Pattern WITHIN_LINES = Pattern.compile("[" + CLASS + "&&[^\\t\\r\\n]]");

    private UnseenCharacters() {}

    /** In what fits on one line; a line break counts. */
    public static boolean in(String line) {
        return UNSEEN.matcher(line).find();
    }

    /** In what may have several lines. */
    public static boolean inLines(String text) {
        return WITHIN_LINES.matcher(text).find();
    }

    /** A text without them; line breaks and tabs stay. */
    static String removed(String text) {
        return WITHIN_LINES.matcher(text).replaceAll("");
    }
}
