package cn.citybrain.parking.onboarding.process.visit;

import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.application.visit.StepPapers;
import cn.citybrain.parking.onboarding.process.Deciders;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * 等待联系上门签约: they came and the contract is signed. The account is opened by the channel's word alone. In models before
 * version 2 a visit that did not happen ends the task, too.
 */
@Component("visitRecorded")
class VisitRecorded implements TaskListener {

    private final Appointments appointments;
    private final StepPapers papers;
    private final Deciders deciders;
    private final MissedVisits missed;

    VisitRecorded(Appointments appointments, StepPapers papers, Deciders deciders, MissedVisits missed) {
        this.appointments = appointments;
        this.papers = papers;
        this.deciders = deciders;
        this.missed = missed;
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
            missed.record(no, by);
        }
    }
}
