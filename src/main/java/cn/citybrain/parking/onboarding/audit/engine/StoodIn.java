package cn.citybrain.parking.onboarding.audit.engine;

import cn.citybrain.parking.onboarding.audit.story.Subject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is told of tasks that went from one person to another elsewhere, see {@code TasksHandedOver}; one statement. */
final class StoodIn {

    private final Map<String, List<Move>> moves;

    private StoodIn(Map<String, List<Move>> moves) {
        this.moves = moves;
    }

    /** @param absent for whom, empty for nobody */
    private record Move(String taskId, String to, String absent) {}

    static StoodIn of(JdbcClient jdbc, Subject subject) {
        return new StoodIn(jdbc
                .sql(
                        "SELECT h.task_id, h.to_user, h.kind, h.from_user, u.FIRST_, u.LAST_ FROM task_handover h"
                                + " LEFT JOIN ACT_ID_USER u ON u.ID_ = h.from_user WHERE h.instance_id IN (:instances) ORDER BY h.id")
                .param("instances", subject.instanceIds())
                .query((row, n) -> new Move(
                        row.getString("task_id"),
                        row.getString("to_user"),
                        row.getString("kind").equals("STOOD_IN")
                                ? name(row.getString("FIRST_"), row.getString("LAST_")) + "（"
                                        + row.getString("from_user") + "）"
                                : ""))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Move::taskId)));
    }

    private static String name(String family, String given) {
        return Objects.requireNonNullElse(family, "") + Objects.requireNonNullElse(given, "");
    }

    /** Whether it is told there that somebody got a task. */
    boolean tells(String taskId, String userId) {
        return of(taskId).stream().anyMatch(move -> move.to().equals(userId));
    }

    /** For whom somebody did a task; empty where they did it for themselves, or got it otherwise since. */
    String absent(String taskId, String worker) {
        List<Move> all = of(taskId);
        Move last = all.isEmpty() ? null : all.get(all.size() - 1);
        return last != null && last.to().equals(worker) ? last.absent() : "";
    }

    private List<Move> of(String taskId) {
        return moves.getOrDefault(taskId, List.of());
    }
}
