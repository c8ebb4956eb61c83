package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.deduction.RefundRequested;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import java.util.Map;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Tells the supervisors that a refund waits for the second pair of eyes: no task of a process says so. */
@Component
class RefundAnnounced {

    private final LotBindings bindings;
    private final ProcessMails mails;
    private final Addressees addressees;

    RefundAnnounced(LotBindings bindings, ProcessMails mails, Addressees addressees) {
        this.bindings = bindings;
        this.mails = mails;
        this.addressees = addressees;
    }

    @ApplicationModuleListener
    void on(RefundRequested event) {
        LotBinding lot = bindings.byId(event.bindingId()).orElseThrow();
        mails.sendAboutLot(
                "refund-requested",
                String.valueOf(event.refundId()),
                lot,
                addressees.role(Role.OPS_SUPERVISOR),
                Map.of("bindingId", lot.id(), "by", event.by(), "reason", Reasons.safe(event.reason())));
    }
}
