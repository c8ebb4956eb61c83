package cn.citybrain.parking.onboarding.access.throttle;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts attempts, each in a transaction of its own. An attempt counts when it begins: a hundred at the same moment, on
 * any nodes, are a hundred.
 */
@Component
class Buckets {

    private final JdbcClient jdbc;
    private final ThrottleSettings settings;
    private final Clock clock;
    private final TransactionTemplate own;

    Buckets(JdbcClient jdbc, ThrottleSettings settings, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private record Row(int failures, Instant lastAt, Instant closedUntil) {}

    /**
     * @param closedUntil null where the attempt may be made
     * @param failures with this one, which may still turn out well
     */
    record Claim(Instant closedUntil, int failures) {

        boolean open() {
            return closedUntil == null;
        }
    }

    /**
     * Takes one attempt.
     *
     * @param account null where the bucket is of none
     * @param limit so many attempts without a word of their outcome close the bucket
     */
    Claim claim(String bucket, String account, int limit) {
        try {
            return own.execute(status -> take(bucket, account, limit));
        } catch (DuplicateKeyException e) {
            // another one was the first at the same moment
            return own.execute(status -> take(bucket, account, limit));
        }
    }

    private Claim take(String bucket, String account, int limit) {
        Instant now = clock.instant();
        Optional<Row> row = jdbc.sql(
                        "SELECT failures, last_at, closed_until FROM login_attempt WHERE bucket = ? FOR UPDATE")
                .param(bucket)
                .query((found, number) -> new Row(
                        found.getInt("failures"), SqlTime.read(found, "last_at"), SqlTime.read(found, "closed_until")))
                .optional();
        if (row.isEmpty()) {
            jdbc.sql("INSERT INTO login_attempt (bucket, account, failures, last_at) VALUES (?, ?, 1, ?)")
                    .params(bucket, account, SqlTime.of(now))
                    .update();
            return new Claim(null, 1);
        }
        return again(bucket, row.get(), now, limit);
    }

    private Claim again(String bucket, Row row, Instant now, int limit) {
        if (row.closedUntil() != null && row.closedUntil().isAfter(now)) {
            return new Claim(row.closedUntil(), row.failures());
        }
        Instant full = row.lastAt().plus(settings.closed());
        boolean anew =
                !row.lastAt().plus(settings.window()).isAfter(now) || row.failures() >= limit && !full.isAfter(now);
        if (!anew && row.failures() >= limit) {
            return new Claim(full, row.failures());
        }
        int failures = anew ? 1 : row.failures() + 1;
        jdbc.sql("UPDATE login_attempt SET failures = ?, last_at = ?, closed_until = NULL WHERE bucket = ?")
                .params(failures, SqlTime.of(now), bucket)
                .update();
        return new Claim(null, failures);
    }

    /** The attempt failed: the next one has to wait. */
    void close(String bucket, Duration pause) {
        jdbc.sql("UPDATE login_attempt SET closed_until = ? WHERE bucket = ?")
                .params(SqlTime.of(clock.instant().plus(pause)), bucket)
                .update();
    }

    /** The attempt was none after all. */
    void giveBack(String bucket) {
        jdbc.sql("UPDATE login_attempt SET failures = failures - 1 WHERE bucket = ? AND failures > 0")
                .param(bucket)
                .update();
    }

    void forget(String bucket) {
        jdbc.sql("DELETE FROM login_attempt WHERE bucket = ?").param(bucket).update();
    }

    void forgetAccount(String account) {
        jdbc.sql("DELETE FROM login_attempt WHERE account = ?").param(account).update();
    }

    int sweep() {
        return jdbc.sql("DELETE FROM login_attempt WHERE last_at < ?")
                .param(SqlTime.of(clock.instant().minus(settings.window()).minus(settings.closed())))
                .update();
    }
}
