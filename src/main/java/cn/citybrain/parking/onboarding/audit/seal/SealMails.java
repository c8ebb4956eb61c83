package cn.citybrain.parking.onboarding.audit.seal;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import cn.citybrain.parking.onboarding.seal.DaySeal;
import cn.citybrain.parking.onboarding.seal.DaySealed;
import cn.citybrain.parking.onboarding.seal.day.DaySeals;
import cn.citybrain.parking.onboarding.words.MailAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final PublicAddress address;

    SealMails(IdentityService identity, People people, DaySeals seals, Mailer mailer, PublicAddress address) {
        this.identity = identity;
        this.people = people;
        this.seals = seals;
        this.mailer = mailer;
        this.address = address;
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
                "signature", seal.signature(),
                "link", address.at("/camunda/app/cockpit/"));
        for (String to : auditors()) {
            mailer.enqueue("day-seal/" + seal.no() + "/" + seal.hash() + "/" + to, to, "day-seal", model);
        }
    }

    private Set<String> auditors() {
        return people.unrestricted(() -> MailAddress.distinct(
                identity.createUserQuery().memberOfGroup(Role.AUDITOR.group()).unlimitedList().stream()
                        .map(User::getEmail)
                        .filter(mail -> mail != null && !mail.isBlank())
                        .toList()));
    }
}
