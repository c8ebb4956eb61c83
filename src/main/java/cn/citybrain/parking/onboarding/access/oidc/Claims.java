package cn.citybrain.parking.onboarding.access.oidc;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a token says of a person. A name with dots leads into objects: {@code realm_access.roles}. */
record Claims(Map<String, Object> all) {

    String text(String path) {
        Object value = value(path);
        return value == null ? "" : value.toString().strip();
    }

    boolean isTrue(String path) {
        return Boolean.parseBoolean(text(path));
    }

    /** A list, or one text with commas or blanks. */
    List<String> texts(String path) {
        Object value = value(path);
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .filter(Objects::nonNull)
                    .map(one -> one.toString().strip())
                    .filter(one -> !one.isEmpty())
                    .toList();
        }
        return Arrays.stream(text(path).split("[,\\s]+"))
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private Object value(String path) {
        // a claim's own name may have dots too: an address, as some servers have it
        if (all.containsKey(path)) {
            return all.get(path);
        }
        Object value = all;
        for (String part : path.split("\\.")) {
            value = value instanceof Map<?, ?> object ? object.get(part) : null;
        }
        return value;
    }
}
