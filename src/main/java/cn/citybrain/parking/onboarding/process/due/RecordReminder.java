package cn.citybrain.parking.onboarding.process.due;

import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.ConnectingMails;
import cn.citybrain.parking.onboarding.process.mail.Manner;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 提醒尽快完成实车测试. */
@Component("recordReminder")
class RecordReminder implements JavaDelegate {

    private final LotBindings bindings;
    private final ConnectingMails mails;
    private final Clock clock;

    RecordReminder(LotBindings bindings, ConnectingMails mails, Clock clock) {
        this.bindings = bindings;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution step) {
        LotBinding lot = bindings.byId(Variables.BINDING_ID.get(step)).orElseThrow();
        // two reminders that fall on one day, counted from a sign of life long ago, are one mail
        String today = lot.id() + "/" + LocalDate.now(clock);
        mails.send("record-reminder", today, lot, Manner.REMINDER, Map.of());
    }
}
