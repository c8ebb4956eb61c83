package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * 告知签约链接过期: the same application is submitted again, so that there will be a new link. Counted where the model lets a
 * person decide in the end.
 */
@Component("signatureExpired")
class SignatureExpired implements JavaDelegate {

    private final ProcessMails mails;
    private final Addressees addressees;

    SignatureExpired(ProcessMails mails, Addressees addressees) {
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void execute(DelegateExecution step) {
        String no = Variables.APPLICATION_NO.get(step);
        Long renewals = Variables.RENEWALS.find(step);
        if (renewals != null) {
            Variables.RENEWALS.set(step, renewals + 1);
        }
        mails.send("signature-expired", step.getActivityInstanceId(), no, addressees.applicant(no), Map.of());
    }
}
