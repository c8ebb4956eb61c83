package cn.citybrain.parking.onboarding.access.engine;

import cn.citybrain.parking.onboarding.access.IncidentRaised;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of incidents when the engine writes them into its history. */
@Component
class IncidentHistory {

    private final ApplicationEventPublisher events;

    IncidentHistory(ApplicationEventPublisher events) {
        this.events = events;
    }

    @EventListener
    void on(HistoricIncidentEventEntity incident) {
        boolean cause = incident.getId().equals(incident.getCauseIncidentId());
        if (cause && incident.isEventOfType(HistoryEventTypes.INCIDENT_CREATE)) {
            events.publishEvent(new IncidentRaised(
                    incident.getId(),
                    incident.getIncidentType(),
                    incident.getActivityId(),
                    incident.getProcessDefinitionId(),
                    incident.getProcessInstanceId()));
        }
    }
}
