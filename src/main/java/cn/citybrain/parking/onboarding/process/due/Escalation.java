package cn.citybrain.parking.onboarding.process.due;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 上报运营公司主管: somebody outside has not answered in time. The wait goes on. */
@Component("escalation")
class Escalation implements JavaDelegate {

    private final ProcessMails mails;
    private final Addressees addressees;
    private final WaitNames waits;

    Escalation(ProcessMails mails, Addressees addressees, WaitNames waits) {
        this.mails = mails;
        this.addressees = addressees;
        this.waits = waits;
    }

    @Override
    public void execute(DelegateExecution step) {
        String no = Variables.APPLICATION_NO.get(step);
        Map<String, Object> values = Map.of("wait", waits.before(step), "about", waits.about(step));
        mails.send("wait-escalation", step.getActivityInstanceId(), no, addressees.role(Role.OPS_SUPERVISOR), values);
    }
}
