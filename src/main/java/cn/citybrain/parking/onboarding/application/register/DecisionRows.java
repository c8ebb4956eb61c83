package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.Decision;
import cn.citybrain.parking.onboarding.application.ReviewDecision;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The reviewers' decisions: the newest that the process has not used is the one that counts. */
@Component
public class DecisionRows {

    private final JdbcClient jdbc;
    private final SealedValues json;
    private final ApplicationRows rows;

    DecisionRows(JdbcClient jdbc, SealedValues json, ApplicationRows rows) {
        this.jdbc = jdbc;
        this.json = json;
        this.rows = rows;
    }

    public void add(ReviewDecision decision) {
        jdbc.sql("INSERT INTO review_decision (application_no, revision, decision, reason, remarks,"
                        + " confirmed_warnings, decided_by, decided_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        decision.applicationNo(),
                        decision.revision(),
                        decision.decision().name(),
                        decision.reason())
                .params(json.plain(decision.remarks()), json.plain(decision.confirmedWarnings()))
                .params(decision.decidedBy(), rows.now())
                .update();
    }

    public Optional<ReviewDecision> unused(String no, int revision) {
        return jdbc.sql("SELECT * FROM review_decision WHERE application_no = ? AND revision = ? AND used_at IS NULL"
                        + " ORDER BY id DESC FETCH FIRST 1 ROWS ONLY")
                .params(no, revision)
                .query((row, n) -> new ReviewDecision(
                        row.getString("application_no"),
                        row.getInt("revision"),
                        Decision.valueOf(row.getString("decision")),
                        row.getString("reason"),
                        json.map(row.getString("remarks")),
                        json.list(row.getString("confirmed_warnings")),
                        row.getString("decided_by"),
                        SqlTime.read(row, "decided_at")))
                .optional();
    }

    public void use(String no) {
        jdbc.sql("UPDATE review_decision SET used_at = ? WHERE application_no = ? AND used_at IS NULL")
                .params(rows.now(), no)
                .update();
    }
}
