package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who saw values in full, signed requests, papers, and the story itself. */
@Component
class LooksTaken implements Chapter {

    private final JdbcClient jdbc;

    LooksTaken(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        List<Entry> told = new ArrayList<>();
        told.addAll(jdbc.sql("SELECT * FROM value_reveal WHERE application_no = ?")
                .param(subject.no())
                .query((row, n) -> Told.at(
                                SqlTime.read(row, "revealed_at"),
                                Kind.LOOK,
                                "查看完整的“" + subject.label(row.getString("field_key")) + "”")
                        .by(row.getString("revealed_by"))
                        .fact("资料", "第 " + row.getInt("revision") + " 次提交")
                        .from("value_reveal", row.getLong("id")))
                .list());
        told.addAll(jdbc.sql("SELECT * FROM request_look WHERE binding_id IN (:bindings)")
                .param("bindings", subject.bindingIds())
                .query((row, n) -> Told.at(SqlTime.read(row, "looked_at"), Kind.LOOK, "查看已签名的扣款、退款请求")
                        .by(row.getString("looked_by"))
                        .lot(subject.lotOfBinding(row.getLong("binding_id")))
                        .from("request_look", row.getLong("id")))
                .list());
        told.addAll(opened(subject));
        told.addAll(jdbc.sql("SELECT l.*, d.field_key FROM audit_look l LEFT JOIN document d"
                        + " ON l.kind = 'PAPER' AND d.id = l.subject WHERE l.application_no = ?")
                .param(subject.no())
                .query((row, n) -> Told.at(SqlTime.read(row, "looked_at"), Kind.LOOK, audit(row, subject))
                        .by(row.getString("looked_by"))
                        .said("原因", row.getString("reason"))
                        .from("audit_look", row.getLong("id")))
                .list());
        return told;
    }

    /** Of the lots that the application is about. */
    private List<Entry> opened(Subject subject) {
        return jdbc.sql("SELECT k.*, b.id AS binding_id FROM lot_look k JOIN parking_lot p ON p.code = k.lot_code"
                        + " JOIN lot_binding b ON b.lot_id = p.id WHERE b.id IN (:bindings)")
                .param("bindings", subject.bindingIds())
                .query((row, n) -> Told.at(
                                SqlTime.read(row, "looked_at"),
                                Kind.LOOK,
                                row.getString("kind").equals("CALL") ? "在联调工作台打开停车场报文" : "在联调工作台打开发给停车场的消息")
                        .by(row.getString("looked_by"))
                        .lot(subject.lotOfBinding(row.getLong("binding_id")))
                        .fact("编号", row.getString("subject"))
                        .from("lot_look", row.getLong("id")))
                .list();
    }

    private static String audit(ResultSet row, Subject subject) throws SQLException {
        String about = row.getString("subject");
        return switch (row.getString("kind")) {
            case "FIELD" -> {
                int end = about.lastIndexOf('/');
                String key = about.substring(0, end);
                yield key.startsWith("appointment/")
                        ? "审计查看完整的“上门联系人”"
                        : "审计查看第 " + about.substring(end + 1) + " 次提交中完整的“" + subject.label(key) + "”";
            }
            case "PAPER" -> "审计查看证照材料" + paper(row.getString("field_key"), about, subject);
            case "PHOTO" -> "审计查看停车照片（第 " + about + " 号）";
            case "DOSSIER" -> "审计下载卷宗";
            default -> "审计查看申请";
        };
    }

    private static String paper(String fieldKey, String id, Subject subject) {
        return fieldKey == null ? " " + id : "“" + subject.label(fieldKey) + "”";
    }
}
