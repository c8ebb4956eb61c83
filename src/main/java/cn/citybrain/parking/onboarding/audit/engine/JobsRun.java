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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the engine ran for the processes and what it came to: jobs, and the acts that our worker did. */
@Component
class JobsRun implements Chapter {

    private static final int FAILED = 1;
    private static final int SUCCEEDED = 2;
    private static final int DELETED = 3;

    private final JdbcClient jdbc;

    JobsRun(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        Map<String, String> names = names(subject);
        List<Entry> told = new ArrayList<>();
        told.addAll(jdbc.sql("SELECT * FROM ACT_HI_JOB_LOG WHERE PROCESS_INSTANCE_ID_ IN (:instances)"
                        + " AND JOB_STATE_ IN (1, 2)")
                .param("instances", subject.instanceIds())
                .query((row, n) -> job(row, subject, names))
                .list());
        told.addAll(jdbc.sql("SELECT * FROM ACT_HI_EXT_TASK_LOG WHERE PROC_INST_ID_ IN (:instances)"
                        + " AND STATE_ IN (1, 2, 3)")
                .param("instances", subject.instanceIds())
                .query((row, n) -> external(row, subject, names))
                .list());
        return told;
    }

    /** Of the steps, by their ids in the models. */
    private Map<String, String> names(Subject subject) {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("SELECT DISTINCT ACT_ID_, ACT_NAME_ FROM ACT_HI_ACTINST WHERE PROC_INST_ID_ IN (:instances)"
                        + " AND ACT_NAME_ IS NOT NULL ORDER BY ACT_ID_, ACT_NAME_")
                .param("instances", subject.instanceIds())
                .query(row -> {
                    names.put(row.getString("ACT_ID_"), row.getString("ACT_NAME_"));
                });
        return names;
    }

    private static Entry job(ResultSet row, Subject subject, Map<String, String> names) throws SQLException {
        String instance = row.getString("PROCESS_INSTANCE_ID_");
        return about(
                        EngineTime.read(row, "TIMESTAMP_"),
                        kind(row.getString("JOB_DEF_TYPE_")) + step(row, names) + words(row.getInt("JOB_STATE_")),
                        instance,
                        row.getString("ACT_ID_"),
                        subject)
                .fact("计划时间", EngineTime.read(row, "JOB_DUEDATE_"))
                .fact("剩余重试", row.getInt("JOB_STATE_") == FAILED ? row.getObject("JOB_RETRIES_") : null)
                .said("错误", row.getString("JOB_EXCEPTION_MSG_"))
                .from("act_hi_job_log", row.getString("ID_"));
    }

    private static Entry external(ResultSet row, Subject subject, Map<String, String> names) throws SQLException {
        return about(
                        EngineTime.read(row, "TIMESTAMP_"),
                        "自动办理" + step(row, names) + words(row.getInt("STATE_")),
                        row.getString("PROC_INST_ID_"),
                        row.getString("ACT_ID_"),
                        subject)
                .fact("动作", row.getString("TOPIC_NAME_"))
                .fact("剩余重试", row.getInt("STATE_") == FAILED ? row.getObject("RETRIES_") : null)
                .said("错误", row.getString("ERROR_MSG_"))
                .from("act_hi_ext_task_log", row.getString("ID_"));
    }

    private static Told about(Instant at, String title, String instance, String activity, Subject subject) {
        return Told.at(at, Kind.JOB, title).lot(subject.lotOfInstance(instance)).in(instance, activity);
    }

    private static String step(ResultSet row, Map<String, String> names) throws SQLException {
        String id = row.getString("ACT_ID_");
        return id == null ? "" : "“" + names.getOrDefault(id, id) + "”";
    }

    private static String kind(String type) {
        return type != null && type.startsWith("timer") ? "定时执行" : "自动执行";
    }

    private static String words(int state) {
        return switch (state) {
            case FAILED -> "失败";
            case SUCCEEDED -> "完成";
            case DELETED -> "取消";
            default -> "";
        };
    }
}
