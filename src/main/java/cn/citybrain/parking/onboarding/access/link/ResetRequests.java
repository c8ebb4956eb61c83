package cn.citybrain.parking.onboarding.access.link;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What was typed under 忘记密码, as far as the limits let it be written down. */
@Component
public class ResetRequests {

    private static final Duration COUNTED = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);
    /** The first of a name and the first of an address can each meet another one that is the first as well. */
    private static final int TRIES = 3;

    private final JdbcClient jdbc;
    private final LinkSettings settings;
    private final Clock clock;
    private final TransactionTemplate own;

    ResetRequests(JdbcClient jdbc, LinkSettings settings, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Unless the same was asked too often within the last hour: thirty at the same moment, on any nodes, are thirty. */
    public void write(String typed, String address) {
        for (int further = TRIES - 1; ; further--) {
            try {
                own.executeWithoutResult(status -> writeInTurn(typed, address));
                return;
            } catch (DuplicateKeyException e) {
                if (further == 0) {
                    throw e;
                }
            }
        }
    }

    /**
     * Addresses before names, so that two never wait for each other; an address past its limit leaves nothing behind,
     * whatever the names.
     */
    private void writeInTurn(String typed, String address) {
        OffsetDateTime now = SqlTime.of(clock.instant());
        OffsetDateTime since = now.minus(COUNTED);
        takeTurn("address/" + address, now);
        if (count("address", address, since) >= settings.asksPerAddress()) {
            return;
        }
        takeTurn("name/" + typed, now);
        if (count("typed", typed, since) < settings.asksPerName()) {
            jdbc.sql("INSERT INTO reset_request (typed, address, asked_at) VALUES (?, ?, ?)")
                    .params(typed, address, now)
                    .update();
        }
    }

    private void takeTurn(String bucket, OffsetDateTime now) {
        int known = jdbc.sql("UPDATE reset_turn SET last_at = ? WHERE bucket = ?")
                .params(now, bucket)
                .update();
        if (known == 0) {
            jdbc.sql("INSERT INTO reset_turn (bucket, last_at) VALUES (?, ?)")
                    .params(bucket, now)
                    .update();
        }
    }

    private long count(String column, String value, OffsetDateTime since) {
        return jdbc.sql("SELECT count(*) FROM reset_request WHERE " + column + " = ? AND asked_at > ?")
                .params(value, since)
                .query(Long.class)
                .single();
    }

    /** Those that nobody has handled, oldest first. */
    public List<Long> open(int limit) {
        return jdbc.sql("SELECT id FROM reset_request WHERE handled_at IS NULL ORDER BY id FETCH FIRST " + limit
                        + " ROWS ONLY")
                .query(Long.class)
                .list();
    }

    /** What was typed; empty if another node was faster. Within the transaction that handles it. */
    public Optional<String> take(long id) {
        int mine = jdbc.sql("UPDATE reset_request SET handled_at = ? WHERE id = ? AND handled_at IS NULL")
                .params(SqlTime.of(clock.instant()), id)
                .update();
        return mine == 0
                ? Optional.empty()
                : jdbc.sql("SELECT typed FROM reset_request WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .optional();
    }

    /** What is older than a day. */
    public void forget() {
        OffsetDateTime since = SqlTime.of(clock.instant().minus(KEPT));
        jdbc.sql("DELETE FROM reset_request WHERE asked_at < ?").param(since).update();
        jdbc.sql("DELETE FROM reset_turn WHERE last_at < ?").param(since).update();
    }
}
