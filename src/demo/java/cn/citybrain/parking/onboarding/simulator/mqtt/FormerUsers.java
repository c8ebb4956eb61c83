package cn.citybrain.parking.onboarding.simulator.mqtt;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections and sessions that are nobody's any more: of users that the password file no longer has, as at a
 * mosquitto that reads its file again, and under client ids that somebody else comes with. So what waited for one user is
 * not handed to the next.
 */
final class FormerUsers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FormerUsers.class);

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(FormerUsers::daemon);
    private final PasswordFile users;
    private final Consumer<String> end;

    /** @param end is given the id of a client, and fails if it could not be ended */
    FormerUsers(PasswordFile users, Consumer<String> end) {
        this.users = users;
        this.end = end;
        watch.scheduleWithFixedDelay(() -> users.former().forEach(this::end), 1, 1, TimeUnit.SECONDS);
        users.onTakeover(client -> watch.execute(() -> end(client)));
    }

    /** One that could not be ended is tried again; it keeps nobody else's. */
    private void end(String client) {
        try {
            end.accept(client);
            users.forget(client);
        } catch (RuntimeException e) {
            LOG.warn("A former session could not be ended: {}", e.toString());
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mqtt-users");
        thread.setDaemon(true);
        return thread;
    }
}
