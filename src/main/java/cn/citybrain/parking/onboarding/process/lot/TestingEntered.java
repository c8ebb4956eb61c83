package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 车场进入测试状态: from now on the lot's records count. */
@Component("testingEntered")
class TestingEntered implements JavaDelegate {

    private final LotBindings bindings;
    private final ProcessMails mails;
    private final Addressees addressees;

    TestingEntered(LotBindings bindings, ProcessMails mails, Addressees addressees) {
        this.bindings = bindings;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void execute(DelegateExecution step) {
        LotBinding lot = bindings.byId(Variables.BINDING_ID.get(step)).orElseThrow();
        bindings.testing(lot.id());
        Set<String> to = addressees.ofLot(lot);
        mails.sendAboutLot("testing", String.valueOf(lot.id()), lot, to, Map.of());
    }
}
