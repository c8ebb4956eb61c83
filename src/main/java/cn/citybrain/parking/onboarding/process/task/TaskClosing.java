package cn.citybrain.parking.onboarding.process.task;

import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The last look at a completion, however it came: by the one who claimed the task, also when somebody claimed it a moment ago;
 * the decision is one that the step knows, for its own application.
 */
@Component("taskClosing")
class TaskClosing implements TaskListener {

    private final IdentityService identity;

    TaskClosing(IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public void notify(DelegateTask task) {
        var login = identity.getCurrentAuthentication();
        if (login != null && task.getAssignee() != null && !task.getAssignee().equals(login.getUserId())) {
            throw new StepRefused("任务已由 " + task.getAssignee() + " 认领，只有认领人可以办理");
        }
        TaskSubmission.of(task).decisions().forEach((name, allowed) -> {
            if (!allowed.contains(String.valueOf(task.getVariable(name)))) {
                throw new StepRefused("请先选择处理结果，再提交");
            }
        });
        String key = task.getExecution().getProcessBusinessKey();
        String no = Variables.APPLICATION_NO.get(task);
        if (!key.equals(no) && !key.startsWith(no + "-")) {
            throw new StepRefused("任务不属于申请 " + no);
        }
    }
}
