package cn.citybrain.parking.onboarding.deduction.refund;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.ledger.OutNumbers;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import cn.citybrain.parking.onboarding.words.Typed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** Table {@code refund}. */
@Component
public class RefundTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    RefundTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the deduction has a refund that has not failed */
    long add(Deduction deduction, int attempt, String by, String reason) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        "INSERT INTO refund (deduction_id, active_deduction_id, attempt_no, out_refund_no, amount, reason, state,"
                                + " requested_by, requested_at, queries, note) VALUES (?, ?, ?, ?, ?, ?, 'REQUESTED', ?, ?, 0, '')")
                .params(deduction.id(), deduction.id(), attempt, OutNumbers.refund(deduction.outTradeNo(), attempt))
                .params(deduction.chargedAmount(), reason, by, OffsetDateTime.now(clock))
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }

    /** Needs another person than the one who asked. */
    boolean approve(long id, String by, Instant now) {
        return jdbc.sql("UPDATE refund SET state = 'APPROVED', approved_by = ?, approved_at = ?, next_query_at = ?"
                                + " WHERE id = ? AND state = 'REQUESTED' AND requested_by <> ?")
                        .params(by, SqlTime.of(now), SqlTime.of(now), id, by)
                        .update()
                == 1;
    }

    boolean decline(long id, String by, Instant now) {
        return jdbc.sql("UPDATE refund SET state = 'DECLINED', active_deduction_id = NULL, note = ?, decided_at = ?"
                                + " WHERE id = ? AND state = 'REQUESTED'")
                        .params("由 " + by + " 退回", SqlTime.of(now), id)
                        .update()
                == 1;
    }

    /** Somebody is about to call the channel. True for one caller only. */
    boolean claim(Refund refund, Instant nextQuery) {
        return jdbc.sql("UPDATE refund SET state = 'SENT', queries = queries + 1, next_query_at = ?"
                                + " WHERE id = ? AND state = ? AND queries = ?")
                        .params(
                                SqlTime.of(nextQuery),
                                refund.id(),
                                refund.state().name(),
                                refund.queries())
                        .update()
                == 1;
    }

    /** @param channelRefundNo empty where the channel gives none */
    boolean refunded(long id, String channelRefundNo) {
        return jdbc.sql("UPDATE refund SET state = 'REFUNDED', channel_refund_no = ?, note = '', decided_at = ?"
                                + " WHERE id = ? AND state = 'SENT'")
                        .params(channelRefundNo.isEmpty() ? null : channelRefundNo, OffsetDateTime.now(clock), id)
                        .update()
                == 1;
    }

    boolean failed(long id, String note) {
        return jdbc.sql("UPDATE refund SET state = 'FAILED', active_deduction_id = NULL, note = ?, decided_at = ?"
                                + " WHERE id = ? AND state = 'SENT'")
                        .params(cut(note), OffsetDateTime.now(clock), id)
                        .update()
                == 1;
    }

    void note(long id, String note) {
        jdbc.sql("UPDATE refund SET note = ? WHERE id = ? AND state = 'SENT'")
                .params(cut(note), id)
                .update();
    }

    Optional<Refund> byId(long id) {
        return jdbc.sql("SELECT * FROM refund WHERE id = ?")
                .param(id)
                .query(RefundTable::row)
                .optional();
    }

    /** Newest first. */
    List<Refund> of(long deductionId) {
        return jdbc.sql("SELECT * FROM refund WHERE deduction_id = ? ORDER BY id DESC")
                .param(deductionId)
                .query(RefundTable::row)
                .list();
    }

    /** The newest of each of these deductions that has any. */
    List<Refund> latest(Collection<Long> deductionIds) {
        return deductionIds.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM refund WHERE id IN (SELECT max(id) FROM refund WHERE deduction_id IN (:ids)"
                                + " GROUP BY deduction_id)")
                        .param("ids", deductionIds)
                        .query(RefundTable::row)
                        .list();
    }

    /** What is to be sent or asked about now. */
    public List<Refund> due(Channel channel, Instant now) {
        return jdbc.sql("SELECT r.* FROM refund r JOIN deduction d ON d.id = r.deduction_id WHERE d.channel = ?"
                        + " AND r.state IN ('APPROVED', 'SENT') AND r.next_query_at <= ?"
                        + " ORDER BY r.next_query_at FETCH FIRST 100 ROWS ONLY")
                .params(channel.code(), SqlTime.of(now))
                .query(RefundTable::row)
                .list();
    }

    /** How many that were approved before a moment still have no end. */
    int openFrom(Instant before) {
        return jdbc.sql("SELECT count(*) FROM refund WHERE state IN ('APPROVED', 'SENT') AND requested_at < ?")
                .param(SqlTime.of(before))
                .query(Integer.class)
                .single();
    }

    private static String cut(String text) {
        return Typed.cut(text, 500);
    }

    private static Refund row(ResultSet row, int n) throws SQLException {
        return new Refund(
                row.getLong("id"),
                row.getLong("deduction_id"),
                row.getString("out_refund_no"),
                row.getInt("amount"),
                row.getString("reason"),
                Refund.State.valueOf(row.getString("state")),
                row.getString("requested_by"),
                SqlTime.read(row, "requested_at"),
                row.getString("approved_by"),
                SqlTime.read(row, "approved_at"),
                row.getInt("queries"),
                SqlTime.read(row, "next_query_at"),
                row.getString("note"),
                row.getString("channel_refund_no"),
                SqlTime.read(row, "decided_at"));
    }
}
