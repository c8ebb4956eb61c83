package cn.citybrain.parking.onboarding.parking.record;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A whole number as clients write it: 500, "500", and 500.0 or "500.00" where their language knows no other. */
final class WholeNumber {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,9})(?:\\.0{1,9})?");

    private WholeNumber() {}

    /** Null for anything else, and for what is out of range. */
    static Integer read(JsonNode node, int least, int most) {
        Integer value = node.isNumber() ? number(node) : written(node.asText().strip());
        return value == null || value < least || value > most ? null : value;
    }

    /** Whether one that is taken was written with a decimal point or an exponent: then its unit may have been another. */
    static boolean isPointed(JsonNode node) {
        return node.isNumber()
                ? !node.isIntegralNumber()
                : node.asText().strip().chars().anyMatch(c -> c == '.');
    }

    private static Integer number(JsonNode node) {
        if (!node.canConvertToInt()) {
            return null;
        }
        BigDecimal value = node.decimalValue();
        return value.stripTrailingZeros().scale() > 0 ? null : Integer.valueOf(value.intValue());
    }

    private static Integer written(String text) {
        var written = WRITTEN.matcher(text);
        return written.matches() ? Integer.valueOf(written.group(1)) : null;
    }
}
