package cn.citybrain.parking.onboarding.process.withdrawal;

import cn.citybrain.parking.onboarding.application.life.ApplicationLife;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.work.Correlations;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 撤回 of an application or of a single lot. What waits ends at once; a deduction under way gets its outcome first. */
@Component
public class Withdrawals {

    private static final Set<BindingState> SETTLED =
            EnumSet.of(BindingState.LIVE, BindingState.SUSPENDED, BindingState.WITHDRAWN);

    private final ApplicationLife life;
    private final LotBindings bindings;
    private final Correlations correlations;

    Withdrawals(ApplicationLife life, LotBindings bindings, Correlations correlations) {
        this.life = life;
        this.bindings = bindings;
        this.correlations = correlations;
    }

    /**
     * Before the gates the whole application ends; during them every lot that is not live is given up.
     *
     * @throws StepRefused if nothing is left to withdraw
     */
    @Transactional
    public void application(String no, String by, String reason) {
        List<LotBinding> lots = bindings.ofApplication(no);
        if (lots.isEmpty()) {
            life.withdrawn(no, by, reason);
            correlations.withdrawApplication(no);
            return;
        }
        List<LotBinding> open =
                lots.stream().filter(lot -> !SETTLED.contains(lot.state())).toList();
        if (open.isEmpty()) {
            throw new StepRefused("停车场都已正式接入或撤回，没有可以撤回的内容");
        }
        open.forEach(lot -> lot(lot.id(), by, reason));
    }

    /** @throws StepRefused if the lot is live or withdrawn */
    @Transactional
    public void lot(long bindingId, String by, String reason) {
        LotBinding lot = bindings.byId(bindingId).orElseThrow();
        if (SETTLED.contains(lot.state())) {
            throw new StepRefused("停车场 " + lot.lotName() + " 已正式接入或撤回，不能撤回");
        }
        bindings.requestWithdrawal(bindingId, by, reason);
        correlations.withdrawLot(bindingId);
    }
}
