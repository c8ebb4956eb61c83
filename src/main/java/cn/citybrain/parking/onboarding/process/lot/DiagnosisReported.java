package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.record.Diagnoses;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.ConnectingMails;
import cn.citybrain.parking.onboarding.process.mail.Manner;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 通知诊断: why the test failed and what to do, to the vendor and the operator. Says each diagnosis once. */
@Component("diagnosisReported")
class DiagnosisReported implements JavaDelegate {

    private final Diagnoses diagnoses;
    private final LotBindings bindings;
    private final ConnectingMails mails;

    DiagnosisReported(Diagnoses diagnoses, LotBindings bindings, ConnectingMails mails) {
        this.diagnoses = diagnoses;
        this.bindings = bindings;
        this.mails = mails;
    }

    @Override
    public void execute(DelegateExecution step) {
        LotBinding lot = bindings.byId(Variables.BINDING_ID.get(step)).orElseThrow();
        diagnoses.latest(lot.id()).ifPresent(diagnosis -> {
            Map<String, Object> values = Map.of("diagnosis", diagnosis.text(), "billNo", diagnosis.billNo());
            mails.send("diagnosis", String.valueOf(diagnosis.id()), lot, Manner.AT_ONCE, values);
        });
    }
}
