package cn.citybrain.parking.onboarding.simulator.wechatpay.applyment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What one field of an application has to be.
 *
 * @param pattern regular expression of the whole value, which may depend on the rest of the application
 * @param applies to which applications; a field that is there although it need not is checked too
 */
record ApplymentRule(
        String pointer, String label, Form form, Function<JsonNode, String> pattern, Predicate<JsonNode> applies) {

    static final String ANY = "(?s).{1,2048}";
    static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    static final String DATE_OR_LONG = DATE + "|长期";
    static final Predicate<JsonNode> ALWAYS = form -> true;
    static final Predicate<JsonNode> NEVER = form -> false;

    enum Form {
        TEXT,
        SECRET,
        PICTURE
    }

    static ApplymentRule of(String pointer, String label, Form form, String pattern, Predicate<JsonNode> applies) {
        return new ApplymentRule(pointer, label, form, any -> pattern, applies);
    }
}
