package cn.citybrain.parking.onboarding.access.throttle;

import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.modulith.NamedInterface;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who guesses passwords is slowed down where they guess. Wrong passwords close an account to the client that sent them, to
 * nobody else: its owner gets in from their own, whatever a stranger does and from how many addresses.
 */
@NamedInterface("services")
@Component
@EnableConfigurationProperties(ThrottleSettings.class)
public class LoginThrottle {

    private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);
    private final Buckets buckets;
    private final KnownClients known;
    private final ThrottleSettings settings;
    private final Clock clock;

    LoginThrottle(Buckets buckets, KnownClients known, ThrottleSettings settings, Clock clock) {
        this.buckets = buckets;
        this.known = known;
        this.settings = settings;
        this.clock = clock;
    }

    /** One attempt to log in, from its beginning to its outcome. */
    public final class Attempt {

        private final String account;
        private final Client client;
        private final KnownClients.Known knows;
        private boolean strict;
        private int failures;

        private Attempt(String userId, Client client) {
            this.account = Hash.ofAccount(userId);
            this.client = client;
            this.knows = known.of(account, client);
        }

        private void begin() {
            if (!knows.any()) {
                require(buckets.claim(everybodyHere(), null, settings.perAddress()));
                strict = buckets.claim(everywhere(), account, Integer.MAX_VALUE).failures() > settings.perAccount();
            }
            Buckets.Claim mine = buckets.claim(here(), account, strict ? 1 : settings.attempts());
            if (!mine.open()) {
                giveBack();
            }
            require(mine);
            failures = mine.failures();
        }

        /** The password was wrong. */
        public void failed() {
            Duration pause = strict ? settings.closed() : settings.pause(failures);
            buckets.close(here(), pause);
            if (pause.equals(settings.closed())) {
                LOG.warn(
                        "logins closed for {} to {} for an account, after {} failures",
                        pause,
                        client.address(),
                        failures);
            }
        }

        /** It was right: what failed here before is forgotten, and the client is known from now on. */
        public void succeeded() {
            buckets.forget(here());
            giveBack();
            known.keep(account, client);
        }

        private void giveBack() {
            if (!knows.any()) {
                buckets.giveBack(everybodyHere());
                buckets.giveBack(everywhere());
            }
        }

        /** A browser that was logged in with before counts for itself, whoever shares its address. */
        private String here() {
            return knows.device()
                    ? Hash.of("here", account, "device", client.device())
                    : Hash.of("here", account, client.network());
        }

        private String everybodyHere() {
            return Hash.of("everybody", client.network());
        }

        private String everywhere() {
            return Hash.of("everywhere", account);
        }

        private void require(Buckets.Claim claim) {
            if (!claim.open()) {
                throw new TooSoon(Duration.between(clock.instant(), claim.closedUntil()));
            }
        }
    }

    /**
     * Begins an attempt: it counts as a failure until its outcome is told.
     *
     * @param userId as it was typed
     * @throws TooSoon if it has to wait
     */
    public Attempt begin(String userId, Client client) {
        Attempt attempt = new Attempt(userId, client);
        attempt.begin();
        return attempt;
    }

    /** Forgets every failure of an account: an administrator unlocks it, or its owner has a new password. */
    public void forget(String userId) {
        buckets.forgetAccount(Hash.ofAccount(userId));
    }

    /** On every node: the second one finds nothing. */
    @Scheduled(fixedDelayString = "PT30M", initialDelayString = "PT2M")
    int sweep() {
        return buckets.sweep() + known.sweep();
    }
}
