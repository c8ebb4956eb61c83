package cn.citybrain.parking.onboarding.process.device;

import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** 补装 is over: its lots can join the account, which the operator does. */
@Component("moreDevicesInstalled")
class MoreDevicesInstalled implements ExecutionListener {

    private final ProcessMails mails;
    private final Addressees addressees;

    MoreDevicesInstalled(ProcessMails mails, Addressees addressees) {
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String no = Variables.APPLICATION_NO.get(execution);
        mails.send("devices-accepted", execution.getId(), no, addressees.applicant(no), Map.of());
    }
}
