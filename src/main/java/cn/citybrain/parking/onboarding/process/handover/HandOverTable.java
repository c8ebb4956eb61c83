package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.handover.HandOver.Kind;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** Table {@code task_handover}. */
@Component
class HandOverTable {

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final Clock clock;

    HandOverTable(JdbcClient jdbc, TaskService tasks, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Returns the id. */
    long add(Task task, HandOver move) {
        KeyHolder key = new GeneratedKeyHolder();
        jdbc.sql(
                        "INSERT INTO task_handover (task_id, task_name, instance_id, activity_id, application_no, kind, from_user,"
                                + " to_user, by_user, word, stand_in_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(task.getId(), task.getName(), task.getProcessInstanceId(), task.getTaskDefinitionKey())
                .param(tasks.getVariable(task.getId(), Variables.APPLICATION_NO.name()))
                .param(move.kind().name())
                .param(move.from())
                .param(move.to())
                .param(move.by())
                .param(move.word())
                .param(move.standInId())
                .param(SqlTime.of(clock.instant()))
                .update(key, "id");
        return key.getKeyAs(Number.class).longValue();
    }

    /** Oldest first. */
    List<HandOver> of(String taskId) {
        return jdbc.sql("SELECT * FROM task_handover WHERE task_id = ? ORDER BY id")
                .param(taskId)
                .query(HandOverTable::row)
                .list();
    }

    /** The tasks that somebody has taken on in a stand-in. */
    List<String> takenIn(long standInId) {
        return jdbc.sql("SELECT DISTINCT task_id FROM task_handover WHERE stand_in_id = ? AND kind = ?")
                .params(standInId, Kind.STOOD_IN.name())
                .query(String.class)
                .list();
    }

    private static HandOver row(ResultSet row, int n) throws SQLException {
        return new HandOver(
                Kind.valueOf(row.getString("kind")),
                row.getString("from_user"),
                row.getString("to_user"),
                row.getString("by_user"),
                row.getString("word"),
                row.getObject("stand_in_id", Long.class),
                SqlTime.read(row, "at"));
    }
}
