package cn.citybrain.parking.onboarding.access.session;

import java.time.Clock;
import java.time.Duration;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/**
 * The rows, under our limits. To Spring Session they never end (it would look at the machine's clock): whether one is over
 * is said here, by ours, and a limit that is configured anew counts for the sessions that are there.
 *
 * @param <S> a row
 */
final class KeptSessions<S extends Session> implements SessionRepository<KeptSession<S>> {

    private static final Duration FOR_EVER = Duration.ofSeconds(-1);
    private final SessionRepository<S> rows;
    private final LooksOfCall looks;
    private final SessionLimits limits;
    private final Clock clock;

    KeptSessions(SessionRepository<S> rows, LooksOfCall looks, SessionLimits limits, Clock clock) {
        this.rows = rows;
        this.looks = looks;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public KeptSession<S> createSession() {
        S row = rows.createSession();
        row.setLastAccessedTime(clock.instant());
        row.setMaxInactiveInterval(FOR_EVER);
        return kept(row);
    }

    @Override
    public void save(KeptSession<S> session) {
        rows.save(session.row());
    }

    /** Null for one that is over, which is deleted. */
    @Override
    public KeptSession<S> findById(String id) {
        return looks.once(id, () -> look(id));
    }

    private KeptSession<S> look(String id) {
        S row = rows.findById(id);
        if (row == null) {
            return null;
        }
        KeptSession<S> session = kept(row);
        if (session.isOver(limits)) {
            rows.deleteById(id);
            return null;
        }
        return session;
    }

    @Override
    public void deleteById(String id) {
        looks.forget(id);
        rows.deleteById(id);
    }

    private KeptSession<S> kept(S row) {
        return new KeptSession<>(row, clock, limits.seenEvery());
    }
}
