package cn.citybrain.parking.onboarding.access.throttle;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param firstPause after the first wrong password of an account at a client; doubles with each further one
 * @param longestPause where doubling ends
 * @param attempts with so many wrong passwords the account is closed to that client
 * @param closed for how long; it ends by itself
 * @param perAddress so many failures of one address, whatever the accounts, close it to all that were never logged in to from
 *     there
 * @param perAccount so many failures of one account, wherever from, leave a client that it does not know one attempt
 * @param window how long a failure counts
 * @param knownFor how long a client is known after a login
 */
@ConfigurationProperties("onboarding.access.throttle")
record ThrottleSettings(
        Duration firstPause,
        Duration longestPause,
        int attempts,
        Duration closed,
        int perAddress,
        int perAccount,
        Duration window,
        Duration knownFor) {

    /** Who was last logged in from before this is not known any more. */
    Instant forgets(Instant now) {
        return now.minus(knownFor);
    }

    /** How long an account is closed to a client after so many failures. */
    Duration pause(int failures) {
        if (failures >= attempts) {
            return closed;
        }
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
