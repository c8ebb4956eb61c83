package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.IncidentRaised;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An incident: retries are used up, and only a person can help. In the transaction that raised it. */
@Component
class IncidentMails {

    private final Mailer mailer;
    private final Addressees addressees;
    private final PublicAddress address;

    IncidentMails(Mailer mailer, @Lazy Addressees addressees, PublicAddress address) {
        this.mailer = mailer;
        this.addressees = addressees;
        this.address = address;
    }

    @EventListener
    void on(IncidentRaised incident) {
        Map<String, Object> values = Map.of(
                "step", Optional.ofNullable(incident.activityId()).orElse(incident.type()),
                "instance", Optional.ofNullable(incident.processInstanceId()).orElse("-"),
                "link", address.at("/camunda/app/cockpit/"));
        for (String to : addressees.role(Role.OPS_SUPERVISOR)) {
            mailer.enqueueAbout(
                    Mailer.About.of(incident.id()), "incident/" + incident.id() + "/" + to, to, "incident", values);
        }
    }
}
