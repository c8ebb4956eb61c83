package cn.citybrain.parking.onboarding.audit.retention;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.stream.Collectors;

/**
 * A row that is gone, or empty.
 *
 * @param table in lower case, the engine's tables included
 * @param key its primary key; of several columns see {@code RowKey}
 * @param emptied still there, without what was in it
 */
public record RemovedRow(String table, String key, boolean emptied) {

    static RemovedRow deleted(String table, String key) {
        return new RemovedRow(table, key, false);
    }

    static RemovedRow emptied(String table, String key) {
        return new RemovedRow(table, key, true);
    }

    /** SHA-256 of a line each, sorted: {@code table TAB key TAB deleted|emptied}, each with its line feed. 64 hex digits. */
    public static String digest(Collection<RemovedRow> rows) {
        String lines = rows.stream()
                .map(row -> row.table + "\t" + row.key + "\t" + (row.emptied ? "emptied" : "deleted") + "\n")
                .sorted()
                .collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(lines.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
