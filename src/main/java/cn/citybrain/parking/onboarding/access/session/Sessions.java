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

/**
 * The sessions of people. What ends here ends with the caller's transaction, on every node: a call that is under way is
 * finished, the next one is a stranger's.
 */
@NamedInterface("services")
@Component
public class Sessions {

    private static final String OF_PERSON = """
            SELECT s.primary_id, s.session_id, s.last_access_time, a.attribute_bytes FROM spring_session s
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
    public void endAll(String userId) {
        jdbc.sql("DELETE FROM spring_session WHERE principal_name = ?")
                .param(userId)
                .update();
    }

    /**
     * Ends every session of somebody but one: after they changed their password.
     *
     * @param keptSessionId the servlet session's id
     */
    public void endOthers(String userId, String keptSessionId) {
        jdbc.sql("DELETE FROM spring_session WHERE principal_name = ? AND session_id <> ?")
                .params(userId, keptSessionId)
                .update();
    }

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
        LoginMark mark = LoginMark.read(new String(row.getBytes("attribute_bytes"), StandardCharsets.UTF_8));
        Instant seen = Instant.ofEpochMilli(row.getLong("last_access_time"));
        if (limits.over(mark.since(), seen, now)) {
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
}
