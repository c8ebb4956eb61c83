package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 汇总接入结果: every lot is live or withdrawn. */
@Component("conclusion")
class Conclusion implements JavaDelegate {

    private final Applications applications;
    private final LotBindings bindings;
    private final ProcessMails mails;
    private final Addressees addressees;

    Conclusion(Applications applications, LotBindings bindings, ProcessMails mails, Addressees addressees) {
        this.applications = applications;
        this.bindings = bindings;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void execute(DelegateExecution step) {
        String no = Variables.APPLICATION_NO.get(step);
        var lots = bindings.ofApplication(no);
        int live = (int)
                lots.stream().filter(lot -> lot.state() == BindingState.LIVE).count();
        Variables.LIVE_COUNT.set(step, live);
        if (live > 0) {
            applications.done(no);
            mails.send("concluded", no, no, addressees.applicant(no), Map.of("live", live, "lots", lots.size()));
        } else {
            applications.withdrawn(no, "process", "没有停车场正式接入");
            mails.send("withdrawn", no, no, addressees.applicant(no), Map.of());
        }
    }
}
