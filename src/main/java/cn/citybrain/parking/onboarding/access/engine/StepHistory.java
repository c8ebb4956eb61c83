package cn.citybrain.parking.onboarding.access.engine;

import cn.citybrain.parking.onboarding.access.StepLeft;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of steps that were left, as the engine writes it into its history: in every version of every model, also when an instance is deleted. */
@Component
class StepHistory {

    private static final Set<String> WAITS = Set.of("userTask", "receiveTask");

    private final ApplicationEventPublisher events;

    StepHistory(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(HistoricActivityInstanceEventEntity step) {
        if (step.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END) && WAITS.contains(step.getActivityType())) {
            events.publishEvent(new StepLeft(step.getActivityInstanceId()));
        }
    }
}
