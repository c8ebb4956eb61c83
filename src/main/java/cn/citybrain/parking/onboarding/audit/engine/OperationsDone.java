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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people did to the processes beside their tasks: administrators and supervisors. */
@Component
class OperationsDone implements Chapter {

    private final JdbcClient jdbc;

    OperationsDone(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(
            String id,
            String operation,
            String type,
            String by,
            Instant at,
            String instance,
            String change,
            String note) {}

    @Override
    public List<Entry> of(Subject subject) {
        Map<String, List<Row>> operations = jdbc
                .sql("SELECT * FROM ACT_HI_OP_LOG WHERE PROC_INST_ID_ IN (:instances) AND ENTITY_TYPE_ <> 'Task'"
                        + " AND OPERATION_TYPE_ <> 'Create' ORDER BY TIMESTAMP_, ID_")
                .param("instances", subject.instanceIds())
                .query((row, n) -> row(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.operation() + "/" + row.type(), LinkedHashMap::new, Collectors.toList()));
        return operations.values().stream().map(rows -> told(rows, subject)).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("ID_"),
                row.getString("OPERATION_ID_"),
                row.getString("OPERATION_TYPE_"),
                row.getString("USER_ID_"),
                EngineTime.read(row, "TIMESTAMP_"),
                row.getString("PROC_INST_ID_"),
                OperationWords.change(
                        row.getString("PROPERTY_"), row.getString("ORG_VALUE_"), row.getString("NEW_VALUE_")),
                row.getString("ANNOTATION_"));
    }

    private static Entry told(List<Row> rows, Subject subject) {
        Row first = rows.get(0);
        return Told.at(first.at(), Kind.OPERATION, OperationWords.type(first.type()))
                .by(first.by())
                .lot(subject.lotOfInstance(first.instance()))
                .in(first.instance(), null)
                .fact(
                        "内容",
                        rows.stream()
                                .map(Row::change)
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining("；")))
                .said("批注", first.note())
                .from("act_hi_op_log", first.id());
    }
}
