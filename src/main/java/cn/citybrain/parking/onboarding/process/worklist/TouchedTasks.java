package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.TaskTouched;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the engine's transaction touched is written to {@code open_task} once, at its end, when the engine has written it. */
@Component
class TouchedTasks {

    private final OpenTaskTable table;

    TouchedTasks(OpenTaskTable table) {
        this.table = table;
    }

    @EventListener
    void on(TaskTouched touched) {
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .findFirst()
                .orElseGet(this::begin)
                .ids
                .add(touched.taskId());
    }

    private Pending begin() {
        Pending pending = new Pending(table);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private static final class Pending implements TransactionSynchronization {

        private final Set<String> ids = new TreeSet<>();
        private final OpenTaskTable table;

        Pending(OpenTaskTable table) {
            this.table = table;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            table.follow(ids);
        }
    }
}
