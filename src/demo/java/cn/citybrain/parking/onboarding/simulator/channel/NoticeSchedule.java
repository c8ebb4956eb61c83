package cn.citybrain.parking.onboarding.simulator.channel;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/** Delivers every channel's notifications by itself; switched off where somebody does it by hand. */
@Component
@ConditionalOnProperty(name = "simulator.schedules", havingValue = "true", matchIfMissing = true)
class NoticeSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeSchedule.class);
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
    private final Offices offices;
    private volatile boolean running;

    NoticeSchedule(Offices offices) {
        this.offices = offices;
        scheduler.setThreadNamePrefix("channel-notices-");
        scheduler.setDaemon(true);
        scheduler.setErrorHandler(error -> LOG.warn("notifications wait: {}", error.toString()));
    }

    /** A channel whose platform does not answer does not keep the others waiting for long. */
    @Override
    public void start() {
        scheduler.setPoolSize(Math.max(1, offices.all().size()));
        scheduler.initialize();
        offices.all().forEach(office -> scheduler.scheduleWithFixedDelay(office.notices()::deliverDue, PERIOD));
        running = true;
    }

    @Override
    public void stop() {
        scheduler.shutdown();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
