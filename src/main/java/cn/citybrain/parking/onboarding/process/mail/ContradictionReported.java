package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.deduction.DeductionContradicted;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the supervisors that a channel contradicted a deduction that was settled: no step of a process waits for it. */
@Component
class ContradictionReported {

    private final LotBindings bindings;
    private final ProcessMails mails;
    private final Addressees addressees;

    ContradictionReported(LotBindings bindings, ProcessMails mails, Addressees addressees) {
        this.bindings = bindings;
        this.mails = mails;
        this.addressees = addressees;
    }

    @ApplicationModuleListener(id = "process.contradiction")
    void on(DeductionContradicted event) {
        LotBinding lot = bindings.byId(event.bindingId()).orElseThrow();
        mails.sendAboutLot(
                "deduction-contradicted",
                String.valueOf(event.deductionId()),
                lot,
                addressees.role(Role.OPS_SUPERVISOR),
                Map.of("text", Reasons.safe(event.text())));
    }
}
