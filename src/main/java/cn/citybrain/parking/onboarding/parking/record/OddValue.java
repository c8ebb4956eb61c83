package cn.citybrain.parking.onboarding.parking.record;

import com.fasterxml.jackson.databind.JsonNode;

/** A value that its field cannot have, and that did not cost the record: kept as it was sent, up to a length. */
final class OddValue {

    private static final int LONGEST = 500;
    private static final int SHOWN = 12;

    private OddValue() {}

    /** Number and boolean as such, anything else as text without halves of characters. */
    static Object kept(JsonNode sent) {
        if (sent.isBoolean()) {
            return sent.booleanValue();
        }
        return sent.isNumber() && sent.toString().length() <= LONGEST ? sent.numberValue() : cut(text(sent), LONGEST);
    }

    /** For the vendor's list of calls: short, in one line. */
    static String shown(JsonNode sent) {
        String text = cut(text(sent), SHOWN + 1);
        boolean whole = text.length() <= SHOWN;
        return whole
                ? "“" + text.replaceAll("\\p{Cc}", "?") + "”"
                : " " + text(sent).length() + " 个字符";
    }

    /** A name that a lot made up, as far as it can be shown. */
    static String name(String sent) {
        return cut(sound(sent), 32).replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }

    private static String text(JsonNode sent) {
        return sound(sent.isValueNode() ? sent.asText() : sent.toString());
    }

    /** Neither half a character nor a zero byte: not every database keeps them. */
    private static boolean storable(int c) {
        return c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }

    private static String sound(String text) {
        int[] sound = text.codePoints().map(c -> storable(c) ? c : 0xFFFD).toArray();
        return new String(sound, 0, sound.length);
    }

    /** Never through a character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
