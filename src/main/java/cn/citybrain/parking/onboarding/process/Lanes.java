package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.channel.Channel;
import jakarta.annotation.PreDestroy;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** The threads that call channels: so many for each, so that a slow channel takes none of another's. */
@Component
class Lanes {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<Channel, Semaphore> free = new EnumMap<>(Channel.class);

    Lanes(ProcessSettings settings) {
        for (Channel channel : Channel.values()) {
            free.put(channel, new Semaphore(settings.worker().threads()));
        }
    }

    int free(Channel channel) {
        return free.get(channel).availablePermits();
    }

    void submit(Channel channel, Runnable work) {
        Semaphore lane = free.get(channel);
        lane.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                work.run();
            } finally {
                lane.release();
            }
        });
    }

    /** Tasks that are being worked keep their lock and are worked again by whoever comes next. */
    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
