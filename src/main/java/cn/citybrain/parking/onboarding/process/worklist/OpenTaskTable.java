package cn.citybrain.parking.onboarding.process.worklist;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes table {@code open_task}: always from what the engine has, so that a row cannot say anything else. */
@Component
class OpenTaskTable {

    /** A step that can return what it was given, and the step that ends before it is back there. */
    private static final String BACK =
            "(t.TASK_DEF_KEY_ IN ('userTask_review', 'userTask_acceptDevices') AND EXISTS (SELECT 1"
                    + " FROM ACT_HI_TASKINST h WHERE h.PROC_INST_ID_ = t.PROC_INST_ID_ AND h.DELETE_REASON_ = 'completed'"
                    + " AND h.TASK_DEF_KEY_ = CASE WHEN t.TASK_DEF_KEY_ = 'userTask_review' THEN 'userTask_correct'"
                    + " ELSE 'userTask_acceptDevices' END))";

    private static final String CANDIDATES = "(SELECT min(i.GROUP_ID_) FROM ACT_RU_IDENTITYLINK i"
            + " WHERE i.TASK_ID_ = t.ID_ AND i.TYPE_ = 'candidate')";

    private static final String INSERT = "INSERT INTO open_task (task_id, name, definition_key, process_key,"
            + " process_instance_id, application_no, tenant_id, channel, binding_id, lot_code, candidate_group, assignee,"
            + " created_at, due_at, corrected)"
            + " SELECT t.ID_, coalesce(t.NAME_, t.TASK_DEF_KEY_), t.TASK_DEF_KEY_, d.KEY_, t.PROC_INST_ID_, n.TEXT_,"
            + " t.TENANT_ID_, a.channel, b.id, l.code, " + CANDIDATES + ", t.ASSIGNEE_, t.CREATE_TIME_, t.DUE_DATE_, "
            + BACK
            + " FROM ACT_RU_TASK t JOIN ACT_RE_PROCDEF d ON d.ID_ = t.PROC_DEF_ID_"
            + " LEFT JOIN ACT_RU_VARIABLE n ON n.VAR_SCOPE_ = t.PROC_INST_ID_ AND n.NAME_ = 'applicationNo'"
            + " LEFT JOIN ACT_RU_VARIABLE v ON v.VAR_SCOPE_ = t.PROC_INST_ID_ AND v.NAME_ = 'bindingId'"
            + " LEFT JOIN application a ON a.no = n.TEXT_"
            + " LEFT JOIN lot_binding b ON b.id = v.LONG_ LEFT JOIN parking_lot l ON l.id = b.lot_id"
            + " WHERE t.ID_ IN (:ids)";

    private static final String ASTRAY = "SELECT t.ID_ FROM ACT_RU_TASK t LEFT JOIN open_task o ON o.task_id = t.ID_"
            + " WHERE t.PROC_DEF_ID_ IS NOT NULL AND (o.task_id IS NULL"
            + " OR o.assignee IS DISTINCT FROM t.ASSIGNEE_ OR o.name <> coalesce(t.NAME_, t.TASK_DEF_KEY_)"
            + " OR o.due_at IS DISTINCT FROM CAST(t.DUE_DATE_ AS TIMESTAMP WITH TIME ZONE)"
            + " OR o.candidate_group IS DISTINCT FROM " + CANDIDATES + ")"
            + " UNION ALL SELECT o.task_id FROM open_task o LEFT JOIN ACT_RU_TASK t ON t.ID_ = o.task_id WHERE t.ID_ IS NULL";

    private final JdbcClient jdbc;

    OpenTaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes the rows of these tasks what the engine has now: those of tasks that have ended go.
     *
     * @param ids not empty
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void follow(Collection<String> ids) {
        // who changes the same task at the same time comes one after the other, and each sees what the one before wrote
        List<String> known = jdbc.sql(
                        "SELECT task_id FROM open_task WHERE task_id IN (:ids) ORDER BY task_id FOR UPDATE")
                .param("ids", ids)
                .query(String.class)
                .list();
        if (!known.isEmpty()) {
            jdbc.sql("DELETE FROM open_task WHERE task_id IN (:ids)")
                    .param("ids", known)
                    .update();
        }
        jdbc.sql(INSERT).param("ids", ids).update();
    }

    /** Tasks whose rows are missing, left over, or say something else than the engine. Two passes over all open tasks. */
    Set<String> astray() {
        return new HashSet<>(jdbc.sql(ASTRAY).query(String.class).list());
    }
}
