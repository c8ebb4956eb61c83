package cn.citybrain.parking.onboarding.audit.engine;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.EngineTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people decided when they completed a task, from the variables that they submitted. 受理 is told by its own records. */
@Component
class DecisionsMade implements Chapter {

    private final JdbcClient jdbc;

    DecisionsMade(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param inTask whether it was set in the process of the task, not in one that it was handed on to */
    private record Submitted(
            String id,
            String operation,
            String name,
            String text,
            Instant moment,
            Instant at,
            String by,
            String task,
            String instance,
            String step,
            boolean inTask) {}

    @Override
    public List<Entry> of(Subject subject) {
        Map<String, List<Submitted>> operations = jdbc
                .sql("SELECT d.*, o.USER_ID_ AS BY_USER, o.INSTANCE_, t.NAME_ AS TASK_NAME, t.TASK_DEF_KEY_"
                        + " FROM ACT_HI_DETAIL d JOIN (SELECT OPERATION_ID_, min(USER_ID_) AS USER_ID_,"
                        + " min(TASK_ID_) AS TASK_ID_, min(PROC_INST_ID_) AS INSTANCE_ FROM ACT_HI_OP_LOG"
                        + " WHERE PROC_INST_ID_ IN (:instances) AND ENTITY_TYPE_ = 'Task'"
                        + " AND OPERATION_TYPE_ = 'Complete' GROUP BY OPERATION_ID_) o"
                        + " ON o.OPERATION_ID_ = d.OPERATION_ID_ LEFT JOIN ACT_HI_TASKINST t ON t.ID_ = o.TASK_ID_"
                        + " WHERE d.PROC_INST_ID_ IN (:instances) AND d.TYPE_ = 'VariableUpdate'"
                        + " AND d.NAME_ IN (:names) ORDER BY d.TIME_, d.ID_")
                .param("instances", subject.instanceIds())
                .param("names", DecisionWords.VARIABLES)
                .query((row, n) -> submitted(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Submitted::operation, LinkedHashMap::new, Collectors.toList()));
        return operations.values().stream()
                .flatMap(rows -> told(rows, subject).stream())
                .toList();
    }

    private static Submitted submitted(ResultSet row) throws SQLException {
        long millis = row.getLong("LONG_");
        return new Submitted(
                row.getString("ID_"),
                row.getString("OPERATION_ID_"),
                row.getString("NAME_"),
                row.getString("TEXT_"),
                "date".equals(row.getString("VAR_TYPE_")) && millis > 0 ? Instant.ofEpochMilli(millis) : null,
                EngineTime.read(row, "TIME_"),
                row.getString("BY_USER"),
                row.getString("TASK_NAME"),
                row.getString("INSTANCE_"),
                row.getString("TASK_DEF_KEY_"),
                Objects.equals(row.getString("PROC_INST_ID_"), row.getString("INSTANCE_")));
    }

    private static Optional<Entry> told(List<Submitted> rows, Subject subject) {
        Instant next = rows.stream()
                .map(Submitted::moment)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return rows.stream()
                .filter(row -> row.text() != null && !row.name().equals(DecisionWords.NEXT))
                .min(Comparator.comparing((Submitted row) -> !row.inTask()))
                .map(row -> Told.at(
                                row.at(),
                                Kind.DECISION,
                                "“" + row.task() + "”：" + DecisionWords.of(row.name(), row.text()))
                        .by(row.by())
                        .lot(subject.lotOfInstance(row.instance()))
                        .in(row.instance(), row.step())
                        .fact("决定", DecisionWords.of(row.name(), row.text()))
                        .fact("下次提醒", next)
                        .from("act_hi_detail", row.id()));
    }
}
