package cn.citybrain.parking.onboarding.audit.search;

import java.util.Locale;

/** Number plates as people type them. */
final class Plates {

    /** Characters of the shortest whole plate. */
    private static final int WHOLE = 7;

    private Plates() {}

    /** As they are stored: no blanks, no dots, capital letters. */
    static String normalized(String typed) {
        return typed.replaceAll("[\\s.·•]", "").toUpperCase(Locale.ROOT);
    }

    static boolean isWhole(String plate) {
        return plate.length() >= WHOLE;
    }
}
