package cn.citybrain.parking.onboarding.seal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The primary key of a row as one text: its columns joined by a slash. */
public final class RowKey {

    private RowKey() {}

    /** @param parts in the order of {@link SealedTable#key} */
    public static String of(List<?> parts) {
        return parts.stream().map(part -> escape(String.valueOf(part))).collect(Collectors.joining("/"));
    }

    public static List<String> parts(String key) {
        return Arrays.stream(key.split("/", -1)).map(RowKey::unescape).toList();
    }

    private static String escape(String part) {
        return part.replace("%", "%25")
                .replace("/", "%2F")
                .replace("\t", "%09")
                .replace("\n", "%0A")
                .replace("\r", "%0D");
    }

    private static String unescape(String part) {
        return part.replace("%0D", "\r")
                .replace("%0A", "\n")
                .replace("%09", "\t")
                .replace("%2F", "/")
                .replace("%25", "%");
    }
}
