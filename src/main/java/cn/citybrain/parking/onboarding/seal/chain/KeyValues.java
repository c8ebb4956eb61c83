package cn.citybrain.parking.onboarding.seal.chain;

import cn.citybrain.parking.onboarding.seal.RowKey;
import java.util.ArrayList;
import java.util.List;

/** The columns of a key as a statement takes them. */
final class KeyValues {

    private KeyValues() {}

    static List<Object> of(Layout layout, String key) {
        List<String> parts = RowKey.parts(key);
        List<Object> values = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            String text = parts.get(part);
            values.add(layout.keyType(part) == ColumnType.NUMBER ? number(text) : text);
        }
        return values;
    }

    /** Null, which no row has, for what is no number: a key that somebody told wrongly must not hold up the chain. */
    private static Long number(String text) {
        return text.matches("-?\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
