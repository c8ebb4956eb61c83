package cn.citybrain.parking.onboarding.process.withdrawal;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.deduction.record.LeftOverBills;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import cn.citybrain.parking.onboarding.process.mail.Yuan;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 关闭停车场接入: the channel knows, the lot is free for another application. */
@Component("lotWithdrawn")
class LotWithdrawn implements JavaDelegate {

    private final LotBindings bindings;
    private final LeftOverBills leftOvers;
    private final Refunds refunds;
    private final ProcessMails mails;
    private final Addressees addressees;

    LotWithdrawn(
            LotBindings bindings, LeftOverBills leftOvers, Refunds refunds, ProcessMails mails, Addressees addressees) {
        this.bindings = bindings;
        this.leftOvers = leftOvers;
        this.refunds = refunds;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void execute(DelegateExecution step) {
        LotBinding lot = bindings.byId(Variables.BINDING_ID.get(step)).orElseThrow();
        bindings.withdrawn(lot.id());
        leftOvers.refuse(lot.id());
        String reason = Optional.ofNullable(lot.withdrawalReason()).orElse("没有填写");
        Map<String, Object> values = Map.of("reason", Reasons.safe(reason));
        mails.sendAboutLot("lot-withdrawn", String.valueOf(lot.id()), lot, addressees.ofLot(lot), values);
        tellOfMoney(lot);
    }

    /** A deduction that was under way when the lot was withdrawn may have succeeded. */
    private void tellOfMoney(LotBinding lot) {
        int kept = refunds.kept(lot.id());
        if (kept > 0) {
            mails.sendAboutLot(
                    "lot-withdrawn-charged",
                    String.valueOf(lot.id()),
                    lot,
                    addressees.role(Role.OPS_SUPERVISOR),
                    Map.of("amount", Yuan.of(kept)));
        }
    }
}
