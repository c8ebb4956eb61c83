package cn.citybrain.parking.onboarding.words;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** One spelling for what looks the same. */
final class Spelling {

    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]+");
    private static final Pattern LINE_ENDS = Pattern.compile("\\r\\n?|[\\u2028\\u2029\\u0085\\u000B\\u000C]");
    private static final String CHINESE = "[\\p{IsHan}（），。、；：]";

    /** Beside a Chinese character a line's end is no blank. */
    private static final Pattern CHINESE_BREAKS = Pattern.compile("(?<=" + CHINESE + ")\\n+|\\n+(?=" + CHINESE + ")");

    /** A name that was made as wide as those above it: 张　三. */
    private static final Pattern SPACED_OUT = Pattern.compile("\\p{IsHan}( \\p{IsHan})+");

    /** Signs that are drawn as the dot of a name, 买买提·艾力. */
    private static final Pattern DOTS =
            Pattern.compile("(?<=\\p{IsHan})[\\u2022\\u2027\\u2219\\u22C5\\u30FB\\u16EB\\u2E31\\u0387](?=\\p{IsHan})");

    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212\\u2E3A\\u2E3B]");

    private static final Pattern DIGIT_BLANKS = Pattern.compile("(?<=[0-9-]) | (?=[0-9-])");

    /** What makes a spreadsheet keep a number as text. */
    private static final Pattern FIRST_APOSTROPHE = Pattern.compile("^['‘’`](?=\\p{Alnum})");

    private Spelling() {}

    /** As it is seen, in one line: single blanks inside, none around. */
    static String line(String text) {
        String line = CHINESE_BREAKS.matcher(lines(text)).replaceAll("").replaceAll("\\n+", " ");
        return SPACED_OUT.matcher(line).matches() ? line.replace(" ", "") : line;
    }

    /** As it is seen, line by line; lines end with {@code \n}. */
    static String lines(String text) {
        String broken = LINE_ENDS.matcher(text).replaceAll("\n");
        String seen = UnseenCharacters.removed(broken);
        String plain = BLANKS.matcher(characters(seen)).replaceAll(" ");
        String dotted = DOTS.matcher(plain).replaceAll("·");
        return dotted.replaceAll(" *\\n *", "\n").strip();
    }

    /** Letters, digits and signs of a code: ordinary ones; no blank beside a digit, and one where it parts two words. */
    static String code(String text) {
        String single = dashed(text).replaceAll("[\\p{Z}\\s]+", " ");
        return FIRST_APOSTROPHE
                .matcher(DIGIT_BLANKS.matcher(single).replaceAll(""))
                .replaceFirst("");
    }

    /** As {@link #code}, without any blank. */
    static String compact(String text) {
        return FIRST_APOSTROPHE
                .matcher(dashed(text).replaceAll("[\\p{Z}\\s]+", ""))
                .replaceFirst("");
    }

    private static String dashed(String text) {
        return DASHES.matcher(ordinary(text)).replaceAll("-");
    }

    /** Letters, digits, signs and blanks as the ordinary ones; nothing around. */
    static String ordinary(String text) {
        String seen = UnseenCharacters.removed(LINE_ENDS.matcher(text).replaceAll("\n"));
        return Normalizer.normalize(Radicals.spelled(seen), Normalizer.Form.NFKC)
                .strip();
    }

    private static String characters(String text) {
        StringBuilder spelled = new StringBuilder(text.length());
        Normalizer.normalize(Radicals.spelled(text), Normalizer.Form.NFC)
                .codePoints()
                .forEach(c -> {
                    if (drawnAlike(c)) {
                        spelled.append(Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC));
                    } else {
                        spelled.appendCodePoint(c);
                    }
                });
        return Normalizer.normalize(spelled, Normalizer.Form.NFC);
    }

    /** What has another, ordinary character that looks the same; the marks of Chinese sentences stay. */
    private static boolean drawnAlike(int c) {
        return c >= 0xFF01 && c <= 0xFFE6 && "！（），：；？～".indexOf(c) < 0
                || c >= 0x2E80 && c <= 0x2FDF
                || c >= 0xFB00 && c <= 0xFB06
                || c >= 0x1D400 && c <= 0x1D7FF;
    }
}
