package cn.citybrain.parking.onboarding.process.work;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The threads that call channels: so many for each, so that a slow channel takes none of another's. */
@Component
public class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Channel, Semaphore> free = new EnumMap<>(Channel.class);

    public Lanes(ProcessSettings settings) {
        for (Channel channel : Channel.values()) {
            free.put(channel, new Semaphore(settings.worker().threads()));
        }
    }

    public int free(Channel channel) {
        return free.get(channel).availablePermits();
    }

    public void submit(Channel channel, Runnable work) {
        Semaphore lane = free.get(channel);
        lane.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException brokeOff) {
                // without a database not even the failure can be noted: the lock or claim runs out, and it is done
                // again
                LOG.error("work at {} broke off", channel, brokeOff);
            } finally {
                lane.release();
            }
        });
    }

    /** Takes nothing more, and gives what is under way some time to end. */
    public void stop(Duration patience) {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("left to others, once their locks have run out: calls that are still under way");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
