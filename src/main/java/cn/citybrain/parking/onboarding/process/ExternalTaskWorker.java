package cn.citybrain.parking.onboarding.process;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works external tasks in this JVM. The engine's locks share them among nodes; no transaction and no job lock is held while
 * a channel thinks.
 */
@Component
@EnableConfigurationProperties(ProcessSettings.class)
public class ExternalTaskWorker {

    private final ExternalTaskService tasks;
    private final java.util.Map<String, TopicHandler> handlers;
    private final ExternalTaskOutcome outcome;
    private final ProcessSettings.Worker settings;
    private final ExecutorService pool;
    private final Semaphore free;

    ExternalTaskWorker(
            ExternalTaskService tasks,
            List<TopicHandler> handlers,
            ExternalTaskOutcome outcome,
            ProcessSettings settings) {
        this.tasks = tasks;
        this.handlers = handlers.stream().collect(Collectors.toMap(TopicHandler::topic, Function.identity()));
        this.outcome = outcome;
        this.settings = settings.worker();
        this.pool = Executors.newFixedThreadPool(settings.worker().threads());
        this.free = new Semaphore(settings.worker().threads());
    }

    @Scheduled(fixedDelayString = "${onboarding.process.worker.interval}")
    void onSchedule() {
        fetch(free.availablePermits()).forEach(this::submit);
    }

    /** Works all that is due in this thread, what follows from it included. Returns how many tasks were worked. */
    public int runOnce() {
        int worked = 0;
        for (List<LockedExternalTask> due = fetch(10); !due.isEmpty(); due = fetch(10)) {
            due.forEach(this::work);
            worked += due.size();
        }
        return worked;
    }

    private List<LockedExternalTask> fetch(int most) {
        if (most == 0) {
            return List.of();
        }
        var query = tasks.fetchAndLock(most, outcome.workerId());
        for (String topic : handlers.keySet()) {
            query = query.topic(topic, settings.lock().toMillis()).includeExtensionProperties();
        }
        return query.execute();
    }

    private void submit(LockedExternalTask task) {
        free.acquireUninterruptibly();
        pool.execute(() -> {
            try {
                work(task);
            } finally {
                free.release();
            }
        });
    }

    private void work(LockedExternalTask task) {
        try {
            outcome.apply(task, handlers.get(task.getTopicName()).work(task));
        } catch (RuntimeException e) {
            outcome.failed(task, e);
        }
    }

    /** Tasks that are being worked keep their lock and are worked again by whoever comes next. */
    @PreDestroy
    void stop() {
        pool.shutdown();
    }
}
