package cn.citybrain.parking.onboarding.audit.engine;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.PrivateNumbers;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.EngineTime;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people wrote beside a task or a process. */
@Component
class CommentsWritten implements Chapter {

    private final JdbcClient jdbc;

    CommentsWritten(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A comment on a task bears no process: it is found by its task. */
    @Override
    public List<Entry> of(Subject subject) {
        return jdbc.sql("SELECT c.*, t.NAME_ AS TASK_NAME, t.TASK_DEF_KEY_, t.PROC_INST_ID_ AS TASK_INSTANCE"
                        + " FROM ACT_HI_COMMENT c LEFT JOIN ACT_HI_TASKINST t ON t.ID_ = c.TASK_ID_"
                        + " WHERE c.TYPE_ = 'comment' AND c.ID_ IN (SELECT ID_ FROM ACT_HI_COMMENT"
                        + " WHERE PROC_INST_ID_ IN (:instances) UNION SELECT m.ID_ FROM ACT_HI_COMMENT m"
                        + " JOIN ACT_HI_TASKINST o ON o.ID_ = m.TASK_ID_ WHERE o.PROC_INST_ID_ IN (:instances))")
                .param("instances", subject.instanceIds())
                .query((row, n) -> comment(row, subject))
                .list();
    }

    private static Entry comment(ResultSet row, Subject subject) throws SQLException {
        String instance = Objects.requireNonNullElse(row.getString("PROC_INST_ID_"), row.getString("TASK_INSTANCE"));
        byte[] whole = row.getBytes("FULL_MSG_");
        return Told.at(EngineTime.read(row, "TIME_"), Kind.COMMENT, "填写备注")
                .by(row.getString("USER_ID_"))
                .lot(subject.lotOfInstance(instance))
                .in(instance, row.getString("TASK_DEF_KEY_"))
                .fact("任务", row.getString("TASK_NAME"))
                .fact(
                        "内容",
                        PrivateNumbers.hidden(
                                whole == null ? row.getString("MESSAGE_") : new String(whole, StandardCharsets.UTF_8)))
                .from("act_hi_comment", row.getString("ID_"));
    }
}
