package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.IncidentRaised;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import cn.citybrain.parking.onboarding.turn.Step;
import java.util.Collection;
import java.util.Map;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An incident: retries are used up, and only a person can help. In the transaction that raised it. */
@Component
class IncidentMails {

    private final Mailer mailer;
    private final ProcessMails mails;
    private final StoppedSteps steps;
    private final Addressees addressees;
    private final PublicAddress address;

    IncidentMails(
            Mailer mailer,
            @Lazy ProcessMails mails,
            @Lazy StoppedSteps steps,
            @Lazy Addressees addressees,
            PublicAddress address) {
        this.mailer = mailer;
        this.mails = mails;
        this.steps = steps;
        this.addressees = addressees;
        this.address = address;
    }

    @EventListener
    void on(IncidentRaised incident) {
        Collection<String> to = addressees.role(Role.OPS_SUPERVISOR);
        String step = steps.name(incident);
        String link = incident.processInstanceId() == null
                ? address.at("/camunda/app/cockpit/")
                : address.incident(incident.processInstanceId());
        steps.applicationNo(incident)
                .ifPresentOrElse(
                        no -> mails.send(
                                Post.of("incident-application", incident.id(), no, steps.lot(incident)),
                                to,
                                Map.of(
                                        "step",
                                        step,
                                        "turn",
                                        Step.Stopped.words(step).doer(),
                                        "link",
                                        link)),
                        () -> ofNoApplication(incident, to, Map.of("step", step, "link", link)));
    }

    private void ofNoApplication(IncidentRaised incident, Collection<String> to, Map<String, Object> values) {
        for (String one : to) {
            mailer.enqueueAbout(
                    Mailer.About.of(incident.id()), "incident/" + incident.id() + "/" + one, one, "incident", values);
        }
    }
}
