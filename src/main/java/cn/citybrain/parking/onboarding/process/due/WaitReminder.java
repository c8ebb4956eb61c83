package cn.citybrain.parking.onboarding.process.due;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.Manner;
import cn.citybrain.parking.onboarding.process.mail.Post;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒运营公司催办: somebody outside should have answered by now. The wait goes on. */
@Component("waitReminder")
class WaitReminder implements JavaDelegate {

    private final ProcessMails mails;
    private final Addressees addressees;
    private final WaitNames waits;

    WaitReminder(ProcessMails mails, Addressees addressees, WaitNames waits) {
        this.mails = mails;
        this.addressees = addressees;
        this.waits = waits;
    }

    @Override
    public void execute(DelegateExecution step) {
        String no = Variables.APPLICATION_NO.get(step);
        Post post = new Post(
                "wait-reminder", step.getActivityInstanceId(), no, waits.lot(step), Optional.empty(), Manner.REMINDER);
        mails.send(post, addressees.role(Role.OPS_REVIEWER), Map.of("wait", waits.before(step)));
    }
}
