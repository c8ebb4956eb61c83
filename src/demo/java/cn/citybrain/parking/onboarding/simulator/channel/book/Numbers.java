package cn.citybrain.parking.onboarding.simulator.channel.book;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Numbers that nobody can guess. */
public final class Numbers {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Numbers() {}

    /** Hexadecimal letters in lower case. */
    public static String letters(int length) {
        byte[] bytes = new byte[(length + 1) / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(0, length);
    }

    /** Decimal digits. */
    public static String digits(int length) {
        StringBuilder digits = new StringBuilder();
        RANDOM.ints(length, 0, 10).forEach(digits::append);
        return digits.toString();
    }
}
