package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.application.Applications;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 通知车场方渠道拒绝: with the channel's words, recorded when they came. */
@Component("applicationClosedByChannel")
class ApplicationClosedByChannel implements JavaDelegate {

    private final Applications applications;
    private final ProcessMails mails;
    private final Addressees addressees;

    ApplicationClosedByChannel(Applications applications, ProcessMails mails, Addressees addressees) {
        this.applications = applications;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void execute(DelegateExecution step) {
        String no = Variables.APPLICATION_NO.get(step);
        String reason =
                Optional.ofNullable(applications.byNo(no).channelStateText()).orElse("渠道没有说明");
        mails.send("channel-refused", no, no, addressees.applicant(no), Map.of("reason", Reasons.safe(reason)));
    }
}
