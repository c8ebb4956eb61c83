package cn.citybrain.parking.onboarding.access.account;

import java.util.regex.Pattern;
import org.springframework.modulith.NamedInterface;

/** What a text shows nothing of, or shows not as what it is: two names that look the same are told apart by nobody. */
@NamedInterface("services")
public final class UnseenCharacters {

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\u115F\\u1160\\u2028\\u2029\\u2800\\u3164\\uFFA0]");

    private UnseenCharacters() {}

    /** In what fits on one line; a line break counts. */
    public static boolean in(String line) {
        return UNSEEN.matcher(line).find();
    }

    /** In what may have several lines. */
    static boolean inLines(String text) {
        return in(text.replaceAll("[\\r\\n\\t]", ""));
    }
}
