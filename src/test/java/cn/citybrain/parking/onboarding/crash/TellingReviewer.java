package cn.citybrain.parking.onboarding.crash;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The reviewer who tells a channel of a withdrawal where it has no call for it (告知渠道撤回). Each task has a thread of its
 * own: one that is held at its commit keeps nobody else from theirs.
 */
@TestComponent
class TellingReviewer {

    private static final Logger LOG = LoggerFactory.getLogger(TellingReviewer.class);

    private final TaskService tasks;
    private final ExecutorService hands = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "telling-reviewer");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<String> under = ConcurrentHashMap.newKeySet();

    TellingReviewer(TaskService tasks) {
        this.tasks = tasks;
    }

    @Scheduled(fixedDelay = 500)
    void look() {
        tasks.createTaskQuery().taskDefinitionKey("userTask_tellChannel").list().stream()
                .filter(task -> under.add(task.getId()))
                .forEach(task -> hands.execute(() -> told(task)));
    }

    private void told(Task task) {
        try {
            tasks.setAssignee(task.getId(), "reviewer");
            tasks.complete(task.getId());
        } catch (RuntimeException again) {
            LOG.info("not told, tried again: {}", again.getMessage());
            under.remove(task.getId());
        }
    }
}
