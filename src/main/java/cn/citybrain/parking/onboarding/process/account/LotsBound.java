package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.life.ApplicationLife;
import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** 配置停车场收款账户: freezes the operator's choice before the gates are opened. */
@Component("lotsBound")
class LotsBound implements TaskListener {

    private final ChosenLots chosen;
    private final ApplicationLife life;
    private final LotBindings bindings;

    LotsBound(ChosenLots chosen, ApplicationLife life, LotBindings bindings) {
        this.chosen = chosen;
        this.life = life;
        this.bindings = bindings;
    }

    @Override
    public void notify(DelegateTask task) {
        String no = Variables.APPLICATION_NO.get(task);
        List<String> lots = chosen.of(no);
        if (lots.isEmpty()) {
            throw new StepRefused("请至少选择一个停车场");
        }
        Variables.BINDING_COUNT.set(task.getExecution(), bindings.bind(no, lots).size());
        life.testing(no);
    }
}
