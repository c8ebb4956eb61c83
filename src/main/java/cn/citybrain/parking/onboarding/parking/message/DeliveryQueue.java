package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The messages that go out by MQTT, table {@code lot_message}. A row is claimed for a while before it is sent, so that
 * several nodes don't send it several times; whoever lost his claim changes nothing any more.
 */
@Component
class DeliveryQueue {

    private final JdbcClient jdbc;
    private final MessageTable messages;
    private final Clock clock;

    DeliveryQueue(JdbcClient jdbc, MessageTable messages, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * A message that this node may send now.
     *
     * @param claim proves it
     * @param deliveries how often it went out before
     */
    record Claimed(long id, String claim, LotMessage message, int deliveries) {}

    /** Messages that are due and that nobody is sending, oldest first. Those to a lot without a key wait until it has one. */
    List<Long> due(int limit) {
        return jdbc.sql("SELECT m.id FROM lot_message m WHERE m.next_delivery_at <= :now"
                        + " AND (m.claimed_until IS NULL OR m.claimed_until <= :now)"
                        + " AND EXISTS (SELECT 1 FROM access_key k WHERE k.active_lot = m.lot_code)"
                        + " ORDER BY m.id FETCH FIRST " + limit + " ROWS ONLY")
                .param("now", SqlTime.of(clock.instant()))
                .query(Long.class)
                .list();
    }

    /** Takes a message for some time; empty if another node was faster or it is no longer due. */
    Optional<Claimed> claim(long id, Duration time) {
        String claim = UUID.randomUUID().toString();
        Instant now = clock.instant();
        boolean taken = jdbc.sql("UPDATE lot_message SET claimed_by = :claim, claimed_until = :until WHERE id = :id"
                                + " AND next_delivery_at <= :now AND (claimed_until IS NULL OR claimed_until <= :now)")
                        .param("claim", claim)
                        .param("until", SqlTime.of(now.plus(time)))
                        .param("id", id)
                        .param("now", SqlTime.of(now))
                        .update()
                == 1;
        return taken ? Optional.of(read(id, claim)) : Optional.empty();
    }

    /**
     * The broker has taken it.
     *
     * @param next when it goes out again unless it is confirmed, null: not again
     */
    void delivered(Claimed sent, Instant next) {
        jdbc.sql("UPDATE lot_message SET deliveries = deliveries + 1, delivered_at = ?, last_error = NULL,"
                        + " claimed_by = NULL, claimed_until = NULL, next_delivery_at ="
                        + " CASE WHEN next_delivery_at IS NULL THEN NULL ELSE CAST(? AS TIMESTAMP WITH TIME ZONE) END"
                        + " WHERE id = ? AND claimed_by = ?")
                .params(SqlTime.of(clock.instant()), SqlTime.of(next), sent.id(), sent.claim())
                .update();
    }

    /** The broker has not taken it, or nobody knows. */
    void failed(Claimed sent, Instant next, String error) {
        jdbc.sql("UPDATE lot_message SET last_error = ?, claimed_by = NULL, claimed_until = NULL, next_delivery_at ="
                        + " CASE WHEN next_delivery_at IS NULL THEN NULL ELSE CAST(? AS TIMESTAMP WITH TIME ZONE) END"
                        + " WHERE id = ? AND claimed_by = ?")
                .params(error, SqlTime.of(next), sent.id(), sent.claim())
                .update();
    }

    /** How many messages still go out, now or later. */
    int open() {
        return jdbc.sql("SELECT count(*) FROM lot_message WHERE next_delivery_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    private Claimed read(long id, String claim) {
        return jdbc.sql("SELECT * FROM lot_message WHERE id = ?")
                .param(id)
                .query((row, n) -> new Claimed(id, claim, messages.message(row, n), row.getInt("deliveries")))
                .single();
    }
}
