package cn.citybrain.parking.onboarding.process.withdrawal;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 关闭申请: the application was withdrawn when somebody asked for it; now that the channel knows, the people are told. Of a draft
 * that was discarded, in a process of an earlier version, nobody ever heard.
 */
@Component("applicationWithdrawn")
class ApplicationWithdrawn implements JavaDelegate {

    private final Applications applications;
    private final ProcessMails mails;
    private final Addressees addressees;

    ApplicationWithdrawn(Applications applications, ProcessMails mails, Addressees addressees) {
        this.applications = applications;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void execute(DelegateExecution step) {
        String no = Variables.APPLICATION_NO.get(step);
        if (applications.byNo(no).state() == ApplicationState.DISCARDED) {
            return;
        }
        mails.send("withdrawn", no, no, addressees.applicant(no), Map.of());
        mails.send("withdrawn", no, no, addressees.role(Role.OPS_REVIEWER), Map.of());
    }
}
