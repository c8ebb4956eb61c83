package cn.citybrain.parking.onboarding.masterdata.sheet;

import java.util.regex.Pattern;

/** Characters that look like others, or like nothing. */
final class Characters {

    /** Zero-width ones, directions, byte order marks, soft hyphens, controls but tab and line breaks. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\p{Cf}\\p{Cc}\\u2800\\u3164\\uFFFD&&[^\\t\\r\\n]]|[\\uFE00-\\uFE0F]");

    /** Every blank but the line's end: no-break, ideographic, thin … */
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");

    private static final Pattern BREAKS = Pattern.compile("\\s*[\\r\\n\\u2028\\u2029\\u0085]+\\s*");

    private static final Pattern LINE_ENDS = Pattern.compile("[\\u2028\\u2029\\u0085]");

    /** Between Chinese characters a line's end is no blank. */
    private static final Pattern CHINESE_BREAKS =
            Pattern.compile("(?<=\\p{IsHan}|[（），。、；：])\n|\n(?=\\p{IsHan}|[（），。、；：])");

    private static final int SHOWN = 20;

    private Characters() {}

    /** Enough of what is too long to be recognised. */
    static String beginning(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** Without what nobody sees, in one line, with single ordinary blanks inside and none around. */
    static String visible(String text) {
        String lines =
                INVISIBLE.matcher(LINE_ENDS.matcher(text).replaceAll("\n")).replaceAll("");
        String line =
                BREAKS.matcher(BLANKS.matcher(lines).replaceAll(" ").strip()).replaceAll("\n");
        return CHINESE_BREAKS.matcher(line).replaceAll("").replace('\n', ' ');
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
