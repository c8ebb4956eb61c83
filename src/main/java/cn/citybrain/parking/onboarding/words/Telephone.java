package cn.citybrain.parking.onboarding.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Telephone numbers of mainland China in one spelling. */
final class Telephone {

    private static final Pattern ABROAD =
            Pattern.compile("^(\\+|00)86-?(\\(0\\)|0)?|^86-?(?=1[3-9])|^86-0?(?=[1-9]\\d{1,2}-)");
    private static final Pattern EXTENSION =
            Pattern.compile("(转|分机|ext\\.?|x|#)(?=\\d{1,6}$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern SERVICE = Pattern.compile("([48]00)(\\d{3})(\\d{4})");

    /** Beijing and the two-digit areas have three digits, all others four. */
    private static final Pattern LANDLINE =
            Pattern.compile("\\(?(010|02\\d|0[3-9]\\d{2})\\)?[-.]?(\\d{3,4})[-.]?(\\d{4})(?:-(\\d{1,6}))?");

    private Telephone() {}

    /** @param code without blanks; one that is no such number comes back as it is */
    static String spelled(String code) {
        String inland = inland(code);
        String digits = inland.replaceAll("[-.()]", "");
        if (MOBILE.matcher(digits).matches()) {
            return digits;
        }
        Matcher service = SERVICE.matcher(digits);
        if (service.matches()) {
            return service.group(1) + "-" + service.group(2) + "-" + service.group(3);
        }
        Matcher landline = LANDLINE.matcher(EXTENSION.matcher(inland).replaceFirst("-"));
        if (!landline.matches()) {
            return inland;
        }
        String extension = landline.group(4) == null ? "" : "-" + landline.group(4);
        return landline.group(1) + "-" + landline.group(2) + landline.group(3) + extension;
    }

    /** Without the country's code, which takes the 0 of an area away. */
    private static String inland(String code) {
        Matcher abroad = ABROAD.matcher(code);
        if (!abroad.find()) {
            return code;
        }
        String rest = code.substring(abroad.end());
        return rest.matches("(1[3-9]|[48]00).*") ? rest : rest.startsWith("(") ? "(0" + rest.substring(1) : "0" + rest;
    }
}
