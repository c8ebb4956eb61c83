package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.LotRefusals;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import cn.citybrain.parking.onboarding.merchant.LotWord.Kind;
import cn.citybrain.parking.onboarding.process.Deciders;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * What people decide about a lot that its channel refused. Who hands it to somebody else says why; giving up is a withdrawal
 * with the channel's words as its reason.
 */
@Component
class RefusalDecisions {

    private final LotRefusals refusals;
    private final LotBindings bindings;
    private final Deciders deciders;

    RefusalDecisions(LotRefusals refusals, LotBindings bindings, Deciders deciders) {
        this.refusals = refusals;
        this.bindings = bindings;
        this.deciders = deciders;
    }

    void resubmit(DelegateTask task, Role as) {
        note(task, Kind.RESUBMITTED, as);
    }

    /**
     * @param kind ASKED or RETURNED
     * @param wanted what they have to say, in Chinese
     */
    void handOver(DelegateTask task, Kind kind, Role as, String wanted) {
        List<LotWord> said = refusals.of(Variables.BINDING_ID.get(task));
        boolean explained = !said.isEmpty()
                && said.get(said.size() - 1).kind() == Kind.NOTE
                && said.get(said.size() - 1).party().equals(as.group());
        if (!explained) {
            throw new StepRefused(wanted);
        }
        note(task, kind, as);
    }

    void giveUp(DelegateTask task, Role as) {
        note(task, Kind.GIVEN_UP, as);
        bindings.giveUpRefused(
                Variables.BINDING_ID.get(task), deciders.of(task), "渠道拒绝注册：" + Variables.LOT_REFUSAL.get(task));
    }

    private void note(DelegateTask task, Kind kind, Role as) {
        refusals.add(Variables.BINDING_ID.get(task), kind, as.group(), deciders.of(task), "");
    }
}
