package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.process.overdue.OverdueStep.Handling;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code overdue_step}. */
@Component
class OverdueTable {

    private final JdbcClient jdbc;

    OverdueTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the step is there */
    void add(OverdueStep step) {
        jdbc.sql("INSERT INTO overdue_step (step_id, task_id, execution_id, application_no, channel, binding_id, name,"
                        + " since, days, level, opens_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(step.stepId())
                .param(step.taskId())
                .params(step.executionId(), step.applicationNo(), step.channel())
                .param(step.bindingId())
                .params(step.name(), SqlTime.of(step.since()), step.days(), step.level(), SqlTime.of(step.opensAt()))
                .update();
    }

    void opened(String stepId, String instanceId) {
        jdbc.sql("UPDATE overdue_step SET instance_id = ? WHERE step_id = ?")
                .params(instanceId, stepId)
                .update();
    }

    /** There is no escalation of the step; what was decided in it is forgotten. */
    void closed(String stepId) {
        jdbc.sql("UPDATE overdue_step SET instance_id = NULL, decision = NULL, until_at = NULL, handed_to = NULL,"
                        + " reason = NULL, decided_by = NULL WHERE step_id = ?")
                .param(stepId)
                .update();
    }

    void remove(String stepId) {
        jdbc.sql("DELETE FROM overdue_step WHERE step_id = ?").param(stepId).update();
    }

    /** The step was left. Repeatable; most steps were never overdue. */
    void over(String stepId, Instant at) {
        jdbc.sql("UPDATE overdue_step SET over_at = ? WHERE step_id = ?")
                .params(SqlTime.of(at), stepId)
                .update();
    }

    /** A task is not overdue before a moment. */
    void postpone(String taskId, Instant until) {
        jdbc.sql("UPDATE overdue_step SET opens_at = ?, since = ? WHERE task_id = ?")
                .params(SqlTime.of(until), SqlTime.of(until), taskId)
                .update();
    }

    void level(String stepId, int level) {
        jdbc.sql("UPDATE overdue_step SET level = ? WHERE step_id = ?")
                .params(level, stepId)
                .update();
    }

    void decided(String stepId, Handling handling) {
        jdbc.sql("UPDATE overdue_step SET decision = ?, until_at = ?, handed_to = ?, reason = ?, decided_by = ?"
                        + " WHERE step_id = ?")
                .param(handling.decision().code())
                .param(SqlTime.of(handling.until()))
                .param(handling.handedTo())
                .param(handling.reason())
                .params(handling.by(), stepId)
                .update();
    }

    Optional<OverdueStep> find(String stepId) {
        return where("step_id = ?", stepId).stream().findFirst();
    }

    /** As {@link #find}; nobody else changes it until the transaction ends. */
    Optional<OverdueStep> locked(String stepId) {
        return where("step_id = ? FOR UPDATE", stepId).stream().findFirst();
    }

    /** Steps that were left, that are not overdue for now, and those that are again. */
    List<String> toMove(Instant now) {
        return jdbc.sql("SELECT step_id FROM overdue_step WHERE over_at IS NOT NULL"
                        + " OR (instance_id IS NOT NULL AND opens_at > ?) OR (instance_id IS NULL AND opens_at <= ?)")
                .params(SqlTime.of(now), SqlTime.of(now))
                .query(String.class)
                .list();
    }

    List<OverdueStep> all() {
        return where("over_at IS NULL");
    }

    /** Those that are overdue now, by the value of a column. */
    List<OverdueStep> open(String column, Collection<?> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        String places = String.join(", ", java.util.Collections.nCopies(values.size(), "?"));
        return where(
                "over_at IS NULL AND instance_id IS NOT NULL AND " + column + " IN (" + places + ")", values.toArray());
    }

    /** Those of applications as a whole that are overdue now. */
    List<OverdueStep> openWithoutLot(Collection<String> applications) {
        return open("binding_id IS NULL AND application_no", applications);
    }

    private List<OverdueStep> where(String condition, Object... values) {
        return jdbc.sql("SELECT * FROM overdue_step WHERE " + condition)
                .params(values)
                .query(OverdueTable::row)
                .list();
    }

    private static OverdueStep row(ResultSet row, int n) throws SQLException {
        return new OverdueStep(
                row.getString("step_id"),
                row.getString("task_id"),
                row.getString("execution_id"),
                row.getString("application_no"),
                row.getString("channel"),
                row.getObject("binding_id", Long.class),
                row.getString("name"),
                SqlTime.read(row, "since"),
                row.getInt("days"),
                row.getInt("level"),
                SqlTime.read(row, "opens_at"),
                row.getString("instance_id"),
                SqlTime.read(row, "over_at"),
                handling(row));
    }

    private static Handling handling(ResultSet row) throws SQLException {
        OverdueDecision decision = OverdueDecision.of(row.getString("decision")).orElse(null);
        return decision == null
                ? null
                : new Handling(
                        decision,
                        SqlTime.read(row, "until_at"),
                        row.getString("handed_to"),
                        row.getString("reason"),
                        row.getString("decided_by"));
    }
}
