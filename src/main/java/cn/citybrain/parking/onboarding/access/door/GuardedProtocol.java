package cn.citybrain.parking.onboarding.access.door;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP/1.1 over {@link GuardedEndpoint}. Tomcat makes it by its name. */
public final class GuardedProtocol extends Http11NioProtocol {

    private Connections connections;
    private Duration sweepEvery;
    private ScheduledFuture<?> sweeps;

    /** Without a guard until somebody gives it one. */
    public GuardedProtocol() {
        super(new GuardedEndpoint());
    }

    /** Before it starts. */
    void guardedBy(Connections guard, Duration every) {
        connections = guard;
        sweepEvery = every;
        ((GuardedEndpoint) getEndpoint()).guardedBy(guard);
    }

    @Override
    public void start() throws Exception {
        super.start();
        if (connections != null) {
            long every = sweepEvery.toMillis();
            sweeps = getUtilityExecutor()
                    .scheduleWithFixedDelay(connections::sweep, every, every, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void stop() throws Exception {
        if (sweeps != null) {
            sweeps.cancel(false);
        }
        super.stop();
    }
}
