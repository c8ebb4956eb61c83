package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Spoken;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which mails went out about it, to whom, and whether they arrived at the mail server. */
@Component
class MailsSent implements Chapter {

    private final JdbcClient jdbc;

    MailsSent(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Attempt(long mailId, Instant at, boolean sent, String error) {

        String words() {
            return Spoken.time(at) + (sent ? " 已交邮件服务器" : " 失败：" + error);
        }
    }

    @Override
    public List<Entry> of(Subject subject) {
        Map<Long, List<Attempt>> attempts = jdbc
                .sql("SELECT * FROM mail_attempt WHERE mail_id IN (" + ids() + ") ORDER BY id")
                .param("no", subject.no())
                .param("instances", subject.instanceIds())
                .query((row, n) -> new Attempt(
                        row.getLong("mail_id"),
                        SqlTime.read(row, "at"),
                        row.getString("result").equals("SENT"),
                        row.getString("error")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Attempt::mailId));
        return jdbc.sql("SELECT m.*, (SELECT min(concat(coalesce(u.FIRST_, ''), coalesce(u.LAST_, ''))) FROM"
                        + " ACT_ID_USER u WHERE u.EMAIL_ = m.recipient) AS recipient_name FROM mail m WHERE m.id"
                        + " IN (" + ids()
                        + ")")
                .param("no", subject.no())
                .param("instances", subject.instanceIds())
                .query((row, n) -> mail(row, attempts.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** Whose address it is now, where somebody has it. */
    private static String recipient(ResultSet row) throws SQLException {
        String name = row.getString("recipient_name");
        return name == null || name.isBlank()
                ? row.getString("recipient")
                : name + "（" + row.getString("recipient") + "）";
    }

    /** About the application, or about an incident of its processes. */
    private static String ids() {
        return "SELECT id FROM mail WHERE about = :no UNION SELECT m.id FROM mail m JOIN ACT_HI_INCIDENT i"
                + " ON i.ID_ = m.about WHERE i.PROC_INST_ID_ IN (:instances)";
    }

    private static Entry mail(ResultSet row, List<Attempt> attempts) throws SQLException {
        Told told = Told.at(SqlTime.read(row, "created_at"), Kind.MAIL, "邮件“" + row.getString("subject") + "”")
                .lot(row.getString("lot_code"))
                .fact("收件人", recipient(row))
                .fact("状态", state(row.getString("state")))
                .fact("发出时间", SqlTime.read(row, "sent_at"))
                .fact("处理说明", row.getString("settled_note"));
        for (int i = 0; i < attempts.size(); i++) {
            told.fact("第 " + (i + 1) + " 次投递", attempts.get(i).words());
        }
        return told.fact("最后错误", attempts.isEmpty() ? row.getString("last_error") : "")
                .fact("正文", row.getString("state").equals("SECRET") ? "" : row.getString("body"))
                .from("mail", row.getLong("id"));
    }

    private static String state(String state) {
        return switch (state) {
            case "SENT" -> "已发出";
            case "FAILED" -> "未能送达，已放弃";
            case "RESENT" -> "未能送达，主管已重新发送";
            case "SETTLED" -> "未能送达，主管已另行处理";
            case "COLLECTED" -> "等待汇总发送";
            case "DIGESTED" -> "已随汇总邮件发出";
            case "OBSOLETE" -> "没有发出：发送前已有人领取，或者已经办完";
            case "WITHDRAWN" -> "已撤回，改发给新的收件人";
            default -> "等待发送";
        };
    }
}
