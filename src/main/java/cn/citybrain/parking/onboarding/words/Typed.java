package cn.citybrain.parking.onboarding.words;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What somebody typed, pasted or sent in a file, without what typing adds: the one place that does so for forms, pages, searches
 * and imports. Texts that look the same come out the same. Null is taken for empty; nothing throws; what cannot be made good is
 * left for the check of the field. Never for passwords, nor for what machines sign.
 */
public final class Typed {

    /** How a paper says that it holds for good. */
    public static final String LONG_TERM = "长期";

    private static final Pattern FOR_GOOD = Pattern.compile("长期(有效)?|永久(有效)?|长久|无(固定)?期限|无限期");
    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern GROUPS = Pattern.compile("[A-Za-z]{0,4} ?\\d+( \\d+)+");
    private static final Pattern FRACTION = Pattern.compile("\\d*\\.\\d*");
    private static final Pattern BRACKETS = Pattern.compile("[（(【\\[]");

    private Typed() {}

    /** A name, an address, a short reason: one line. Chinese punctuation stays as it is. */
    public static String line(String typed) {
        return typed == null ? "" : Spelling.line(typed);
    }

    /** A text of sentences that may have several lines. What nobody could show becomes 〓, as printers have it. */
    public static String lines(String typed) {
        return typed == null ? "" : Unreadable.shown(Spelling.lines(typed));
    }

    /** What somebody looks for: a name as {@link #line}, a number also without the blanks of its groups. */
    public static String search(String typed) {
        String line = Unreadable.shown(line(typed));
        return GROUPS.matcher(line).matches() ? line.replace(" ", "") : line;
    }

    /** An id or code: ordinary letters, digits and hyphens, no blanks beside digits; two words stay two. Case stays. */
    public static String code(String typed) {
        return typed == null ? "" : Spelling.code(typed);
    }

    /**
     * A number that is read in groups: a card, an identity, a social credit code. What a spreadsheet made a decimal fraction of
     * has lost digits or won a zero: it stays as it is, for the check to refuse.
     */
    public static String number(String typed) {
        String code = compact(typed);
        return FRACTION.matcher(code).matches() ? code : code.replaceAll("[-.·_]", "");
    }

    /** A telephone number: {@code 13800000000}, {@code 0571-88000000}, {@code 0571-88000000-123}, {@code 400-800-1234}. */
    public static String phone(String typed) {
        return Telephone.spelled(compact(typed));
    }

    /** A whole number or a decimal fraction, without separators of thousands. */
    public static String decimal(String typed) {
        String code = compact(typed);
        return GROUPED.matcher(code).matches() ? code.replace(",", "") : code;
    }

    /**
     * A mail address; the domain, whose case says nothing, in lower case. A blank or a line's end inside may part two addresses:
     * it stays, and {@link MailAddress} refuses it.
     */
    public static String mail(String typed) {
        String code = typed == null ? "" : Spelling.ordinary(typed).replaceFirst("(?i)^mailto:", "");
        int at = code.lastIndexOf('@');
        return at < 0 ? code : code.substring(0, at) + code.substring(at).toLowerCase(Locale.ROOT);
    }

    /** A day of any usual spelling: 2015.06.01, 2015/6/1, 2015 年 6 月 1 日, 20150601. Empty if it is none. */
    public static Optional<LocalDate> day(String typed) {
        return WrittenDay.read(ordinary(typed));
    }

    /** A day as {@code 2015-06-01}, 长期 for its synonyms; else what was typed, for the check to refuse. */
    public static String dayOrLongTerm(String typed) {
        String code = compact(typed);
        return FOR_GOOD.matcher(code).matches()
                ? LONG_TERM
                : WrittenDay.read(ordinary(typed)).map(LocalDate::toString).orElse(code);
    }

    /** A time of the day: 9:30, ９：３０, 9点半, 10 点. Empty if it is none. */
    public static Optional<LocalTime> time(String typed) {
        return WrittenDay.time(compact(typed));
    }

    /** Equal for texts that people take for the same: kinds of brackets, cases, blanks and widths do not count. */
    public static String likeness(String typed) {
        String code = compact(line(typed)).toLowerCase(Locale.ROOT);
        return BRACKETS.matcher(code).replaceAll("(").replaceAll("[）)】\\]]", ")");
    }

    private static String ordinary(String typed) {
        return typed == null ? "" : Spelling.ordinary(typed);
    }

    private static String compact(String typed) {
        return typed == null ? "" : Spelling.compact(typed);
    }

    /**
     * What no tidying can make good: characters that some font or system made up (private use), that were lost on the way, or
     * that are no characters. In Chinese, to stand after the field's name; empty if there is nothing.
     */
    public static Optional<String> fault(String typed) {
        return Unreadable.fault(typed);
    }

    /** As {@link #fault}; signs such as emoji, which no register of names has, count too. */
    public static Optional<String> faultOfName(String typed) {
        return Unreadable.fault(typed).or(() -> Unreadable.signFault(typed));
    }

    /** As many as people count: one for a character of any plane. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** As much of a text as fits into a column of so many UTF-16 units; no character is cut in two. Null stays null. */
    public static String cut(String text, int units) {
        if (text == null || text.length() <= units) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(units - 1)) ? units - 1 : units);
    }

    /** The beginning of a text; no character is cut in two. */
    public static String first(String text, int longest) {
        return length(text) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
