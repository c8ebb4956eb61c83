package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.life.ApplicationLife;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 汇总接入结果: every lot is live, refused or withdrawn; the application ends by what came of them. */
@Component("conclusion")
class Conclusion implements JavaDelegate {

    private static final Set<BindingState> OPEN =
            EnumSet.of(BindingState.CONFIGURED, BindingState.REGISTERED, BindingState.TESTING);

    private final ApplicationLife life;
    private final LotBindings bindings;
    private final ProcessMails mails;
    private final Addressees addressees;

    Conclusion(ApplicationLife life, LotBindings bindings, ProcessMails mails, Addressees addressees) {
        this.life = life;
        this.bindings = bindings;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public void execute(DelegateExecution step) {
        String no = Variables.APPLICATION_NO.get(step);
        List<LotBinding> lots = newest(bindings.ofApplication(no));
        int live = (int)
                lots.stream().filter(lot -> lot.state() == BindingState.LIVE).count();
        int open = (int) lots.stream().filter(Conclusion::goesOn).count();
        // versions of the models before 2 ask for the number
        Variables.LIVE_COUNT.set(step, live);
        Variables.CONCLUSION.set(
                step, live + open > 0 ? connected(no, live, open, lots.size()) : notConnected(no, lots));
    }

    /** It was added meanwhile and has a gate of its own. */
    private static boolean goesOn(LotBinding lot) {
        return OPEN.contains(lot.state()) && lot.withdrawalRequestedAt() == null;
    }

    /** A lot that came back counts by its newest binding. */
    private static List<LotBinding> newest(List<LotBinding> bound) {
        Map<String, LotBinding> byLot = new LinkedHashMap<>();
        bound.forEach(binding -> byLot.put(binding.lotCode(), binding));
        return List.copyOf(byLot.values());
    }

    /** @param open lots that go on: their account has to stay */
    private String connected(String no, int live, int open, int all) {
        boolean complete = live == all;
        if (complete) {
            life.done(no);
        } else {
            life.partlyDone(no);
        }
        String rest = (open > 0 ? "，" + open + " 个后来增加的还在对接测试" : "") + (live + open < all ? "，其余的渠道没有同意或已撤回" : "");
        String template = complete ? "concluded" : "partly-concluded";
        mails.send(template, no, no, addressees.applicant(no), Map.of("live", live, "lots", all, "rest", rest));
        return complete ? "DONE" : "PARTLY_DONE";
    }

    private String notConnected(String no, List<LotBinding> lots) {
        List<String> refusals = lots.stream()
                .filter(LotBinding::refusedByChannel)
                .map(lot -> lot.lotName() + "：" + lot.withdrawalReason())
                .toList();
        if (refusals.isEmpty()) {
            life.withdrawn(no, "process", "没有停车场正式接入");
            mails.send("withdrawn", no, no, addressees.applicant(no), Map.of());
            return "WITHDRAWN";
        }
        life.lotsRefused(no, String.join("；", refusals));
        Map<String, Object> values = Map.of("reasons", Reasons.list(refusals));
        mails.send("lots-refused", no, no, addressees.applicant(no), values);
        return "LOTS_REFUSED";
    }
}
