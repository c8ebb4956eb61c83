package cn.citybrain.parking.onboarding.audit.engine;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.EngineTime;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        List<Entry> told = new ArrayList<>();
        told.addAll(jdbc.sql("SELECT * FROM ACT_HI_JOB_LOG WHERE PROCESS_INSTANCE_ID_ IN (:instances)"
                        + " AND JOB_STATE_ IN (1, 2)")
                .param("instances", subject.instanceIds())
                .query((row, n) -> job(row, subject))
                .list());
        told.addAll(jdbc.sql("SELECT * FROM ACT_HI_EXT_TASK_LOG WHERE PROC_INST_ID_ IN (:instances)"
                        + " AND STATE_ IN (1, 2, 3)")
                .param("instances", subject.instanceIds())
                .query((row, n) -> external(row, subject))
                .list());
        return told;
    }

    private static Entry job(ResultSet row, Subject subject) throws SQLException {
        String instance = row.getString("PROCESS_INSTANCE_ID_");
        return about(
                        EngineTime.read(row, "TIMESTAMP_"),
                        kind(row.getString("JOB_DEF_TYPE_")) + words(row.getInt("JOB_STATE_")),
                        instance,
                        row.getString("ACT_ID_"),
                        subject)
                .fact("计划时间", EngineTime.read(row, "JOB_DUEDATE_"))
                .fact("剩余重试", row.getObject("JOB_RETRIES_"))
                .fact("错误", row.getString("JOB_EXCEPTION_MSG_"))
                .from("act_hi_job_log", row.getString("ID_"));
    }

    private static Entry external(ResultSet row, Subject subject) throws SQLException {
        return about(
                        EngineTime.read(row, "TIMESTAMP_"),
                        "外部任务 " + row.getString("TOPIC_NAME_") + words(row.getInt("STATE_")),
                        row.getString("PROC_INST_ID_"),
                        row.getString("ACT_ID_"),
                        subject)
                .fact("剩余重试", row.getObject("RETRIES_"))
                .fact("错误", row.getString("ERROR_MSG_"))
                .from("act_hi_ext_task_log", row.getString("ID_"));
    }

    private static Told about(Instant at, String title, String instance, String activity, Subject subject) {
        return Told.at(at, Kind.JOB, title).lot(subject.lotOfInstance(instance)).in(instance, activity);
    }

    private static String kind(String type) {
        if (type == null) {
            return "作业";
        }
        return type.startsWith("timer") || type.endsWith("timer") ? "定时作业" : "作业";
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
