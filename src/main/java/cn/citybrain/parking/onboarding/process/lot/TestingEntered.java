package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.ConnectingMails;
import cn.citybrain.parking.onboarding.process.mail.Manner;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 车场进入测试状态: from now on the lot's records count. */
@Component("testingEntered")
class TestingEntered implements JavaDelegate {

    private final LotBindings bindings;
    private final ConnectingMails mails;

    TestingEntered(LotBindings bindings, ConnectingMails mails) {
        this.bindings = bindings;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution step) {
        LotBinding lot = bindings.byId(Variables.BINDING_ID.get(step)).orElseThrow();
        bindings.testing(lot.id());
        // who connects it hears so from the task that follows
        mails.tell("testing", String.valueOf(lot.id()), lot, Manner.AT_ONCE, Map.of());
    }
}
