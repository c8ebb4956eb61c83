package cn.citybrain.parking.onboarding.audit.record;

import java.util.regex.Pattern;

/** Text that people wrote, with the telephones in it hidden: they are shown only when somebody asks for them. */
final class Masked {

    private static final Pattern PHONE = Pattern.compile("(?<![0-9])(1[0-9]{2})[0-9]{4}([0-9]{4})(?![0-9])");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?<![0-9])([0-9]{3})[0-9]{8,}([0-9Xx]{4})(?![0-9])");

    private Masked() {}

    static String phones(String text) {
        String short11 = PHONE.matcher(text).replaceAll("$1****$2");
        return LONG_NUMBER.matcher(short11).replaceAll("$1****$2");
    }
}
