package cn.citybrain.parking.onboarding.process.visit;

import cn.citybrain.parking.onboarding.application.Appointment;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The visits that a channel proposes: each is kept, and told to the operator, once. */
@Component
public class VisitProposals {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Appointments appointments;
    private final Applications applications;
    private final ProcessMails mails;
    private final Addressees addressees;
    private final Clock clock;

    VisitProposals(
            Appointments appointments,
            Applications applications,
            ProcessMails mails,
            Addressees addressees,
            Clock clock) {
        this.appointments = appointments;
        this.applications = applications;
        this.mails = mails;
        this.addressees = addressees;
        this.clock = clock;
    }

    /** Keeps the visit that an answer proposes; other answers propose none. */
    public void keep(String no, ReviewResult answer) {
        if (answer instanceof ReviewResult.VisitScheduled visit) {
            Channel channel = Channel.of(applications.byNo(no).channel());
            appointments
                    .propose(no, visit.visitAt(), visit.contact(), visit.stateText(), channel.code())
                    .ifPresent(proposal -> tell(no, proposal));
        }
    }

    private void tell(String no, Appointment proposal) {
        mails.sendToTurn(
                "visit-scheduled", String.valueOf(proposal.id()), no, addressees.applicant(no), facts(proposal));
    }

    /** What mails say of a visit: telephone numbers are in the platform, not in mails. */
    Map<String, Object> facts(Appointment visit) {
        return Map.of(
                "when",
                WHEN.withZone(clock.getZone()).format(visit.visitAt()),
                "contact",
                Reasons.safe(visit.contact()));
    }
}
