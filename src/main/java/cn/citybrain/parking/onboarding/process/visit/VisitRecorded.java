package cn.citybrain.parking.onboarding.process.visit;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.Appointment;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.application.visit.StepPapers;
import cn.citybrain.parking.onboarding.process.Deciders;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 等待联系上门签约: they came and the contract is signed, or they did not come. The account is opened by the channel's word alone. */
@Component("visitRecorded")
class VisitRecorded implements TaskListener {

    private final Appointments appointments;
    private final StepPapers papers;
    private final Deciders deciders;
    private final VisitProposals visits;
    private final ProcessMails mails;
    private final Addressees addressees;

    VisitRecorded(
            Appointments appointments,
            StepPapers papers,
            Deciders deciders,
            VisitProposals visits,
            ProcessMails mails,
            Addressees addressees) {
        this.appointments = appointments;
        this.papers = papers;
        this.deciders = deciders;
        this.visits = visits;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void notify(DelegateTask task) {
        String no = Variables.APPLICATION_NO.get(task);
        String by = deciders.of(task);
        if ("signed".equals(Variables.VISIT_OUTCOME.get(task))) {
            String contract = papers.loose(no, StepPaper.CONTRACT)
                    .orElseThrow(() -> new StepRefused("请先上传签好的合同照片，再选择“已签约”"))
                    .id();
            appointments.held(no, contract, by);
        } else {
            missed(task, no, appointments.missed(no, by));
        }
    }

    private void missed(DelegateTask task, String no, Appointment visit) {
        Set<String> to = new HashSet<>(addressees.applicant(no));
        to.addAll(addressees.role(Role.OPS_REVIEWER));
        mails.send("visit-missed", task.getId(), no, to, visits.facts(visit));
    }
}
