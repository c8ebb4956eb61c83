package cn.citybrain.parking.onboarding.masterdata.sheet;

import cn.citybrain.parking.onboarding.words.Typed;

/** Characters that look like others, or like nothing. */
final class Characters {

    private static final int SHOWN = 20;

    private Characters() {}

    /** Enough of what is too long to be recognised. */
    static String beginning(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** Without what nobody sees, in one line. */
    static String visible(String text) {
        return Typed.line(text);
    }

    /** Letters, digits and signs of full width as the ordinary ones. */
    static String halfWidth(String text) {
        StringBuilder half = new StringBuilder(text.length());
        for (char c : text.toCharArray()) {
            half.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c == '\u3000' ? ' ' : c);
        }
        return half.toString();
    }
}
