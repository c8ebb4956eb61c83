package cn.citybrain.parking.onboarding.audit.retention;

import cn.citybrain.parking.onboarding.audit.story.BusinessKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's history of an application's processes and of everything that they called. */
@Component
class HistoryRemover implements Remover {

    /** Every table of the engine's history that names the root of its process. */
    static final List<String> TABLES = List.of(
            "act_hi_actinst",
            "act_hi_attachment",
            "act_hi_comment",
            "act_hi_detail",
            "act_hi_ext_task_log",
            "act_hi_identitylink",
            "act_hi_incident",
            "act_hi_job_log",
            "act_hi_op_log",
            "act_hi_procinst",
            "act_hi_taskinst",
            "act_hi_varinst");

    private final JdbcClient jdbc;
    private final HistoryService history;

    HistoryRemover(JdbcClient jdbc, HistoryService history) {
        this.jdbc = jdbc;
        this.history = history;
    }

    @Override
    public DataKind kind() {
        return DataKind.HISTORY;
    }

    @Override
    public String left() {
        return "EXISTS (SELECT 1 FROM act_hi_procinst p WHERE p.business_key_ IN (a.no, a.no || '"
                + BusinessKeys.OF_DEVICES + "'))";
    }

    @Override
    public List<RemovedRow> remove(Over over) {
        Set<String> roots = roots(over.no());
        if (roots.isEmpty() || stillRuns(roots)) {
            return List.of();
        }
        List<RemovedRow> rows = new ArrayList<>();
        TABLES.forEach(table -> rows.addAll(rows(table, roots)));
        history.deleteHistoricProcessInstances(
                jdbc.sql("SELECT id_ FROM act_hi_procinst WHERE root_proc_inst_id_ IN (:roots)")
                        .param("roots", roots)
                        .query(String.class)
                        .list());
        // what the engine keeps when it is asked for one instance: its log of operations, who was bound to it
        TABLES.forEach(table -> jdbc.sql("DELETE FROM " + table + " WHERE root_proc_inst_id_ IN (:roots)")
                .param("roots", roots)
                .update());
        return rows;
    }

    /** Of the application's own processes, of its lots' gates, and of what was begun beside them: each goes by its key. */
    private Set<String> roots(String no) {
        List<String> lots = jdbc.sql("SELECT l.code FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id"
                        + " WHERE b.application_no = ?")
                .param(no)
                .query(String.class)
                .list();
        return new TreeSet<>(jdbc.sql("SELECT DISTINCT root_proc_inst_id_ FROM act_hi_procinst"
                        + " WHERE business_key_ IN (:keys) AND root_proc_inst_id_ IS NOT NULL")
                .param("keys", BusinessKeys.of(no, lots))
                .query(String.class)
                .list());
    }

    /** Also what was called under another key. */
    private boolean stillRuns(Set<String> roots) {
        return jdbc.sql("SELECT count(*) FROM act_hi_procinst WHERE root_proc_inst_id_ IN (:roots)"
                                + " AND end_time_ IS NULL")
                        .param("roots", roots)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private List<RemovedRow> rows(String table, Set<String> roots) {
        return jdbc.sql("SELECT id_ FROM " + table + " WHERE root_proc_inst_id_ IN (:roots)")
                .param("roots", roots)
                .query((row, n) -> RemovedRow.deleted(table, row.getString(1)))
                .list();
    }
}
