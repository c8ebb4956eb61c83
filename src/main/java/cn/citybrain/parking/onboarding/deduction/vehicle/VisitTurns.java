package cn.citybrain.parking.onboarding.deduction.vehicle;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whose turn it is to tell a channel of a visit: one worker's at a time, on any node. Table {@code visit_turn}: taken and given
 * back in transactions of its own, so that none is open, and no row is locked, while a channel thinks.
 */
@Component
class VisitTurns {

    /** How long after a worker died another one may go on: above what the three calls of the longest telling can take. */
    static final Duration LONGEST = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate atOnce;

    VisitTurns(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.atOnce = new TransactionTemplate(transactions);
        this.atOnce.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Does the work while nobody else tells of this visit; false, without it, if somebody else does. */
    boolean during(long visitId, Runnable work) {
        String teller = UUID.randomUUID().toString();
        if (!take(visitId, teller)) {
            return false;
        }
        try {
            work.run();
        } finally {
            giveBack(visitId, teller);
        }
        return true;
    }

    private boolean take(long visitId, String teller) {
        Instant now = clock.instant();
        return afterOneThatDied(visitId, teller, now) || first(visitId, teller, now);
    }

    private boolean afterOneThatDied(long visitId, String teller, Instant now) {
        return Boolean.TRUE.equals(atOnce.execute(
                status -> jdbc.sql("UPDATE visit_turn SET teller = ?, ends_at = ? WHERE visit_id = ? AND ends_at <= ?")
                                .params(teller, SqlTime.of(now.plus(LONGEST)), visitId, SqlTime.of(now))
                                .update()
                        == 1));
    }

    private boolean first(long visitId, String teller, Instant now) {
        try {
            atOnce.executeWithoutResult(
                    status -> jdbc.sql("INSERT INTO visit_turn (visit_id, teller, ends_at) VALUES (?, ?, ?)")
                            .params(visitId, teller, SqlTime.of(now.plus(LONGEST)))
                            .update());
            return true;
        } catch (DuplicateKeyException somebodyElse) {
            return false;
        }
    }

    private void giveBack(long visitId, String teller) {
        atOnce.executeWithoutResult(status -> jdbc.sql("DELETE FROM visit_turn WHERE visit_id = ? AND teller = ?")
                .params(visitId, teller)
                .update());
    }
}
