package cn.citybrain.parking.onboarding.process;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** Who completes a task. */
@Component
public class Deciders {

    private final IdentityService identity;

    Deciders(IdentityService identity) {
        this.identity = identity;
    }

    public String of(DelegateTask task) {
        var login = identity.getCurrentAuthentication();
        if (login != null && login.getUserId() != null) {
            return login.getUserId();
        }
        if (task.getAssignee() == null) {
            throw new StepRefused("请先认领任务，再提交");
        }
        return task.getAssignee();
    }
}
