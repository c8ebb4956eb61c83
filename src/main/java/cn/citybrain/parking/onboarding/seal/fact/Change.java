package cn.citybrain.parking.onboarding.seal.fact;

import cn.citybrain.parking.onboarding.seal.SealedTable;
import cn.citybrain.parking.onboarding.seal.SealedTables;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that writes to a sealed table.
 *
 * @param deletes whether the rows are gone afterwards
 * @param rest what stands behind the table's name
 */
record Change(SealedTable table, boolean deletes, String rest) {

    private static final Pattern STATEMENT = Pattern.compile(
            "(?s)^(?:\\s++|--[^\\n]*+\\n|/\\*.*?\\*/)*+(INSERT\\s+INTO|UPDATE|DELETE\\s+FROM|MERGE\\s+INTO)\\s+\"?(\\w+)\"?(.*)$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ASSIGNED = Pattern.compile("(\\w+)\\s*=");
    /** In an assignment: a column's name does not stand alone before the sign. */
    private static final Pattern INVOLVED = Pattern.compile("\\bSELECT\\b|\\)\\s*=", Pattern.CASE_INSENSITIVE);

    private static final Pattern WHERE = Pattern.compile("\\bWHERE\\b", Pattern.CASE_INSENSITIVE);

    /**
     * Empty for everything else: queries, other tables, and updates of what is left out alone.
     *
     * @throws SQLFeatureNotSupportedException for a merger: not every database says which rows it wrote
     */
    static Optional<Change> of(String sql) throws SQLFeatureNotSupportedException {
        Matcher statement = STATEMENT.matcher(sql);
        if (!statement.matches()) {
            return Optional.empty();
        }
        String verb = statement.group(1).toUpperCase(Locale.ROOT);
        String rest = statement.group(3);
        Optional<SealedTable> sealed = SealedTables.named(statement.group(2));
        if (sealed.isPresent() && verb.startsWith("MERGE")) {
            throw new SQLFeatureNotSupportedException(
                    "a sealed table is not merged into: " + sealed.get().name());
        }
        return sealed.filter(table -> !verb.equals("UPDATE") || says(rest, table))
                .map(table -> new Change(table, verb.startsWith("DELETE"), rest));
    }

    /** Whether an update assigns anything that is not left out; when in doubt it does. */
    private static boolean says(String rest, SealedTable table) {
        Matcher where = WHERE.matcher(rest);
        String assignments = where.find() ? rest.substring(0, where.start()) : rest;
        if (INVOLVED.matcher(assignments).find()) {
            return true;
        }
        Matcher assigned = ASSIGNED.matcher(assignments);
        boolean any = false;
        while (assigned.find()) {
            any = true;
            if (!table.leftOut().contains(assigned.group(1).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return !any;
    }

    /** Reads the keys of the rows that a deletion is about; its parameters are the same. */
    String selectKeys() {
        return "SELECT " + String.join(", ", table.key()) + " FROM " + table.name() + " " + rest;
    }

    String[] keyColumns() {
        return table.key().toArray(String[]::new);
    }
}
