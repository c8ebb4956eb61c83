package cn.citybrain.parking.onboarding.process.visit;

import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.application.visit.StepPapers;
import org.springframework.stereotype.Component;

/**
 * The channel's word, good or bad, ends the visit's task. A contract that was uploaded by then counts as if the task had been
 * done: it stays with its visit, and is not taken for the contract of a later one.
 */
@Component
public class UploadedContract {

    private final StepPapers papers;
    private final Appointments appointments;

    UploadedContract(StepPapers papers, Appointments appointments) {
        this.papers = papers;
        this.appointments = appointments;
    }

    public void keep(String no) {
        papers.loose(no, StepPaper.CONTRACT)
                .ifPresent(contract -> appointments.held(no, contract.id(), contract.uploadedBy()));
    }
}
