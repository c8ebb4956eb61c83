package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** A gate begins: for a binding of the frozen list, or for a lot that is added to an open account (增加停车场). */
@Component("gateStarted")
class GateStarted implements ExecutionListener {

    private final Applications applications;
    private final LotBindings bindings;

    GateStarted(Applications applications, LotBindings bindings) {
        this.applications = applications;
        this.bindings = bindings;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String no = Variables.APPLICATION_NO.get(execution);
        boolean called = execution.getSuperExecution() != null;
        LotBinding binding = called
                ? bindings.byId(Variables.BINDING_ID.get(execution)).orElseThrow()
                : added(no, Variables.LOT_CODE.get(execution));
        Variables.BINDING_ID.set(execution, binding.id());
        Variables.LOT_CODE.set(execution, binding.lotCode());
        Variables.CHANNEL.set(execution, binding.channel());
        execution.setProcessBusinessKey(no + "-" + binding.lotCode());
    }

    private LotBinding added(String no, String lotCode) {
        applications.lotObstacle(no, lotCode).ifPresent(why -> {
            throw new StepRefused(why);
        });
        applications.requirePlace(no, lotCode);
        return bindings.add(no, lotCode);
    }
}
