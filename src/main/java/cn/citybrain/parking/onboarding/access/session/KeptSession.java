package cn.citybrain.parking.onboarding.access.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.session.Session;

/**
 * A session of Spring Session that keeps text alone, lives by our clock, and is not written for every call.
 *
 * <p>Who the engine's web applications believe is there is told them anew with every call ({@code WebappLogin}), so what
 * they put into the session about it lasts for the call.
 *
 * @param <S> the row behind it
 */
final class KeptSession<S extends Session> implements Session {

    /** Camunda's {@code Authentications}. */
    private static final Set<String> FOR_THE_CALL = Set.of("authenticatedUser");

    private final S row;
    private final Clock clock;
    private final Duration seenEvery;
    private final Map<String, Object> forTheCall = new HashMap<>();

    KeptSession(S row, Clock clock, Duration seenEvery) {
        this.row = row;
        this.clock = clock;
        this.seenEvery = seenEvery;
    }

    S row() {
        return row;
    }

    boolean isOver(SessionLimits limits) {
        Instant since = LoginMark.in(row::getAttribute).map(LoginMark::since).orElse(null);
        return limits.over(since, row.getLastAccessedTime(), clock.instant());
    }

    /**
     * @throws IllegalArgumentException for anything but text: the next version of a library could not read it, and then
     *     nobody would be logged in any more
     */
    @Override
    public void setAttribute(String name, Object value) {
        if (FOR_THE_CALL.contains(name)) {
            forTheCall.put(name, value);
        } else if (value == null || value instanceof String) {
            row.setAttribute(name, value);
        } else {
            throw new IllegalArgumentException("a session keeps text alone, not " + name + " of " + value.getClass());
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T getAttribute(String name) {
        return FOR_THE_CALL.contains(name) ? (T) forTheCall.get(name) : row.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        Set<String> names = new HashSet<>(row.getAttributeNames());
        names.addAll(forTheCall.keySet());
        return names;
    }

    @Override
    public void removeAttribute(String name) {
        if (forTheCall.remove(name) == null) {
            row.removeAttribute(name);
        }
    }

    /** By our clock, and only when that is worth a write: pages call many times a minute. */
    @Override
    public void setLastAccessedTime(Instant time) {
        Instant now = clock.instant();
        if (!now.isBefore(row.getLastAccessedTime().plus(seenEvery))) {
            row.setLastAccessedTime(now);
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return row.getLastAccessedTime();
    }

    @Override
    public String getId() {
        return row.getId();
    }

    @Override
    public String changeSessionId() {
        return row.changeSessionId();
    }

    @Override
    public Instant getCreationTime() {
        return row.getCreationTime();
    }

    /** @see KeptSessions */
    @Override
    public void setMaxInactiveInterval(Duration interval) {
        row.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return row.getMaxInactiveInterval();
    }

    /** Who finds one has looked already. */
    @Override
    public boolean isExpired() {
        return false;
    }
}
