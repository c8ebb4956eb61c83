package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Spoken;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Subject.Bound;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the channel sent by itself: genuine messages, and those that contradict one that was there. */
@Component
class MessagesHeard implements Chapter {

    private final JdbcClient jdbc;

    MessagesHeard(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message that was not genuine names nothing that can be believed, so it belongs to no application. */
    @Override
    public List<Entry> of(Subject subject) {
        return jdbc.sql(
                        "SELECT m.id, m.outcome, m.notice_id, m.kind, m.subject, m.evidence, m.deliveries, m.received_at,"
                                + " m.last_at, COALESCE(d.lot_code, v.lot_code) AS lot_code FROM channel_message m"
                                + " LEFT JOIN deduction d ON d.out_trade_no = m.subject"
                                + " LEFT JOIN channel_visit v ON v.visit_no = m.subject"
                                + " WHERE m.subject IN (:numbers) AND m.channel = :channel")
                .param("numbers", subject.numbers())
                .param("channel", subject.channel())
                .query((row, n) -> message(row, subject))
                .list();
    }

    private static Entry message(ResultSet row, Subject subject) throws SQLException {
        boolean taken = row.getString("outcome").equals("TAKEN");
        int deliveries = row.getInt("deliveries");
        return Told.at(SqlTime.read(row, "received_at"), Kind.CHANNEL_MESSAGE, title(row.getString("kind")))
                .lot(lot(row, subject))
                .fact(numbered(row.getString("kind")), row.getString("subject"))
                .fact("内容", row.getString("evidence"))
                .fact("通知编号", row.getString("notice_id"))
                .fact("签名", "已验证")
                .fact("处理", taken ? "已受理" : "与先前的同号通知内容不一致，只留存，不生效")
                .fact("送达次数", deliveries > 1 ? deliveries + " 次，最后 " + Spoken.time(SqlTime.read(row, "last_at")) : "")
                .from("channel_message", row.getLong("id"));
    }

    private static String lot(ResultSet row, Subject subject) throws SQLException {
        String about = row.getString("subject");
        String known = row.getString("lot_code");
        return known != null
                ? known
                : subject.bindings().stream()
                        .filter(bound -> about.equals(String.valueOf(bound.id())))
                        .map(Bound::lotCode)
                        .findFirst()
                        .orElse("");
    }

    /** What the number is one of; a lot is told by its name. */
    private static String numbered(String kind) {
        return switch (Objects.requireNonNullElse(kind, "")) {
            case "DeductionDecided" -> "商户订单号";
            case "ReviewMoved" -> "申请编号";
            case "LotMoved" -> "停车场绑定编号";
            case "VisitMoved" -> "停车编号";
            default -> "编号";
        };
    }

    private static String title(String kind) {
        return switch (Objects.requireNonNullElse(kind, "")) {
            case "DeductionDecided" -> "渠道通知扣款结果";
            case "ReviewMoved" -> "渠道通知审核进度";
            case "LotMoved" -> "渠道通知停车场进度";
            case "VisitMoved" -> "渠道通知停车状态";
            default -> "渠道通知";
        };
    }
}
