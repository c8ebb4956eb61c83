package cn.citybrain.parking.onboarding.simulator.mqtt;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Ends the connections of users that the file no longer has: as at a mosquitto that reads its file again. */
final class FormerUsers implements AutoCloseable {

    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(FormerUsers::daemon);

    /** @param end is given the id of a client */
    FormerUsers(PasswordFile users, Consumer<String> end) {
        watch.scheduleWithFixedDelay(() -> users.former().forEach(end), 1, 1, TimeUnit.SECONDS);
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
