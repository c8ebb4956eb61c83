package cn.citybrain.parking.onboarding.deduction.ledger;

import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Outcomes in table {@code deduction}. Every statement takes effect only if nobody changed the row since it was read. */
@Component
public class OutcomeTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    OutcomeTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Only from an answer of the channel. */
    public boolean succeeded(Deduction deduction, DeductionResult.Succeeded answer) {
        return charged(deduction, DeductionState.SUCCEEDED, answer, null, null);
    }

    /** @param ask when to ask the channel what it really charged; null if this is its answer to such a question */
    public boolean disputed(Deduction deduction, DeductionResult.Succeeded answer, String why, Instant ask) {
        return charged(deduction, DeductionState.DISPUTED, answer, why, ask);
    }

    /** The number that the channel gave to a charge after it was decided. */
    public boolean numbered(Deduction deduction, String transactionNo) {
        return jdbc.sql("UPDATE deduction SET version = version + 1, transaction_no = ?"
                                + " WHERE id = ? AND version = ? AND transaction_no IS NULL")
                        .params(transactionNo, deduction.id(), deduction.version())
                        .update()
                == 1;
    }

    /** The channel's answer, to our question, what a disputed charge is about: 0 if nothing was charged. Not while money goes back. */
    public boolean confirmed(Deduction deduction, int amount, String transactionNo, String note) {
        return jdbc.sql("UPDATE deduction SET version = version + 1, charged_amount = ?,"
                                + " transaction_no = COALESCE(?, transaction_no), note = ?, next_query_at = NULL WHERE id = ? AND version = ? AND state = 'DISPUTED'"
                                + " AND dispute_closed_at IS NULL"
                                + " AND NOT EXISTS (SELECT 1 FROM refund WHERE active_deduction_id = deduction.id)")
                        .params(amount, given(transactionNo), cut(note, 500), deduction.id(), deduction.version())
                        .update()
                == 1;
    }

    /** A disputed charge that was none is over: as if it had failed, so that a later success is disputed anew. */
    public boolean nothingCharged(Deduction deduction) {
        return jdbc.sql(
                                "UPDATE deduction SET state = 'FAILED', version = version + 1, active_bill_id = NULL,"
                                        + " charged_amount = NULL, transaction_no = NULL, code = COALESCE(code, 'NOT_CHARGED'),"
                                        + " reason = '渠道确认没有扣款', note = '渠道确认没有扣款', decided_at = ?"
                                        + " WHERE id = ? AND state = 'DISPUTED' AND dispute_closed_at IS NULL AND charged_amount = 0")
                        .params(OffsetDateTime.now(clock), deduction.id())
                        .update()
                == 1;
    }

    /** What a disputed charge is about has to be asked (again). Not while money goes back. */
    public boolean doubt(long deductionId) {
        return jdbc.sql("UPDATE deduction SET version = version + 1, queries = 0, next_query_at = ?"
                                + " WHERE id = ? AND state = 'DISPUTED' AND dispute_closed_at IS NULL"
                                + " AND NOT EXISTS (SELECT 1 FROM refund WHERE active_deduction_id = deduction.id)")
                        .params(OffsetDateTime.now(clock), deductionId)
                        .update()
                == 1;
    }

    /** Definitely not charged: the bill is free for another attempt. */
    public boolean failed(Deduction deduction, String code, String reason) {
        return jdbc.sql("UPDATE deduction SET state = 'FAILED', version = version + 1, active_bill_id = NULL, code = ?,"
                                + " reason = ?, note = ?, decided_at = ?, next_query_at = NULL"
                                + " WHERE id = ? AND version = ? AND state IN ('PREPARED', 'SENT', 'UNKNOWN')")
                        .params(cut(code, 64), cut(reason, 500), cut(reason, 500), OffsetDateTime.now(clock))
                        .params(deduction.id(), deduction.version())
                        .update()
                == 1;
    }

    /** Still undecided: SENT or UNKNOWN. */
    public boolean undecided(Deduction deduction, DeductionState state, String note) {
        return jdbc.sql("UPDATE deduction SET state = ?, version = version + 1, note = ?"
                                + " WHERE id = ? AND version = ? AND state IN ('SENT', 'UNKNOWN')")
                        .params(state.name(), cut(note, 500), deduction.id(), deduction.version())
                        .update()
                == 1;
    }

    private boolean charged(
            Deduction deduction, DeductionState state, DeductionResult.Succeeded answer, String why, Instant ask) {
        Integer amount = answer.facts() == null ? null : answer.facts().amount();
        return jdbc.sql("UPDATE deduction SET state = ?, version = version + 1, transaction_no = ?, charged_amount = ?,"
                                + " reason = ?, note = ?, decided_at = ?, next_query_at = ?"
                                + " WHERE id = ? AND version = ? AND state <> 'SUCCEEDED' AND state <> 'DISPUTED'")
                        .params(
                                state.name(),
                                given(answer.transactionNo()),
                                amount == null ? deduction.amount() : amount)
                        .params(cut(why, 500), cut(why == null ? "" : why, 500))
                        .params(
                                answer.paidAt() == null ? OffsetDateTime.now(clock) : SqlTime.of(answer.paidAt()),
                                SqlTime.of(ask))
                        .params(deduction.id(), deduction.version())
                        .update()
                == 1;
    }

    /** What the channel has not given is not there. */
    private static String given(String number) {
        return number.isEmpty() ? null : number;
    }

    private static String cut(String text, int length) {
        return Typed.cut(text, length);
    }

    /** The money of a disputed charge is back. True for one caller only. */
    public boolean closeDispute(Deduction deduction, String by) {
        return jdbc.sql("UPDATE deduction SET version = version + 1, dispute_closed_by = ?, dispute_closed_at = ?"
                                + " WHERE id = ? AND state = 'DISPUTED' AND dispute_closed_at IS NULL")
                        .params(by, OffsetDateTime.now(clock), deduction.id())
                        .update()
                == 1;
    }
}
