package cn.citybrain.parking.onboarding.audit.story;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What people or machines wrote freely, with the telephones, identity documents and bank cards in it hidden: nobody needs them
 * to judge what was done. The longer numbers of stays and transactions stay, and those with letters that no document has.
 */
public final class PrivateNumbers {

    private static final String BEGIN = "(?<![0-9A-Za-z])";
    private static final String END = "(?![0-9A-Za-z])";

    /** ID cards of 15 and 18, bank cards of 16 to 19 digits, these also in groups of four. */
    private static final Pattern CARD = Pattern.compile(
            BEGIN + "(?:[0-9]{4}(?:[ -][0-9]{4}){2,3}(?:[ -][0-9]{1,4})?|[0-9]{17}[Xx]|[0-9]{15,19})" + END);

    /** A passport, after its word; permits of Hong Kong and Macao tell themselves. */
    private static final Pattern DOCUMENT =
            Pattern.compile("(?<=(?:护照|通行证|居留证|居住证|证件)[^0-9A-Za-z期日]{0,6})[A-Za-z]{0,3}[0-9]{7,15}" + END + "|" + BEGIN
                    + "[HhMm](?:[0-9]{8}|[0-9]{10})" + END);

    private static final Pattern MOBILE =
            Pattern.compile(BEGIN + "((?:\\+?86[ -]?)?1[3-9][0-9])[ -]?[0-9]{4}[ -]?([0-9]{4})" + END);
    private static final Pattern LANDLINE = Pattern.compile(BEGIN + "(0[0-9]{2,3}[- ]?)[0-9]{3,4}([0-9]{4})" + END);

    private PrivateNumbers() {}

    /** @param text null is taken for empty */
    public static String hidden(String text) {
        if (text == null) {
            return "";
        }
        String documents = DOCUMENT.matcher(text).replaceAll(PrivateNumbers::document);
        String cards = CARD.matcher(documents).replaceAll(PrivateNumbers::ends);
        String mobiles = MOBILE.matcher(cards).replaceAll("$1****$2");
        return LANDLINE.matcher(mobiles).replaceAll("$1****$2");
    }

    private static String document(MatchResult found) {
        String all = found.group();
        return all.charAt(0) + "*".repeat(all.length() - 3) + all.substring(all.length() - 2);
    }

    private static String ends(MatchResult found) {
        String all = found.group().replaceAll("[ -]", "");
        return all.substring(0, 3) + "*".repeat(all.length() - 7) + all.substring(all.length() - 4);
    }
}
