package cn.citybrain.parking.onboarding.access.session;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sessions of people. What ends here ends with the caller's transaction, on every node: a call that is under way is
 * finished, the next one is a stranger's. The account's generation ends also what is not there to be deleted yet: the session
 * of a login that is under way.
 */
@NamedInterface("services")
@Component
public class Sessions {

    private static final String OF_PERSON = """
            SELECT s.primary_id, s.session_id, s.last_access_time, a.attribute_bytes,
                (SELECT o.generation FROM account o WHERE o.user_id = s.principal_name) AS generation FROM spring_session s
            JOIN spring_session_attributes a ON a.session_primary_id = s.primary_id AND a.attribute_name = ?
            WHERE s.principal_name = ? ORDER BY s.last_access_time DESC, s.primary_id
            """;

    private final JdbcClient jdbc;
    private final SessionLimits limits;
    private final Clock clock;

    Sessions(JdbcClient jdbc, SessionLimits limits, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.clock = clock;
    }

    /** Ends every session of somebody: after a reset, when disabled, when a role or a company changed. */
    @Transactional
    public void endAll(String userId) {
        raise(userId);
        jdbc.sql("DELETE FROM spring_session WHERE principal_name = ?")
                .param(userId)
                .update();
    }

    /**
     * Ends every session of somebody but one: after they changed their password.
     *
     * @param keptSessionId the servlet session's id
     */
    @Transactional
    public void endOthers(String userId, String keptSessionId) {
        raise(userId);
        jdbc.sql("DELETE FROM spring_session WHERE principal_name = ? AND session_id <> ?")
                .params(userId, keptSessionId)
                .update();
        jdbc
                .sql(OF_PERSON)
                .params(LoginMark.ATTRIBUTE, userId)
                .query((row, number) -> row.getString("session_id").equals(keptSessionId)
                        ? new Kept(row.getString("primary_id"), mark(row), row.getLong("generation"))
                        : null)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .filter(kept -> kept.mark().generation() == kept.generation() - 1)
                .forEach(this::goesOn);
    }

    private void raise(String userId) {
        jdbc.sql("UPDATE account SET generation = generation + 1 WHERE user_id = ?")
                .param(userId)
                .update();
    }

    private void goesOn(Kept kept) {
        jdbc.sql("UPDATE spring_session_attributes SET attribute_bytes = ? WHERE session_primary_id = ?"
                        + " AND attribute_name = ?")
                .params(
                        kept.mark().at(kept.generation()).written().getBytes(StandardCharsets.UTF_8),
                        kept.id(),
                        LoginMark.ATTRIBUTE)
                .update();
    }

    private record Kept(String id, LoginMark mark, long generation) {}

    /**
     * Ends one session of somebody.
     *
     * @param id of {@link OpenSession}
     * @return false if there is no such session of theirs (any more)
     */
    public boolean end(String userId, String id) {
        return jdbc.sql("DELETE FROM spring_session WHERE principal_name = ? AND primary_id = ?")
                        .params(userId, id)
                        .update()
                > 0;
    }

    /**
     * Where somebody is logged in: here first, then by the latest call.
     *
     * @param currentSessionId the servlet session's id of who asks
     */
    public List<OpenSession> of(String userId, String currentSessionId) {
        Instant now = clock.instant();
        return jdbc
                .sql(OF_PERSON)
                .params(LoginMark.ATTRIBUTE, userId)
                .query((row, number) -> session(row, currentSessionId, now))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(session -> !session.current()))
                .toList();
    }

    /** Null for one that is over and only not swept yet. */
    private OpenSession session(ResultSet row, String current, Instant now) throws SQLException {
        LoginMark mark = mark(row);
        Instant seen = Instant.ofEpochMilli(row.getLong("last_access_time"));
        if (limits.over(mark.since(), seen, now) || mark.generation() < row.getLong("generation")) {
            return null;
        }
        return new OpenSession(
                row.getString("primary_id"),
                mark.since(),
                seen,
                mark.address(),
                BrowserWords.of(mark.agent()),
                row.getString("session_id").equals(current));
    }

    private static LoginMark mark(ResultSet row) throws SQLException {
        return LoginMark.read(new String(row.getBytes("attribute_bytes"), StandardCharsets.UTF_8));
    }
}
