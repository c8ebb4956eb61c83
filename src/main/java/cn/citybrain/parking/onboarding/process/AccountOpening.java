package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.Applications;
import cn.citybrain.parking.onboarding.application.Appointments;
import cn.citybrain.parking.onboarding.application.StepPaper;
import cn.citybrain.parking.onboarding.application.StepPapers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The channel has opened the account an application asked for: by its own word, or in writing. */
@Component
class AccountOpening {

    private final Applications applications;
    private final StepPapers papers;
    private final Appointments appointments;
    private final ProcessMails mails;
    private final Addressees addressees;

    AccountOpening(
            Applications applications,
            StepPapers papers,
            Appointments appointments,
            ProcessMails mails,
            Addressees addressees) {
        this.applications = applications;
        this.papers = papers;
        this.appointments = appointments;
        this.mails = mails;
        this.addressees = addressees;
    }

    /** Whether it is open already, while another part of the procedure goes on. */
    boolean done(String no) {
        return applications.byNo(no).state() == ApplicationState.BINDING;
    }

    /** @param text how the application stands at the channel, in words */
    void open(String no, String channelAccount, String text) {
        applications.channelReviewing(no, text, null, applications.byNo(no).expectedAt());
        keepContract(no);
        applications.opened(no, channelAccount);
        mails.send("signed", no, no, addressees.applicant(no), Map.of());
    }

    /** The channel's word ends the visit's task; a contract that was uploaded by then counts as if the task had been done. */
    private void keepContract(String no) {
        papers.loose(no, StepPaper.CONTRACT)
                .ifPresent(contract -> appointments.held(no, contract.id(), contract.uploadedBy()));
    }
}
