package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.util.regex.Pattern;

/**
 * Keeps texts that spreadsheets would run as formulas from being run: an apostrophe is put before them when they are written,
 * and taken away when they are read.
 */
final class FormulaGuard {

    /** Signs of full width too: some spreadsheets take them for the ordinary ones. */
    private static final String RUNS = "[\\s\\u3000]*[=+\\-@＝＋－＠]|[\\t\\r\\n]";

    private static final Pattern TO_GUARD = Pattern.compile("^'*(?:" + RUNS + ")", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern GUARDED = Pattern.compile("^'+(?:" + RUNS + ")", Pattern.UNICODE_CHARACTER_CLASS);

    private FormulaGuard() {}

    static String guard(String text) {
        return TO_GUARD.matcher(text).find() ? "'" + text : text;
    }

    static String unguard(String written) {
        return GUARDED.matcher(written).find() ? written.substring(1) : written;
    }
}
