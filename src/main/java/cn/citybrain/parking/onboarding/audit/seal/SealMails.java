package cn.citybrain.parking.onboarding.audit.seal;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.seal.DaySeal;
import cn.citybrain.parking.onboarding.seal.DaySealed;
import cn.citybrain.parking.onboarding.seal.day.DaySeals;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends each seal to the auditors, in the transaction that makes it: what lies in their mail cannot be made anew here. */
@Component
class SealMails {

    private final IdentityService identity;
    private final People people;
    private final DaySeals seals;
    private final Mailer mailer;

    SealMails(IdentityService identity, People people, DaySeals seals, Mailer mailer) {
        this.identity = identity;
        this.people = people;
        this.seals = seals;
        this.mailer = mailer;
    }

    @EventListener
    void on(DaySealed sealed) {
        DaySeal seal = sealed.seal();
        Map<String, Object> model = Map.of(
                "day", seal.day(),
                "no", seal.no(),
                "entries", seal.entries(),
                "text", seal.text().strip(),
                "keyId", seal.keyId(),
                "publicKey", seals.export(List.of()).publicKeys().get(seal.keyId()),
                "signature", seal.signature());
        for (String to : auditors()) {
            mailer.enqueue("day-seal/" + seal.no() + "/" + seal.hash() + "/" + to, to, "day-seal", model);
        }
    }

    private List<String> auditors() {
        return people.unrestricted(
                () -> identity.createUserQuery().memberOfGroup(Role.AUDITOR.group()).unlimitedList().stream()
                        .map(User::getEmail)
                        .filter(mail -> mail != null && !mail.isBlank())
                        .distinct()
                        .toList());
    }
}
