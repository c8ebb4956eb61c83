package cn.citybrain.parking.onboarding.channel.exchange;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A channel's own sentence: it may quote a telephone, an account, an ID card or a plate of the request. */
final class FreeText {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{11,}[Xx]?");
    private static final Pattern PLATE =
            Pattern.compile("[\\u4e00-\\u9fa5][A-Z](?:[A-Z0-9]{4}(?:应急|[挂学警港澳领试超])|[A-Z0-9]{5,6})"
                    + "|使[0-9]{6}|[0-9]{6}使|WJ[\\u4e00-\\u9fa5]?[0-9]{4}[A-Z0-9]|民航[A-Z0-9]{5}");

    private FreeText() {}

    /** @param text null is taken for empty */
    static String masked(String text) {
        if (text == null) {
            return "";
        }
        String numbers = NUMBER.matcher(text).replaceAll(found -> ends(found, 3, 4));
        return PLATE.matcher(numbers).replaceAll(found -> ends(found, 2, 2));
    }

    private static String ends(MatchResult found, int head, int tail) {
        String all = found.group();
        return all.substring(0, head) + "****" + all.substring(all.length() - tail);
    }
}
