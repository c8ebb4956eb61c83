package cn.citybrain.parking.onboarding.words;

import java.util.Optional;

/** Characters that one system shows and another does not, named so that somebody finds them. */
final class Unreadable {

    private Unreadable() {}

    static Optional<String> fault(String text) {
        return first(text, Unreadable::isLost).map(at -> "里第 %d 个字（U+%04X）不是标准字符，别处显示不出来，请用输入法重新输入这个字"
                .formatted(text.codePointCount(0, at) + 1, text.codePointAt(at)));
    }

    static Optional<String> signFault(String text) {
        return first(text, Unreadable::isSign)
                .map(at -> "里不能有表情等符号“%s”，请删去".formatted(Character.toString(text.codePointAt(at))));
    }

    static String shown(String text) {
        return text.codePoints().anyMatch(Unreadable::isLost)
                ? text.codePoints()
                        .map(c -> isLost(c) ? '〓' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private interface Kind {
        boolean is(int c);
    }

    private static Optional<Integer> first(String text, Kind kind) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (kind.is(text.codePointAt(at))) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    /**
     * A placeholder of something that is no text, and parts of characters (CJK Radicals Supplement) that are not spelled as the
     * character itself, count too. Characters of a newer Unicode than this JVM's are taken in the planes of
     * Chinese characters.
     */
    private static boolean isLost(int c) {
        return switch (Character.getType(c)) {
            case Character.PRIVATE_USE, Character.SURROGATE -> true;
            case Character.UNASSIGNED -> !isChinesePlane(c) && (c < 0x3400 || c > 0x9FFF) || (c & 0xFFFE) == 0xFFFE;
            default -> c == 0xFFFC || c == 0xFFFD || c >= 0x2E80 && c < 0x2F00;
        };
    }

    private static boolean isSign(int c) {
        return (c > 0xFFFF || c >= 0x2600 && c <= 0x27BF) && !isChinesePlane(c) && !Character.isLetterOrDigit(c);
    }

    private static boolean isChinesePlane(int c) {
        return c >= 0x20000 && c < 0x40000;
    }
}
