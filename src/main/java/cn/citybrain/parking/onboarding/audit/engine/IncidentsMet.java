package cn.citybrain.parking.onboarding.audit.engine;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Spoken;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.EngineTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the processes stood still until somebody helped, and when that was over. */
@Component
class IncidentsMet implements Chapter {

    private static final int RESOLVED = 1;

    private final JdbcClient jdbc;

    IncidentsMet(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        return jdbc
                .sql("SELECT i.*, a.ACT_NAME_ FROM ACT_HI_INCIDENT i LEFT JOIN (SELECT PROC_INST_ID_, ACT_ID_,"
                        + " max(ACT_NAME_) AS ACT_NAME_ FROM ACT_HI_ACTINST WHERE PROC_INST_ID_ IN (:instances)"
                        + " GROUP BY PROC_INST_ID_, ACT_ID_) a"
                        + " ON a.PROC_INST_ID_ = i.PROC_INST_ID_ AND a.ACT_ID_ = i.ACTIVITY_ID_"
                        + " WHERE i.PROC_INST_ID_ IN (:instances)")
                .param("instances", subject.instanceIds())
                .query((row, n) -> incident(row, subject))
                .list()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Entry> incident(ResultSet row, Subject subject) throws SQLException {
        String step = Objects.requireNonNullElse(row.getString("ACT_NAME_"), row.getString("ACTIVITY_ID_"));
        Instant end = EngineTime.read(row, "END_TIME_");
        List<Entry> told = new ArrayList<>();
        told.add(about(row, subject, EngineTime.read(row, "CREATE_TIME_"), "“" + step + "”发生故障")
                .fact("类型", type(row.getString("INCIDENT_TYPE_")))
                .said("错误", row.getString("INCIDENT_MSG_"))
                .said("批注", row.getString("ANNOTATION_"))
                .fact("状态", end == null ? "未解决" : "已于 " + Spoken.time(end) + " 结束")
                .from("act_hi_incident", row.getString("ID_")));
        if (end != null) {
            boolean resolved = row.getInt("INCIDENT_STATE_") == RESOLVED;
            told.add(about(row, subject, end, "“" + step + "”的故障" + (resolved ? "已解决" : "随步骤取消而结束"))
                    .from("act_hi_incident", row.getString("ID_")));
        }
        return told;
    }

    private static Told about(ResultSet row, Subject subject, Instant at, String title) throws SQLException {
        String instance = row.getString("PROC_INST_ID_");
        return Told.at(at, Kind.INCIDENT, title)
                .lot(subject.lotOfInstance(instance))
                .in(instance, row.getString("ACTIVITY_ID_"));
    }

    private static String type(String type) {
        return switch (type) {
            case "failedJob" -> "系统步骤重试用尽";
            case "failedExternalTask" -> "渠道调用重试用尽";
            default -> type;
        };
    }
}
