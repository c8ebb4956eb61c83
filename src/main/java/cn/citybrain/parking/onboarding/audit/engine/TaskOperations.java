package cn.citybrain.parking.onboarding.audit.engine;

import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.sql.EngineTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's log of what people did to tasks; one operation can have several rows. */
final class TaskOperations {

    private static final Map<String, String> WORDS = Map.of(
            "Claim", "认领",
            "Complete", "提交",
            "Assign", "转交",
            "Delegate", "委托",
            "Resolve", "办结委托",
            "SetOwner", "变更负责人",
            "SetPriority", "变更优先级",
            "Update", "变更任务",
            "Create", "建立任务",
            "Delete", "删除任务");

    private final List<Done> all;

    private TaskOperations(List<Done> all) {
        this.all = all;
    }

    /** @param changes what changed, Chinese; empty where nothing did */
    record Done(String id, String type, String taskId, String by, Instant at, String changes, Set<String> to) {

        /** Nobody got it: whoever had it gave it back. */
        private boolean givenBack() {
            return type.equals("Assign") && to.isEmpty();
        }

        String words() {
            return givenBack() ? "放弃认领" : WORDS.getOrDefault(type, type);
        }
    }

    static TaskOperations of(JdbcClient jdbc, Subject subject) {
        Map<String, List<Done>> rows = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM ACT_HI_OP_LOG WHERE PROC_INST_ID_ IN (:instances) AND ENTITY_TYPE_ = 'Task'"
                        + " AND TASK_ID_ IS NOT NULL ORDER BY TIMESTAMP_, ID_")
                .param("instances", subject.instanceIds())
                .query(row -> {
                    String operation = row.getString("OPERATION_ID_") + "/" + row.getString("TASK_ID_");
                    rows.computeIfAbsent(operation, any -> new ArrayList<>()).add(done(row));
                });
        return new TaskOperations(
                rows.values().stream().map(TaskOperations::together).toList());
    }

    private static Done done(ResultSet row) throws SQLException {
        String property = row.getString("PROPERTY_");
        String before = row.getString("ORG_VALUE_");
        String after = row.getString("NEW_VALUE_");
        return new Done(
                row.getString("ID_"),
                row.getString("OPERATION_TYPE_"),
                row.getString("TASK_ID_"),
                row.getString("USER_ID_"),
                EngineTime.read(row, "TIMESTAMP_"),
                OperationWords.change(property, before, after),
                after == null ? Set.of() : Set.of(after));
    }

    private static Done together(List<Done> rows) {
        Done first = rows.get(0);
        String changes =
                rows.stream().map(Done::changes).filter(text -> !text.isEmpty()).collect(Collectors.joining("；"));
        Set<String> to = rows.stream().flatMap(row -> row.to().stream()).collect(Collectors.toSet());
        return new Done(first.id(), first.type(), first.taskId(), first.by(), first.at(), changes, to);
    }

    /** In the order in which they were done. */
    List<Done> all() {
        return all;
    }

    Optional<String> completedBy(String taskId) {
        return all.stream()
                .filter(done -> done.taskId().equals(taskId) && done.type().equals("Complete"))
                .map(Done::by)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether somebody's operation tells that the task was given to a person. */
    boolean gave(String taskId, String userId) {
        return all.stream()
                .anyMatch(done -> done.taskId().equals(taskId) && done.to().contains(userId));
    }
}
