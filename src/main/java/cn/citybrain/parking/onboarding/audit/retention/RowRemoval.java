package cn.citybrain.parking.onboarding.audit.retention;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Empties and deletes rows that have an id, and says which. */
@Component
class RowRemoval {

    /** So many ids to a statement. */
    private static final int PORTION = 1000;
    /** Those that somebody else holds are waited for: nobody looks for them a second time. */
    private static final String ALL = " FOR UPDATE";

    private final JdbcClient jdbc;

    RowRemoval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param where a condition on the table's columns */
    List<RemovedRow> delete(String table, String where, Map<String, ?> values) {
        return delete(table, locked(table, where, ALL, values));
    }

    /** At most so many, and none that somebody else is about to change or remove: its turn comes again. */
    List<RemovedRow> deleteSome(String table, String where, int limit, Map<String, ?> values) {
        return delete(table, locked(table, where, some(limit), values));
    }

    /** @param what the assignments that leave nothing of what it was */
    List<RemovedRow> empty(String table, String what, String where, Map<String, ?> values) {
        return empty(table, what, locked(table, where, ALL, values));
    }

    /** As {@link #deleteSome}. */
    List<RemovedRow> emptySome(String table, String what, String where, int limit, Map<String, ?> values) {
        return empty(table, what, locked(table, where, some(limit), values));
    }

    private static String some(int limit) {
        return " FETCH FIRST " + limit + " ROWS ONLY FOR UPDATE SKIP LOCKED";
    }

    private List<RemovedRow> delete(String table, List<Long> ids) {
        inPortions(ids, "DELETE FROM " + table + " WHERE id IN (:ids)");
        return ids.stream().map(id -> RemovedRow.deleted(table, id.toString())).toList();
    }

    private List<RemovedRow> empty(String table, String what, List<Long> ids) {
        inPortions(ids, "UPDATE " + table + " SET " + what + " WHERE id IN (:ids)");
        return ids.stream().map(id -> RemovedRow.emptied(table, id.toString())).toList();
    }

    /** Rows of which the condition is true and stays true until the transaction ends: the database asks again once it has them. */
    private List<Long> locked(String table, String where, String which, Map<String, ?> values) {
        return jdbc.sql("SELECT id FROM " + table + " WHERE " + where + " ORDER BY id" + which)
                .params(values)
                .query(Long.class)
                .list();
    }

    private void inPortions(List<Long> ids, String sql) {
        for (int from = 0; from < ids.size(); from += PORTION) {
            jdbc.sql(sql)
                    .param("ids", ids.subList(from, Math.min(ids.size(), from + PORTION)))
                    .update();
        }
    }
}
