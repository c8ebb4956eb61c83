package cn.citybrain.parking.onboarding.deduction.ledger;

import cn.citybrain.parking.onboarding.deduction.DeductionStep;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The history of deductions: written in the transaction of what happened, never changed. */
@NamedInterface("services")
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
                        SqlTime.read(row, "at")))
                .list();
    }

    public void add(long deductionId, DeductionStep.Kind kind, String actor, String text) {
        add(deductionId, kind, actor, text, null);
    }

    /** @param broughtBy how the channel's word came here: ANSWER, QUERY or CALLBACK; null where it is no word of a channel */
    public void add(long deductionId, DeductionStep.Kind kind, String actor, String text, String broughtBy) {
        jdbc.sql("INSERT INTO deduction_step (deduction_id, kind, actor, text, at, brought_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(deductionId, kind.name(), actor)
                .params(Typed.cut(text, 1000), OffsetDateTime.now(clock))
                .param(broughtBy)
                .update();
    }
}
