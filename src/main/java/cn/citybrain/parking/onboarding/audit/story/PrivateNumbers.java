package cn.citybrain.parking.onboarding.audit.story;

import java.util.regex.Pattern;

/**
 * What people wrote freely, with the telephones and ID cards in it hidden: nobody needs them to judge what was done. Bill and
 * order numbers stay.
 */
public final class PrivateNumbers {

    private static final Pattern ID_CARD = Pattern.compile("(?<![0-9])([0-9]{3})[0-9]{11}([0-9]{3}[0-9Xx])(?![0-9])");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])(1[3-9][0-9])[0-9]{4}([0-9]{4})(?![0-9])");
    private static final Pattern LANDLINE = Pattern.compile("(?<![0-9])(0[0-9]{2,3}-?)[0-9]{3,4}([0-9]{4})(?![0-9])");

    private PrivateNumbers() {}

    /** @param text null is taken for empty */
    public static String hidden(String text) {
        if (text == null) {
            return "";
        }
        String cards = ID_CARD.matcher(text).replaceAll("$1***********$2");
        String mobiles = MOBILE.matcher(cards).replaceAll("$1****$2");
        return LANDLINE.matcher(mobiles).replaceAll("$1****$2");
    }
}
