package cn.citybrain.parking.onboarding.access.session;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a session lasts.
 *
 * @param idle without any call
 * @param absolute since the login, whatever is called
 * @param seenEvery how exact the last call is known: the row is written so often at most
 */
@ConfigurationProperties("onboarding.access.session")
public record SessionLimits(Duration idle, Duration absolute, Duration seenEvery) {

    /**
     * Whether a session is over.
     *
     * @param since the login; null where nobody logged in
     * @param seen the last call
     */
    boolean over(Instant since, Instant seen, Instant now) {
        return !now.isBefore(seen.plus(idle)) || since != null && !now.isBefore(since.plus(absolute));
    }
}
