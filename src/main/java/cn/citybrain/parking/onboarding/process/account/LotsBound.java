package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.life.Applications;
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

    private final Applications applications;
    private final LotBindings bindings;

    LotsBound(Applications applications, LotBindings bindings) {
        this.applications = applications;
        this.bindings = bindings;
    }

    @Override
    public void notify(DelegateTask task) {
        String no = Variables.APPLICATION_NO.get(task);
        List<String> lots = applications.chosenLots(no);
        if (lots.isEmpty()) {
            throw new StepRefused("请至少选择一个停车场");
        }
        Variables.BINDING_COUNT.set(task.getExecution(), bindings.bind(no, lots).size());
        applications.testing(no);
    }
}
