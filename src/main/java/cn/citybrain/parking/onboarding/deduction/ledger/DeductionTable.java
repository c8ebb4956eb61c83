package cn.citybrain.parking.onboarding.deduction.ledger;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Table {@code deduction}: reading, and the claims that only one node wins. Outcomes are {@link OutcomeTable}'s, what
 * supervisors do is {@link Clarifications}'.
 */
@Component
public class DeductionTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    DeductionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the bill has an active attempt, or this one */
    public void prepare(LotBinding binding, Bill bill, int attempt) {
        String number = OutNumbers.deduction(bill.lotCode(), bill.uid(), bill.billId(), attempt);
        jdbc.sql(
                        "INSERT INTO deduction (version, binding_id, bill_id, attempt_no, active_bill_id, out_trade_no, channel,"
                                + " lot_code, uid, bill_no, amount, state, sends, queries, note, created_at)"
                                + " VALUES (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PREPARED', 0, 0, '', ?)")
                .params(binding.id(), bill.id(), attempt, bill.id(), number, binding.channel())
                .params(bill.lotCode(), bill.uid(), bill.billId(), bill.amount(), OffsetDateTime.now(clock))
                .update();
    }

    /** PREPARED → SENT, with the order that is about to go out. True for one caller only. */
    public boolean claimSending(Deduction deduction, String order, Instant now, Instant nextQuery, Instant queryUntil) {
        return jdbc.sql(
                                "UPDATE deduction SET state = 'SENT', version = version + 1, order_sent = ?, sends = 1, sent_at = ?,"
                                        + " last_sent_at = ?, next_query_at = ?, query_until = ?, note = '已发出'"
                                        + " WHERE id = ? AND version = ? AND state = 'PREPARED'")
                        .params(order, SqlTime.of(now), SqlTime.of(now), SqlTime.of(nextQuery), SqlTime.of(queryUntil))
                        .params(deduction.id(), deduction.version())
                        .update()
                == 1;
    }

    /**
     * PREPARED → SENT without sending: it may have gone out in a time that a restored backup does not know. True for one
     * caller only.
     */
    public boolean assumeSent(Deduction deduction, String order, Instant now, Instant queryUntil) {
        return jdbc.sql(
                                "UPDATE deduction SET state = 'SENT', version = version + 1, order_sent = ?, sends = 0, sent_at = ?,"
                                        + " last_sent_at = ?, next_query_at = ?, query_until = ?, note = '备份还原后，先向渠道核对'"
                                        + " WHERE id = ? AND version = ? AND state = 'PREPARED'")
                        .params(order, SqlTime.of(now), SqlTime.of(now), SqlTime.of(now), SqlTime.of(queryUntil))
                        .params(deduction.id(), deduction.version())
                        .update()
                == 1;
    }

    /** What was undecided before a moment is asked about from then on, until another. Repeatable. */
    void askAnew(Instant from, Instant until) {
        jdbc.sql(
                        "UPDATE deduction SET version = version + 1, queries = 0, next_query_at = ?, query_until = ?"
                                + " WHERE state IN ('SENT', 'UNKNOWN') AND abandoned_at IS NULL AND created_at < ? AND query_until < ?")
                .params(SqlTime.of(from), SqlTime.of(until), SqlTime.of(from), SqlTime.of(until))
                .update();
    }

    /** How many that were written down before a moment nobody knows the outcome of and nobody gave up. */
    public int undecidedFrom(Instant before) {
        return jdbc.sql("SELECT count(*) FROM deduction WHERE state IN ('PREPARED', 'SENT', 'UNKNOWN')"
                        + " AND abandoned_at IS NULL AND created_at < ?")
                .param(SqlTime.of(before))
                .query(Integer.class)
                .single();
    }

    /** The same order goes out again. True for one caller only. */
    public boolean claimResending(Deduction deduction, Instant now, Instant nextQuery) {
        return jdbc.sql(
                                "UPDATE deduction SET state = 'SENT', version = version + 1, sends = sends + 1, last_sent_at = ?,"
                                        + " next_query_at = ? WHERE id = ? AND version = ? AND state IN ('SENT', 'UNKNOWN')"
                                        + " AND abandoned_at IS NULL")
                        .params(SqlTime.of(now), SqlTime.of(nextQuery), deduction.id(), deduction.version())
                        .update()
                == 1;
    }

    /** The channel is about to be asked: what is undecided, and disputed charges in doubt. True for one caller only. */
    public boolean claimQuery(Deduction deduction, Instant nextQuery) {
        return jdbc.sql("UPDATE deduction SET version = version + 1, queries = queries + 1, next_query_at = ?"
                                + " WHERE id = ? AND version = ? AND next_query_at IS NOT NULL"
                                + " AND (state IN ('SENT', 'UNKNOWN')"
                                + " OR state = 'DISPUTED' AND dispute_closed_at IS NULL)")
                        .params(SqlTime.of(nextQuery), deduction.id(), deduction.version())
                        .update()
                == 1;
    }

    /** The next question is due at once: the act asks before it sends again. False if it was decided or given up meanwhile. */
    public boolean askNow(long id, Instant now) {
        return jdbc.sql("UPDATE deduction SET version = version + 1, next_query_at = ?"
                                + " WHERE id = ? AND state IN ('SENT', 'UNKNOWN') AND abandoned_at IS NULL")
                        .params(SqlTime.of(now), id)
                        .update()
                == 1;
    }

    /** Nobody else decides on this row any more before the transaction ends; false if somebody did since it was read. */
    public boolean hold(Deduction deduction) {
        return jdbc.sql("UPDATE deduction SET version = version + 1 WHERE id = ? AND version = ?")
                        .params(deduction.id(), deduction.version())
                        .update()
                == 1;
    }

    public Optional<Deduction> byId(long id) {
        return one("WHERE id = ?", id);
    }

    public Optional<Deduction> byOutTradeNo(String outTradeNo) {
        return one("WHERE out_trade_no = ?", outTradeNo);
    }

    /** The newest attempt for a bill. */
    public Optional<Deduction> ofBill(long billId) {
        return one("WHERE bill_id = ? ORDER BY attempt_no DESC", billId);
    }

    /** The newest deduction of a binding. */
    public Optional<Deduction> latest(long bindingId) {
        return one("WHERE binding_id = ? ORDER BY id DESC", bindingId);
    }

    /** The newest deduction of each of these bindings that has any. */
    public List<Deduction> latest(Collection<Long> bindingIds) {
        return bindingIds.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "SELECT * FROM deduction WHERE id IN (SELECT max(id) FROM deduction WHERE binding_id IN (:ids)"
                                        + " GROUP BY binding_id)")
                        .param("ids", bindingIds)
                        .query(DeductionRow::map)
                        .list();
    }

    /** The deduction of a binding that nobody knows the outcome of and nobody gave up. */
    public Optional<Deduction> undecided(long bindingId) {
        return one(
                "WHERE binding_id = ? AND state IN ('PREPARED', 'SENT', 'UNKNOWN') AND abandoned_at IS NULL ORDER BY id DESC",
                bindingId);
    }

    public List<Deduction> of(long bindingId) {
        return jdbc.sql("SELECT * FROM deduction WHERE binding_id = ? ORDER BY id DESC")
                .param(bindingId)
                .query(DeductionRow::map)
                .list();
    }

    /** What a channel is to be asked about now: undecided and first sent after {@code oldest}, or disputed and in doubt. */
    public List<Deduction> due(Channel channel, Instant now, Instant oldest) {
        return jdbc.sql("SELECT * FROM deduction WHERE channel = ? AND next_query_at <= ?"
                        + " AND (state IN ('SENT', 'UNKNOWN') AND sent_at > ?"
                        + " OR state = 'DISPUTED' AND dispute_closed_at IS NULL)"
                        + " ORDER BY next_query_at FETCH FIRST 100 ROWS ONLY")
                .params(channel.code(), SqlTime.of(now), SqlTime.of(oldest))
                .query(DeductionRow::map)
                .list();
    }

    /** The order as it was sent, encrypted; empty before. */
    public Optional<String> order(long id) {
        return jdbc.sql("SELECT order_sent FROM deduction WHERE id = ? AND order_sent IS NOT NULL")
                .param(id)
                .query(String.class)
                .optional();
    }

    private Optional<Deduction> one(String where, Object param) {
        return jdbc.sql("SELECT * FROM deduction " + where + " FETCH FIRST 1 ROWS ONLY")
                .param(param)
                .query(DeductionRow::map)
                .optional();
    }
}
