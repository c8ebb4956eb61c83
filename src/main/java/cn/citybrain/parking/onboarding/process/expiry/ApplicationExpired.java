package cn.citybrain.parking.onboarding.process.expiry;

import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 告知车场方已过期: the application itself was closed when its time was up. */
@Component("applicationExpired")
class ApplicationExpired implements JavaDelegate {

    private final ProcessMails mails;
    private final Addressees addressees;
    private final ExpirySettings settings;

    ApplicationExpired(ProcessMails mails, Addressees addressees, ExpirySettings settings) {
        this.mails = mails;
        this.addressees = addressees;
        this.settings = settings;
    }

    @Override
    public void execute(DelegateExecution step) {
        String no = Variables.APPLICATION_NO.get(step);
        long days = settings.forgottenAfter().toDays();
        mails.send("application-expired", no, no, addressees.applicant(no), Map.of("days", days));
    }
}
