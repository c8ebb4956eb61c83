package cn.citybrain.parking.onboarding.process.standing;

import cn.citybrain.parking.onboarding.process.work.ExternalTaskOutcome;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what running instances stand at. Each is one statement, however many instances there are. */
@Component
class StandingRows {

    private final JdbcClient jdbc;

    StandingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param bindingId null where it is about no lot */
    record Instance(String id, String key, String definitionId, Long bindingId) {}

    /** @param group null where nobody may take it */
    record Task(
            String id,
            String name,
            String instanceId,
            String definitionId,
            String element,
            String executionId,
            String assignee,
            Instant since,
            Instant due,
            String group) {}

    /** @param question null where no channel is asked */
    record Wait(
            String instanceId,
            String definitionId,
            String element,
            String executionId,
            Instant since,
            String question,
            Instant expectedAt) {}

    record Act(
            String instanceId, String definitionId, String element, Instant since, boolean failed, boolean postponed) {}

    record Timer(String instanceId, String definitionId, String element, Instant since, Instant due) {}

    record Incident(String instanceId, String definitionId, String element, Instant since) {}

    /** By id. */
    Map<String, Instance> instances(Collection<String> businessKeys) {
        List<Instance> found = rows(
                "SELECT e.ID_, e.BUSINESS_KEY_, e.PROC_DEF_ID_, v.LONG_ FROM ACT_RU_EXECUTION e LEFT JOIN ACT_RU_VARIABLE v"
                        + " ON v.EXECUTION_ID_ = e.ID_ AND v.NAME_ = 'bindingId' WHERE e.BUSINESS_KEY_ IN (:of)",
                businessKeys,
                (row, n) -> new Instance(
                        row.getString("ID_"),
                        row.getString("BUSINESS_KEY_"),
                        row.getString("PROC_DEF_ID_"),
                        row.getObject("LONG_", Long.class)));
        return found.stream()
                .collect(Collectors.toMap(Instance::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
    }

    List<Task> tasks(Collection<String> instances) {
        return rows(
                "SELECT t.*, l.GROUP_ID_ FROM ACT_RU_TASK t LEFT JOIN ACT_RU_IDENTITYLINK l ON l.TASK_ID_ = t.ID_"
                        + " AND l.TYPE_ = 'candidate' AND l.GROUP_ID_ IS NOT NULL WHERE t.PROC_INST_ID_ IN (:of)"
                        + " ORDER BY t.CREATE_TIME_, t.ID_",
                instances,
                (row, n) -> new Task(
                        row.getString("ID_"),
                        row.getString("NAME_"),
                        row.getString("PROC_INST_ID_"),
                        row.getString("PROC_DEF_ID_"),
                        row.getString("TASK_DEF_KEY_"),
                        row.getString("EXECUTION_ID_"),
                        row.getString("ASSIGNEE_"),
                        time(row, "CREATE_TIME_"),
                        time(row, "DUE_DATE_"),
                        row.getString("GROUP_ID_")));
    }

    /** Messages that are waited for, also at the borders of steps that wait for something else. */
    List<Wait> waits(Collection<String> instances) {
        return rows(
                "SELECT x.ID_, x.PROC_INST_ID_, x.PROC_DEF_ID_, s.ACTIVITY_ID_, s.CREATED_, a.question, a.expected_at"
                        + " FROM ACT_RU_EXECUTION x JOIN ACT_RU_EVENT_SUBSCR s ON s.EXECUTION_ID_ = x.ID_"
                        + " AND s.EVENT_TYPE_ = 'message' LEFT JOIN awaited_answer a ON a.execution_id = x.ID_"
                        + " WHERE x.PROC_INST_ID_ IN (:of) ORDER BY s.CREATED_, s.ID_",
                instances,
                (row, n) -> new Wait(
                        row.getString("PROC_INST_ID_"),
                        row.getString("PROC_DEF_ID_"),
                        row.getString("ACTIVITY_ID_"),
                        row.getString("ID_"),
                        time(row, "CREATED_"),
                        row.getString("question"),
                        SqlTime.read(row, "expected_at")));
    }

    /** Without those whose attempts are used up: they are incidents. */
    List<Act> acts(Collection<String> instances) {
        return rows(
                "SELECT t.*, x.PROC_INST_ID_ AS INSTANCE_ FROM ACT_RU_EXECUTION x JOIN ACT_RU_EXT_TASK t"
                        + " ON t.EXECUTION_ID_ = x.ID_ WHERE x.PROC_INST_ID_ IN (:of)"
                        + " AND (t.RETRIES_ IS NULL OR t.RETRIES_ > 0) ORDER BY t.CREATE_TIME_, t.ID_",
                instances,
                (row, n) -> {
                    boolean postponed = ExternalTaskOutcome.WAITING.equals(row.getString("WORKER_ID_"));
                    return new Act(
                            row.getString("INSTANCE_"),
                            row.getString("PROC_DEF_ID_"),
                            row.getString("ACT_ID_"),
                            time(row, "CREATE_TIME_"),
                            !postponed && row.getString("ERROR_MSG_") != null,
                            postponed);
                });
    }

    /** Steps that go on at a moment. */
    List<Timer> timers(Collection<String> instances) {
        return rows(
                "SELECT * FROM ACT_RU_JOB WHERE PROCESS_INSTANCE_ID_ IN (:of)"
                        + " AND HANDLER_TYPE_ = 'timer-intermediate-transition' AND RETRIES_ > 0 ORDER BY DUEDATE_, ID_",
                instances,
                (row, n) -> new Timer(
                        row.getString("PROCESS_INSTANCE_ID_"),
                        row.getString("PROCESS_DEF_ID_"),
                        row.getString("HANDLER_CFG_"),
                        time(row, "CREATE_TIME_"),
                        time(row, "DUEDATE_")));
    }

    /** Each where it happened: not in the instances that called the one that is stopped. */
    List<Incident> incidents(Collection<String> instances) {
        return rows(
                "SELECT * FROM ACT_RU_INCIDENT WHERE PROC_INST_ID_ IN (:of)"
                        + " AND (CAUSE_INCIDENT_ID_ IS NULL OR CAUSE_INCIDENT_ID_ = ID_) ORDER BY INCIDENT_TIMESTAMP_, ID_",
                instances,
                (row, n) -> new Incident(
                        row.getString("PROC_INST_ID_"),
                        row.getString("PROC_DEF_ID_"),
                        row.getString("ACTIVITY_ID_"),
                        time(row, "INCIDENT_TIMESTAMP_")));
    }

    private <T> List<T> rows(String sql, Collection<String> of, RowMapper<T> mapper) {
        return of.isEmpty()
                ? List.of()
                : jdbc.sql(sql).param("of", of).query(mapper).list();
    }

    /** The engine's instants have no zone: they are in that of this machine. */
    private static Instant time(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
