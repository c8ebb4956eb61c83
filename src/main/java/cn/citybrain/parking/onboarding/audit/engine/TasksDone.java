package cn.citybrain.parking.onboarding.audit.engine;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.PeopleOfStories;
import cn.citybrain.parking.onboarding.audit.story.Person;
import cn.citybrain.parking.onboarding.audit.story.Spoken;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.EngineTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people did with their tasks: created, claimed, handed over, completed, each with its person and its due date. */
@Component
class TasksDone implements Chapter {

    private final JdbcClient jdbc;
    private final PeopleOfStories names;

    TasksDone(JdbcClient jdbc, PeopleOfStories names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** @param completedBy empty where nobody did: the process took it back, or it is open */
    private record Task(
            String id,
            String name,
            String instance,
            String key,
            String assignee,
            Instant begun,
            Instant ended,
            Instant due,
            String deleteReason) {

        boolean completed() {
            return ended != null && "completed".equals(deleteReason);
        }
    }

    /** Somebody got a task. */
    private record Given(String id, String taskId, String to, Instant at) {}

    @Override
    public List<Entry> of(Subject subject) {
        Map<String, Task> tasks = tasks(subject);
        TaskOperations operations = TaskOperations.of(jdbc, subject);
        StoodIn others = StoodIn.of(jdbc, subject);
        List<Entry> told = new ArrayList<>();
        tasks.values().forEach(task -> told.addAll(about(task, subject, operations, others)));
        operations.all().forEach(done -> {
            Task task = tasks.get(done.taskId());
            if (task != null && !done.type().equals("Complete")) {
                told.add(in(task, subject, done.at(), done.words() + "“" + task.name() + "”")
                        .by(done.by())
                        .fact("变更", done.type().equals("Claim") ? "" : done.changes())
                        .from("act_hi_op_log", done.id()));
            }
        });
        List<Given> untold = given(subject).stream()
                .filter(given -> tasks.containsKey(given.taskId())
                        && !operations.gave(given.taskId(), given.to())
                        && !others.tells(given.taskId(), given.to()))
                .toList();
        Map<String, Person> people = names.of(untold.stream().map(Given::to).toList());
        untold.forEach(given -> {
            Task task = tasks.get(given.taskId());
            Person to = people.get(given.to());
            told.add(in(task, subject, given.at(), "任务“" + task.name() + "”交给" + to.name() + "（" + to.id() + "）")
                    .from("act_hi_identitylink", given.id()));
        });
        return told;
    }

    private static List<Entry> about(Task task, Subject subject, TaskOperations operations, StoodIn others) {
        List<Entry> told = new ArrayList<>();
        told.add(in(task, subject, task.begun(), "任务“" + task.name() + "”开始")
                .fact("期限", task.due())
                .from("act_hi_taskinst", task.id()));
        if (task.ended() != null) {
            String title = task.completed() ? "办理任务“" + task.name() + "”" : "任务“" + task.name() + "”被取消";
            String worker = task.completed() ? operations.completedBy(task.id()).orElse(task.assignee()) : null;
            told.add(in(task, subject, task.ended(), title)
                    .by(worker)
                    .fact("代办", worker == null ? "" : forWhom(others.absent(task.id(), worker)))
                    .fact("办理方", task.completed() && worker == null ? "系统，依据渠道的结果" : "")
                    .fact("用时", Spoken.duration(Duration.between(task.begun(), task.ended())))
                    .fact("期限", task.due())
                    .fact("是否按期", task.due() == null ? null : task.ended().isAfter(task.due()) ? "超期" : "按期")
                    .fact("取消原因", task.completed() ? null : cancelled(task.deleteReason()))
                    .from("act_hi_taskinst", task.id()));
        }
        return told;
    }

    private static String forWhom(String absent) {
        return absent.isEmpty() ? "" : "代" + absent + "办理";
    }

    private static String cancelled(String reason) {
        return "deleted".equals(reason) ? "流程不再需要" : reason;
    }

    private static Told in(Task task, Subject subject, Instant at, String title) {
        return Told.at(at, Kind.TASK, title)
                .lot(subject.lotOfInstance(task.instance()))
                .in(task.instance(), task.key());
    }

    private Map<String, Task> tasks(Subject subject) {
        Map<String, Task> tasks = new LinkedHashMap<>();
        jdbc.sql("SELECT * FROM ACT_HI_TASKINST WHERE PROC_INST_ID_ IN (:instances) ORDER BY START_TIME_, ID_")
                .param("instances", subject.instanceIds())
                .query(row -> {
                    tasks.put(row.getString("ID_"), task(row));
                });
        return tasks;
    }

    private static Task task(ResultSet row) throws SQLException {
        return new Task(
                row.getString("ID_"),
                row.getString("NAME_"),
                row.getString("PROC_INST_ID_"),
                row.getString("TASK_DEF_KEY_"),
                row.getString("ASSIGNEE_"),
                EngineTime.read(row, "START_TIME_"),
                EngineTime.read(row, "END_TIME_"),
                EngineTime.read(row, "DUE_DATE_"),
                row.getString("DELETE_REASON_"));
    }

    private List<Given> given(Subject subject) {
        return jdbc.sql("SELECT * FROM ACT_HI_IDENTITYLINK WHERE TYPE_ = 'assignee' AND OPERATION_TYPE_ = 'add'"
                        + " AND TASK_ID_ IN (SELECT ID_ FROM ACT_HI_TASKINST WHERE PROC_INST_ID_ IN (:instances))"
                        + " ORDER BY TIMESTAMP_, ID_")
                .param("instances", subject.instanceIds())
                .query((row, n) -> new Given(
                        row.getString("ID_"),
                        row.getString("TASK_ID_"),
                        row.getString("USER_ID_"),
                        EngineTime.read(row, "TIMESTAMP_")))
                .list();
    }
}
