package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the lots were told about bills of this application's tests, and whether they confirmed it. */
@Component
class LotsTold implements Chapter {

    private final JdbcClient jdbc;

    LotsTold(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        return jdbc.sql("SELECT m.* FROM lot_message m WHERE m.id IN (SELECT b.id FROM lot_message b"
                        + " WHERE b.bill_id IN (SELECT bill_id FROM deduction WHERE binding_id IN (:bindings)"
                        + " UNION SELECT bill_id FROM record_check WHERE binding_id IN (:bindings))"
                        + " UNION SELECT u.id FROM lot_message u JOIN channel_visit v"
                        + " ON v.lot_code = u.lot_code AND v.uid = u.uid WHERE v.binding_id IN (:bindings))")
                .param("bindings", subject.bindingIds())
                .query((row, n) -> message(row))
                .list();
    }

    private static Entry message(ResultSet row) throws SQLException {
        Instant confirmed = SqlTime.read(row, "confirmed_at");
        return Told.at(SqlTime.read(row, "created_at"), Kind.LOT_MESSAGE, title(row.getString("topic")))
                .lot(row.getString("lot_code"))
                .fact("内容", row.getString("content"))
                .fact("停车流水号", row.getString("uid"))
                .fact("投递次数", row.getInt("deliveries") == 0 ? "" : row.getInt("deliveries"))
                .fact("送达", SqlTime.read(row, "delivered_at"))
                .fact("停车场确认", confirmed)
                .fact("确认结果", confirmed == null ? "" : row.getBoolean("confirmed_success") ? "成功" : "失败")
                .fact("撤回", SqlTime.read(row, "withdrawn_at"))
                .fact("错误", row.getString("last_error"))
                .from("lot_message", row.getLong("id"));
    }

    private static String title(String topic) {
        return switch (topic) {
            case "payResult" -> "告知停车场扣款结果";
            case "departurePayInfo" -> "告知停车场该车可先离场后付费";
            default -> "告知停车场：" + topic;
        };
    }
}
