package cn.citybrain.parking.onboarding.access.engine;

import cn.citybrain.parking.onboarding.access.TaskTouched;
import org.camunda.bpm.engine.impl.history.event.HistoricIdentityLinkLogEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells of user tasks that were opened, claimed, handed over, moved to another day or ended, as the engine writes it into its
 * history: in every version of every model, and whoever or whatever did it.
 */
@Component
class TaskHistory {

    private final ApplicationEventPublisher events;

    TaskHistory(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(HistoricTaskInstanceEventEntity task) {
        events.publishEvent(new TaskTouched(task.getTaskId()));
    }

    /** Who may do it is no property of the task. */
    @EventListener
    void on(HistoricIdentityLinkLogEventEntity link) {
        if (link.getTaskId() != null) {
            events.publishEvent(new TaskTouched(link.getTaskId()));
        }
    }
}
