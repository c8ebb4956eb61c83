package cn.citybrain.parking.onboarding.watch.health;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether mails go out ({@code outbox}): down when one that is due has been left for ten minutes, or one that was tried has been
 * refused for half an hour. Not part of readiness: mails wait in their table.
 */
@Component("outbox")
class OutboxHealthIndicator implements HealthIndicator {

    private static final Duration LEFT = Duration.ofMinutes(10);
    private static final Duration REFUSED = Duration.ofMinutes(30);

    private static final String SQL = "SELECT count(*) AS waiting, min(CASE WHEN next_attempt_at <= :left"
            + " OR (attempts > 0 AND created_at <= :refused) THEN created_at ELSE NULL END) AS stuck"
            + " FROM mail WHERE state IN ('WAITING', 'SECRET')";

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxHealthIndicator(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Health health() {
        Instant now = clock.instant();
        return jdbc.sql(SQL)
                .param("left", SqlTime.of(now.minus(LEFT)))
                .param("refused", SqlTime.of(now.minus(REFUSED)))
                .query((row, n) -> health(row))
                .single();
    }

    private Health health(ResultSet row) throws SQLException {
        Instant stuck = SqlTime.read(row, "stuck");
        Health.Builder health = stuck == null
                ? Health.up()
                : Health.down().withDetail("说明", "有 " + Since.of(stuck, clock) + " 起没有发出的邮件，请检查邮件服务器");
        return health.withDetail("waiting", row.getLong("waiting")).build();
    }
}
