package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.application.Appointment;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
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
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** VisitsAgreed to sign on site, and what came on paper. */
@Component
class VisitsAgreed implements Chapter {

    private final Appointments appointments;
    private final JdbcClient jdbc;

    VisitsAgreed(Appointments appointments, JdbcClient jdbc) {
        this.appointments = appointments;
        this.jdbc = jdbc;
    }

    @Override
    public List<Entry> of(Subject subject) {
        List<Entry> told = new ArrayList<>();
        appointments.of(subject.no()).forEach(visit -> told.add(visit(visit)));
        told.addAll(jdbc.sql("SELECT * FROM signing_result WHERE application_no = ?")
                .param(subject.no())
                .query((row, n) -> result(row))
                .list());
        return told;
    }

    private static Entry visit(Appointment visit) {
        boolean proposed = visit.kind() == Appointment.Kind.PROPOSED;
        return Told.at(
                        visit.recordedAt(),
                        proposed ? Kind.CHANNEL_ANSWER : Kind.DECISION,
                        "上门签约：" + visit.kind().title())
                .by(visit.recordedBy())
                .fact("上门时间", visit.visitAt())
                .said("联系人", visit.contact())
                .said("说明", visit.note())
                .fact("合同照片", visit.documentId())
                .from("appointment", visit.id());
    }

    private static Entry result(ResultSet row) throws SQLException {
        boolean opened = row.getString("outcome").equals("OPENED");
        Instant used = SqlTime.read(row, "used_at");
        return Told.at(SqlTime.read(row, "recorded_at"), Kind.DECISION, opened ? "登记签约入网结果：已开户" : "登记签约入网结果：被拒绝")
                .by(row.getString("recorded_by"))
                .fact("渠道账户", row.getString("channel_account"))
                .said("原因", row.getString("reason"))
                .fact("书面材料", row.getString("document_id"))
                .fact("流程执行", used == null ? "未执行" : Spoken.time(used))
                .from("signing_result", row.getLong("id"));
    }
}
