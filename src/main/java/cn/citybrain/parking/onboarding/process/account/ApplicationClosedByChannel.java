package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 通知车场方渠道拒绝: with the channel's words, recorded when they came. */
@Component("applicationClosedByChannel")
class ApplicationClosedByChannel implements JavaDelegate {

    private final ProcessMails mails;
    private final Addressees addressees;

    ApplicationClosedByChannel(ProcessMails mails, Addressees addressees) {
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void execute(DelegateExecution step) {
        String no = Variables.APPLICATION_NO.get(step);
        Map<String, Object> values = Map.of("reason", Variables.REFUSAL_REASON.get(step));
        mails.send("channel-refused", no, no, addressees.applicant(no), values);
    }
}
