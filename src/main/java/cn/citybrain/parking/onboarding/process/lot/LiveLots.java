package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.deduction.record.LeftOverBills;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a lot live, and its account with the first one. Called by {@link GoLive} only. */
@Component
class LiveLots {

    private final LotBindings bindings;
    private final ReceivingAccounts accounts;
    private final LeftOverBills leftOvers;
    private final ProcessMails mails;
    private final Addressees addressees;
    private final Clock clock;

    LiveLots(
            LotBindings bindings,
            ReceivingAccounts accounts,
            LeftOverBills leftOvers,
            ProcessMails mails,
            Addressees addressees,
            Clock clock) {
        this.bindings = bindings;
        this.accounts = accounts;
        this.leftOvers = leftOvers;
        this.mails = mails;
        this.addressees = addressees;
        this.clock = clock;
    }

    void live(long bindingId) {
        LotBinding lot = bindings.byId(bindingId).orElseThrow();
        bindings.live(bindingId, clock.instant());
        leftOvers.refuse(bindingId);
        mails.sendAboutLot("lot-live", String.valueOf(bindingId), lot, addressees.ofLot(lot), Map.of());
        if (accounts.markLive(lot.accountId())) {
            String no = lot.applicationNo();
            mails.send("account-live", no, no, addressees.applicant(no), Map.of());
        }
    }
}
