package cn.citybrain.parking.onboarding.application.form;

import cn.citybrain.parking.onboarding.words.Typed;

/** Hides the part of a value that identifies somebody, and leaves what people need to recognise it. */
public final class Masking {

    /** Of the shorter number of a passport or permit three signs and four would leave hardly one hidden. */
    private static final int LONG_NUMBER = 15;

    private Masking() {}

    public static String masked(Field field, String value) {
        return switch (field.type()) {
            case PHONE, LANDLINE_OR_PHONE -> between(value, 3, 4);
            case IDENTITY_NUMBER -> value.length() < LONG_NUMBER ? between(value, 1, 2) : between(value, 3, 4);
            case BANK_ACCOUNT -> "**** " + value.substring(Math.max(0, value.length() - 4));
            case CHANNEL_ACCOUNT ->
                value.contains("@") ? between(value, 1, value.length() - value.indexOf('@')) : between(value, 4, 4);
            case EMAIL -> between(value, 1, Math.max(0, value.length() - value.indexOf('@')));
            default -> between(value, 1, 0);
        };
    }

    /** Numbers that nobody needs to read in order to decide about an application. */
    public static boolean isNumber(Field field) {
        return switch (field.type()) {
            case PHONE, IDENTITY_NUMBER, BANK_ACCOUNT, CHANNEL_ACCOUNT -> true;
            default -> false;
        };
    }

    /** A text whose longer numbers are hidden: somebody's telephone in what was written freely. */
    public static String numbers(String text) {
        return text.replaceAll("[0-9][0-9-]{5,}", "******");
    }

    private static String between(String value, int head, int tail) {
        int length = Typed.length(value);
        if (length <= head + tail) {
            return "*".repeat(length);
        }
        return value.substring(0, value.offsetByCodePoints(0, head))
                + "*".repeat(length - head - tail)
                + value.substring(value.offsetByCodePoints(0, length - tail));
    }
}
