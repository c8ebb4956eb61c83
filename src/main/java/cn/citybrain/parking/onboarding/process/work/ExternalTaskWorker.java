package cn.citybrain.parking.onboarding.process.work;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.circuit.Circuit;
import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import cn.citybrain.parking.onboarding.process.Variables;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Works external tasks in this JVM. The engine's locks share them among nodes; no transaction and no job lock is held while
 * a channel thinks. Work is fetched channel by channel: of one that does not answer none, of a slow one no more than its
 * own threads take.
 */
@Component
@EnableConfigurationProperties(ProcessSettings.class)
public class ExternalTaskWorker {

    private static final int BATCH = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExternalTaskService tasks;
    private final Map<String, TopicHandler> handlers;
    private final ExternalTaskOutcome outcome;
    private final Circuits circuits;
    private final Lanes lanes;
    private final KnownVersions versions;
    private final ProcessSettings.Worker settings;

    ExternalTaskWorker(
            ExternalTaskService tasks,
            List<TopicHandler> handlers,
            ExternalTaskOutcome outcome,
            Circuits circuits,
            Lanes lanes,
            KnownVersions versions,
            ProcessSettings settings) {
        this.tasks = tasks;
        this.handlers = handlers.stream().collect(Collectors.toMap(TopicHandler::topic, Function.identity()));
        this.outcome = outcome;
        this.circuits = circuits;
        this.lanes = lanes;
        this.versions = versions;
        this.settings = settings.worker();
    }

    @Scheduled(fixedDelayString = "${onboarding.process.worker.interval}")
    void onSchedule() {
        Set<String> due = due();
        for (Channel channel : Channel.values()) {
            fetch(channel, lanes.free(channel), due).forEach(task -> lanes.submit(channel, () -> work(channel, task)));
        }
    }

    /** Works all that is due in this thread, what follows from it included. Returns how many tasks were worked. */
    public int runOnce() {
        int all = 0;
        for (int worked = round(); worked > 0; worked = round()) {
            all += worked;
        }
        return all;
    }

    private int round() {
        Set<String> topics = due();
        int worked = 0;
        for (Channel channel : Channel.values()) {
            List<LockedExternalTask> due = fetch(channel, BATCH, topics);
            due.forEach(task -> work(channel, task));
            worked += due.size();
        }
        return worked;
    }

    /** Topics with work that nobody has: one small question, so that fetching asks for no more, and for nothing when idle. */
    private Set<String> due() {
        Set<String> topics = new TreeSet<>(tasks.getTopicNames(false, true, true));
        topics.retainAll(handlers.keySet());
        return topics;
    }

    /** Before the engine and the database end. */
    @PreDestroy
    void stop() {
        lanes.stop(PATIENCE);
    }

    private List<LockedExternalTask> fetch(Channel channel, int most, Set<String> topics) {
        if (topics.isEmpty()) {
            return List.of();
        }
        int room = circuits.of(channel).room(most);
        if (room == 0) {
            return List.of();
        }
        var query = tasks.fetchAndLock(room, outcome.workerId());
        for (String topic : topics) {
            query = query.topic(topic, settings.lock().toMillis())
                    .processInstanceVariableEquals(Variables.CHANNEL.name(), channel.code())
                    .processDefinitionIdIn(versions.definitions())
                    .includeExtensionProperties();
        }
        return query.execute();
    }

    private void work(Channel channel, LockedExternalTask task) {
        try {
            outcome.apply(task, handlers.get(task.getTopicName()).work(task));
        } catch (RuntimeException e) {
            failed(circuits.of(channel), task, e);
        }
    }

    /** While the channel does not answer, that a task failed says nothing about the task: it keeps its attempts. */
    private void failed(Circuit circuit, LockedExternalTask task, RuntimeException e) {
        if (circuit.closed()) {
            outcome.failed(task, e);
        } else {
            outcome.postponed(task);
        }
    }
}
