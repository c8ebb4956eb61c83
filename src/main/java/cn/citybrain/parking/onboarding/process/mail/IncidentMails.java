package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.history.event.HistoricIncidentEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An incident: retries are used up, and only a person can help. In the transaction that raised it. */
@Component
class IncidentMails {

    private final Mailer mailer;
    private final Addressees addressees;
    private final ProcessSettings settings;

    IncidentMails(Mailer mailer, @Lazy Addressees addressees, ProcessSettings settings) {
        this.mailer = mailer;
        this.addressees = addressees;
        this.settings = settings;
    }

    @EventListener
    void on(HistoricIncidentEventEntity incident) {
        if (incident.isEventOfType(HistoryEventTypes.INCIDENT_CREATE)) {
            Map<String, Object> values = Map.of(
                    "step", Optional.ofNullable(incident.getActivityId()).orElse(incident.getIncidentType()),
                    "instance",
                            Optional.ofNullable(incident.getProcessInstanceId()).orElse("-"),
                    "link", settings.publicUrl());
            for (String to : addressees.role(Role.OPS_SUPERVISOR)) {
                mailer.enqueue("incident/" + incident.getId() + "/" + to, to, "incident", values);
            }
        }
    }
}
