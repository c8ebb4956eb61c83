package cn.citybrain.parking.onboarding.deduction;

import static cn.citybrain.parking.onboarding.deduction.VehicleTable.instant;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The history of deductions: written in the transaction of what happened, never changed. */
@Component
public class DeductionSteps {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeductionSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<DeductionStep> of(long deductionId) {
        return jdbc.sql("SELECT * FROM deduction_step WHERE deduction_id = ? ORDER BY id")
                .param(deductionId)
                .query((row, n) -> new DeductionStep(
                        row.getLong("deduction_id"),
                        DeductionStep.Kind.valueOf(row.getString("kind")),
                        row.getString("actor"),
                        row.getString("text"),
                        instant(row, "at")))
                .list();
    }

    void add(long deductionId, DeductionStep.Kind kind, String actor, String text) {
        jdbc.sql("INSERT INTO deduction_step (deduction_id, kind, actor, text, at) VALUES (?, ?, ?, ?, ?)")
                .params(deductionId, kind.name(), actor)
                .params(text.length() > 1000 ? text.substring(0, 1000) : text, OffsetDateTime.now(clock))
                .update();
    }
}
