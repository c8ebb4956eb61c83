package cn.citybrain.parking.onboarding.process.due;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.Manner;
import cn.citybrain.parking.onboarding.process.mail.Post;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒尽快完成实车测试. */
@Component("recordReminder")
class RecordReminder implements JavaDelegate {

    private final LotBindings bindings;
    private final ProcessMails mails;
    private final Addressees addressees;
    private final Clock clock;

    RecordReminder(LotBindings bindings, ProcessMails mails, Addressees addressees, Clock clock) {
        this.bindings = bindings;
        this.mails = mails;
        this.addressees = addressees;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution step) {
        LotBinding lot = bindings.byId(Variables.BINDING_ID.get(step)).orElseThrow();
        // two reminders that fall on one day, counted from a sign of life long ago, are one mail
        String today = lot.id() + "/" + LocalDate.now(clock);
        Post post = new Post(
                "record-reminder", today, lot.applicationNo(), Optional.of(lot), Optional.empty(), Manner.REMINDER);
        mails.send(post, addressees.ofLot(lot), Map.of());
    }
}
