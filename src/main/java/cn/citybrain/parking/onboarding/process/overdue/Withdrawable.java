package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Whether an overdue step is one of an application, or of a lot, that can still be withdrawn. */
@Component
class Withdrawable {

    private static final Set<BindingState> SETTLED =
            EnumSet.of(BindingState.LIVE, BindingState.SUSPENDED, BindingState.WITHDRAWN);

    private final Applications applications;
    private final LotBindings bindings;
    private final TaskService tasks;
    private final RuntimeService runtime;

    Withdrawable(Applications applications, LotBindings bindings, TaskService tasks, RuntimeService runtime) {
        this.applications = applications;
        this.bindings = bindings;
        this.tasks = tasks;
        this.runtime = runtime;
    }

    boolean is(OverdueStep step) {
        return step.bindingId() == null
                ? !applications.byNo(step.applicationNo()).state().isFinal() && isOfTheApplication(step)
                : bindings.byId(step.bindingId()).filter(Withdrawable::open).isPresent();
    }

    private static boolean open(LotBinding lot) {
        return !SETTLED.contains(lot.state()) && lot.withdrawalRequestedAt() == null;
    }

    /** What is done beside it, devices that are installed later for instance, has a key of its own. */
    private boolean isOfTheApplication(OverdueStep step) {
        if (!step.isTask()) {
            return true;
        }
        Task task = tasks.createTaskQuery().taskId(step.taskId()).singleResult();
        ProcessInstance instance = task == null
                ? null
                : runtime.createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult();
        return instance != null && step.applicationNo().equals(instance.getBusinessKey());
    }
}
