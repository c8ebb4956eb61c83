package cn.citybrain.parking.onboarding.masterdata;

import cn.citybrain.parking.onboarding.words.MailAddress;
import cn.citybrain.parking.onboarding.words.Typed;
import cn.citybrain.parking.onboarding.words.UnseenCharacters;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Collects what is wrong with an entry: one message a field, Chinese, that begins with the field's name and says what to do.
 * Pure, so that it may be asked for thousands of entries.
 */
public final class Checks {

    private static final Pattern PHONE = Pattern.compile(
            "1[3-9][0-9]{9}" + "|0[0-9]{2,3}-?[0-9]{7,8}(-[0-9]{1,6})?|[48]00-?[0-9]{3}-?[0-9]{4}|9[0-9]{4,7}");

    private final Map<String, String> faults = new LinkedHashMap<>();

    /** A text that has to be there. */
    public Checks text(String field, String label, String value, int longest) {
        return value.isEmpty() ? add(field, "请填写" + label) : optional(field, label, value, longest);
    }

    /** A text that may be missing. */
    public Checks optional(String field, String label, String value, int longest) {
        if (Typed.length(value) > longest) {
            return add(field, label + "最多 " + longest + " 个字，请缩短");
        }
        Typed.faultOfName(value).ifPresent(fault -> add(field, label + fault));
        return UnseenCharacters.in(value) ? add(field, label + "不能有换行等不可见字符，请删去") : this;
    }

    /** Something of a fixed form that has to be there. */
    public Checks form(String field, String label, String value, Function<String, Optional<String>> fault) {
        return value.isEmpty() ? add(field, "请填写" + label) : given(field, label, value, fault);
    }

    /** Something of a fixed form that may be missing. */
    public Checks given(String field, String label, String value, Function<String, Optional<String>> fault) {
        if (!value.isEmpty()) {
            fault.apply(value).ifPresent(what -> add(field, label + what));
        }
        return this;
    }

    /** The first fault of a field is the one that is told. */
    public Checks add(String field, String fault) {
        faults.putIfAbsent(field, fault);
        return this;
    }

    /** By field, in the order of the checks; empty if nothing is wrong. */
    public Map<String, String> faults() {
        return Collections.unmodifiableMap(faults);
    }

    public static Optional<String> phone(String value) {
        return PHONE.matcher(value).matches()
                ? Optional.empty()
                : Optional.of("应为手机号码、带区号的座机（如 0571-88888888）或 400 电话");
    }

    public static Optional<String> email(String value) {
        return MailAddress.holds(value) ? Optional.empty() : Optional.of("格式不正确，应如 name@example.com");
    }

    /** A text in one line, without what people and spreadsheets add to it. Null is taken for empty. */
    public static String tidy(String value) {
        return Typed.line(value);
    }

    /** A code or number: no blanks, full-width digits and letters made ordinary ones. */
    public static String plain(String value) {
        return Typed.code(value);
    }

    public static String lower(String value) {
        return plain(value).toLowerCase(Locale.ROOT);
    }

    public static String upper(String value) {
        return plain(value).toUpperCase(Locale.ROOT);
    }
}
