package cn.citybrain.parking.onboarding.access.link;

import cn.citybrain.parking.onboarding.access.link.Link.Purpose;
import cn.citybrain.parking.onboarding.access.link.Link.Standing;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of one-time links. A token has 256 random bits and is in nobody's table: only its hash is, which leads back to
 * none.
 */
@Component
@EnableConfigurationProperties(LinkSettings.class)
public class Links {

    private static final int TOKEN_BYTES = 32;

    private final JdbcClient jdbc;
    private final LinkSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Links(JdbcClient jdbc, LinkSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param token for the mail, and for nothing else */
    public record Fresh(String token, Instant expires) {}

    /** Makes a link; older ones of the account end. */
    public Fresh add(String userId, Purpose purpose) {
        end(userId);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        Instant expires = now.plus(settings.linkValid());
        jdbc.sql(
                        "INSERT INTO account_link (token_hash, user_id, purpose, created_at, expires_at) VALUES (?, ?, ?, ?, ?)")
                .params(hash(token), userId, purpose.name(), SqlTime.of(now), SqlTime.of(expires))
                .update();
        return new Fresh(token, expires);
    }

    /** Ends every link of an account that could still be used. */
    public void end(String userId) {
        jdbc.sql("UPDATE account_link SET ended_at = ? WHERE user_id = ? AND used_at IS NULL AND ended_at IS NULL")
                .params(SqlTime.of(clock.instant()), userId)
                .update();
    }

    /** Empty if nobody was ever sent this token. */
    public Optional<Link> find(String token) {
        return jdbc.sql("SELECT * FROM account_link WHERE token_hash = ?")
                .param(hash(token))
                .query(this::link)
                .optional();
    }

    /** Until when a link of the account can be used; empty if none can. */
    public Optional<Instant> openUntil(String userId) {
        return jdbc.sql("SELECT expires_at FROM account_link WHERE user_id = ? AND used_at IS NULL AND ended_at IS NULL"
                        + " AND expires_at > ?")
                .params(userId, SqlTime.of(clock.instant()))
                .query((row, n) -> SqlTime.read(row, "expires_at"))
                .optional();
    }

    /** Uses it up; false if it cannot be used, or another request was faster. */
    public boolean use(String token) {
        Instant now = clock.instant();
        return jdbc.sql("UPDATE account_link SET used_at = ? WHERE token_hash = ?"
                                + " AND used_at IS NULL AND ended_at IS NULL AND expires_at > ?")
                        .params(SqlTime.of(now), hash(token), SqlTime.of(now))
                        .update()
                == 1;
    }

    private Link link(ResultSet row, int n) throws SQLException {
        return new Link(row.getString("user_id"), Purpose.valueOf(row.getString("purpose")), standing(row));
    }

    private Standing standing(ResultSet row) throws SQLException {
        if (SqlTime.read(row, "used_at") != null) {
            return Standing.USED;
        }
        if (SqlTime.read(row, "ended_at") != null) {
            return Standing.ENDED;
        }
        return SqlTime.read(row, "expires_at").isAfter(clock.instant()) ? Standing.OPEN : Standing.EXPIRED;
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
