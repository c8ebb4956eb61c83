package cn.citybrain.parking.onboarding.audit.record;

import cn.citybrain.parking.onboarding.audit.story.Chapter;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Kind;
import cn.citybrain.parking.onboarding.audit.story.Subject;
import cn.citybrain.parking.onboarding.audit.story.Told;
import cn.citybrain.parking.onboarding.deduction.Finding;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the checks of the lots' records found, and why a test failed. */
@Component
class RecordsChecked implements Chapter {

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RecordsChecked(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<Entry> of(Subject subject) {
        List<Entry> told = new ArrayList<>();
        told.addAll(jdbc.sql("SELECT c.*, b.bill_no, b.plate_no, b.uid FROM record_check c JOIN bill b"
                        + " ON b.id = c.bill_id WHERE c.binding_id IN (:bindings)")
                .param("bindings", subject.bindingIds())
                .query((row, n) -> check(row, subject))
                .list());
        told.addAll(jdbc.sql("SELECT * FROM diagnosis WHERE binding_id IN (:bindings)")
                .param("bindings", subject.bindingIds())
                .query((row, n) -> diagnosis(row, subject))
                .list());
        return told;
    }

    private static Entry check(ResultSet row, Subject subject) throws SQLException {
        return Told.at(
                        SqlTime.read(row, "checked_at"),
                        Kind.RECORD,
                        row.getBoolean("passed") ? "停车记录核对通过" : "停车记录核对未通过")
                .lot(subject.lotOfBinding(row.getLong("binding_id")))
                .fact("账单号", row.getString("bill_no"))
                .fact("车牌", row.getString("plate_no"))
                .fact("停车流水号", row.getString("uid"))
                .from("record_check", row.getLong("id"));
    }

    private Entry diagnosis(ResultSet row, Subject subject) throws SQLException {
        boolean record = row.getString("kind").equals("RECORD");
        Told told = Told.at(SqlTime.read(row, "at"), Kind.RECORD, record ? "诊断：停车记录不符合要求" : "诊断：渠道没有扣款")
                .lot(subject.lotOfBinding(row.getLong("binding_id")))
                .fact("账单号", row.getString("bill_no"));
        for (Finding finding : findings(row.getString("findings"))) {
            // sentences of today end with the values that were seen
            boolean said = finding.sentence().contains(finding.seen());
            told.fact(finding.rule(), finding.sentence() + (said ? "" : "（" + finding.seen() + "）"));
        }
        return told.from("diagnosis", row.getLong("id"));
    }

    private List<Finding> findings(String text) {
        try {
            return List.of(json.readValue(text, Finding[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored diagnosis cannot be read", e);
        }
    }
}
