package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.PeopleOfStories;
import cn.citybrain.parking.onboarding.audit.story.Person;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who gave a task to whom and why, and who did it for somebody who was away. */
@Component
class TasksHandedOver implements Chapter {

    private final JdbcClient jdbc;
    private final PeopleOfStories people;

    TasksHandedOver(JdbcClient jdbc, PeopleOfStories people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** @param days of the stand-in, empty where there is none */
    private record Row(
            long id,
            Instant at,
            String task,
            String instance,
            String activity,
            String kind,
            String from,
            String to,
            String by,
            String word,
            String days) {}

    @Override
    public List<Entry> of(Subject subject) {
        List<Row> rows = jdbc.sql("SELECT h.*, s.from_day, s.until_day FROM task_handover h"
                        + " LEFT JOIN stand_in s ON s.id = h.stand_in_id WHERE h.instance_id IN (:instances)")
                .param("instances", subject.instanceIds())
                .query(TasksHandedOver::row)
                .list();
        Map<String, Person> known = people.of(rows.stream()
                .flatMap(row -> Stream.of(row.from(), row.to()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        return rows.stream().map(row -> told(row, subject, known)).toList();
    }

    private static Entry told(Row row, Subject subject, Map<String, Person> known) {
        return Told.at(row.at(), Kind.TASK, title(row, name(row.from(), known), name(row.to(), known)))
                .by(row.by())
                .lot(subject.lotOfInstance(row.instance()))
                .in(row.instance(), row.activity())
                .fact("原办理人", name(row.from(), known))
                .fact("现办理人", name(row.to(), known))
                .fact("代办", row.days())
                .said("原因", row.word())
                .from("task_handover", row.id());
    }

    private static String title(Row row, String from, String to) {
        String task = "任务“" + row.task() + "”";
        return switch (row.kind()) {
            case "HANDED" -> "把" + task + "转交给" + to;
            case "REASSIGNED" -> from.isEmpty() ? "把" + task + "交给" + to : "把" + task + "从" + from + "转交给" + to;
            case "STOOD_IN" -> "代" + from + "办理" + task;
            default -> "代办结束，" + task + "回到" + to + "名下";
        };
    }

    private static String name(String userId, Map<String, Person> known) {
        return userId == null ? "" : known.get(userId).name() + "（" + userId + "）";
    }

    private static Row row(ResultSet row, int n) throws SQLException {
        String from = row.getString("from_day");
        return new Row(
                row.getLong("id"),
                SqlTime.read(row, "at"),
                row.getString("task_name"),
                row.getString("instance_id"),
                row.getString("activity_id"),
                row.getString("kind"),
                row.getString("from_user"),
                row.getString("to_user"),
                row.getString("by_user"),
                row.getString("word"),
                from == null ? "" : from + " 至 " + row.getString("until_day"));
    }
}
