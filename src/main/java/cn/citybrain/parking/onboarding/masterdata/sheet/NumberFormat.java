package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.util.regex.Pattern;

/**
 * How a spreadsheet shows a number.
 *
 * @param id of a built-in format; null if none was given
 * @param pattern of one that somebody made; null for a built-in one
 */
record NumberFormat(Integer id, String pattern) {

    /** What stands literally: in quotes, in brackets, behind a backslash; and seconds' fractions. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.");

    private static final Pattern ZEROS = Pattern.compile("0{2,}");

    /** Whether it is a day with a year or a month; a time of day alone is none. */
    boolean showsDay() {
        if (id != null
                && (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 31 || id == 36 || id >= 50 && id <= 58)) {
            return true;
        }
        return pattern != null && LITERAL.matcher(pattern).replaceAll("").matches("(?i).*[ymd].*");
    }

    /** With how many digits it is shown at least. */
    int digits() {
        return pattern != null && ZEROS.matcher(pattern).matches() ? pattern.length() : 0;
    }
}
