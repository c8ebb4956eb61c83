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

    private final JdbcClient jdbc;

    RowRemoval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param where a condition on the table's columns */
    List<RemovedRow> delete(String table, String where, Map<String, ?> values) {
        List<Long> ids = ids(table, where, values);
        inPortions(ids, "DELETE FROM " + table + " WHERE id IN (:ids)");
        return ids.stream().map(id -> RemovedRow.deleted(table, id.toString())).toList();
    }

    /** @param what the assignments that leave nothing of what it was */
    List<RemovedRow> empty(String table, String what, String where, Map<String, ?> values) {
        List<Long> ids = ids(table, where, values);
        inPortions(ids, "UPDATE " + table + " SET " + what + " WHERE id IN (:ids)");
        return ids.stream().map(id -> RemovedRow.emptied(table, id.toString())).toList();
    }

    private List<Long> ids(String table, String where, Map<String, ?> values) {
        return jdbc.sql("SELECT id FROM " + table + " WHERE " + where)
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
