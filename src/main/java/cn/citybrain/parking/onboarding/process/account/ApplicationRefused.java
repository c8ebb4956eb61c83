package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 通知车场方未受理: the refusal itself was recorded when the reviewer decided. */
@Component("applicationRefused")
class ApplicationRefused implements JavaDelegate {

    private final ProcessMails mails;
    private final Addressees addressees;

    ApplicationRefused(ProcessMails mails, Addressees addressees) {
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void execute(DelegateExecution step) {
        String no = Variables.APPLICATION_NO.get(step);
        mails.send("refused", no, no, addressees.applicant(no), Map.of("reason", Variables.REFUSAL_REASON.get(step)));
    }
}
