package cn.citybrain.parking.onboarding.process.visit;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.Appointment;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nobody came to sign: recorded, and told to both sides. The next date has to be agreed on; the task goes on. */
@Component
public class MissedVisits {

    private final Appointments appointments;
    private final VisitProposals visits;
    private final ProcessMails mails;
    private final Addressees addressees;

    MissedVisits(Appointments appointments, VisitProposals visits, ProcessMails mails, Addressees addressees) {
        this.appointments = appointments;
        this.visits = visits;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Transactional
    public void record(String no, String by) {
        Appointment missed = appointments.missed(no, by);
        Set<String> to = new HashSet<>(addressees.applicant(no));
        to.addAll(addressees.role(Role.OPS_REVIEWER));
        mails.send("visit-missed", String.valueOf(missed.id()), no, to, visits.facts(missed));
    }
}
