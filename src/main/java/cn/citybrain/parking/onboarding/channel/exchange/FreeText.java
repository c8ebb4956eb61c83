package cn.citybrain.parking.onboarding.channel.exchange;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A channel's own sentence: it may quote a telephone, an account, an identity document or a plate of the request. */
final class FreeText {

    private static final int LONG = 11;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{11,}[Xx]?");
    /** A passport, after its word; permits of Hong Kong and Macao tell themselves. */
    private static final Pattern DOCUMENT =
            Pattern.compile("(?<=(?:护照|通行证|居留证|居住证|证件|号码)[^0-9A-Za-z期日]{0,6})[A-Za-z]{0,3}[0-9]{7,15}(?![0-9A-Za-z])"
                    + "|(?<![0-9A-Za-z])[HhMm](?:[0-9]{8}|[0-9]{10})(?![0-9A-Za-z])");

    private static final Pattern PLATE =
            Pattern.compile("[\\u4e00-\\u9fa5][A-Z](?:[A-Z0-9]{4}(?:应急|[挂学警港澳领试超])|[A-Z0-9]{5,6})"
                    + "|使[0-9]{6}|[0-9]{6}使|WJ[\\u4e00-\\u9fa5]?[0-9]{4}[A-Z0-9]|民航[A-Z0-9]{5}");

    private FreeText() {}

    /** @param text null is taken for empty */
    static String masked(String text) {
        if (text == null) {
            return "";
        }
        String documents = DOCUMENT.matcher(text)
                .replaceAll(found -> found.group().length() < LONG ? ends(found, 1, 2) : ends(found, 3, 4));
        String numbers = NUMBER.matcher(documents).replaceAll(found -> ends(found, 3, 4));
        return PLATE.matcher(numbers).replaceAll(found -> ends(found, 2, 2));
    }

    private static String ends(MatchResult found, int head, int tail) {
        String all = found.group();
        return all.substring(0, head) + "****" + all.substring(all.length() - tail);
    }
}
