package cn.citybrain.parking.onboarding.parking.trace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An opened text as it is kept and shown: pictures are named by their length, and what is very long is cut. */
public final class BodyText {

    private static final int LONGEST = 8000;

    /** A picture as Base64, also with escaped slashes and line breaks. */
    private static final Pattern PICTURE = Pattern.compile("[A-Za-z0-9+/=_\\\\-]{200,}+");

    private BodyText() {}

    public static String of(String plainText) {
        Matcher pictures = PICTURE.matcher(storable(plainText));
        String text = pictures.replaceAll(found -> "（" + found.group().length() + " 个字符，照片等内容不在这里显示）");
        return text.length() <= LONGEST ? text : cut(text) + "……（共 " + text.length() + " 个字符）";
    }

    /** Never through a character. */
    private static String cut(String text) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Not every database keeps a zero. */
    private static String storable(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
