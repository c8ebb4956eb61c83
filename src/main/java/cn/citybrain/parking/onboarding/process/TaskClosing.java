package cn.citybrain.parking.onboarding.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The last look at a completion, however it came: the decision is one that the step knows, for its own application. */
@Component("taskClosing")
class TaskClosing implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        TaskSubmission.of(task).decisions().forEach((name, allowed) -> {
            if (!allowed.contains(String.valueOf(task.getVariable(name)))) {
                throw new StepRefused("请先选择处理结果，再完成任务");
            }
        });
        String key = task.getExecution().getProcessBusinessKey();
        String no = Variables.APPLICATION_NO.get(task);
        if (!key.equals(no) && !key.startsWith(no + "-")) {
            throw new StepRefused("任务不属于申请 " + no);
        }
    }
}
