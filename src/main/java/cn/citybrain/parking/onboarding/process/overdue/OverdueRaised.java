package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/**
 * 再次上报主管: nobody has dealt with an overdue step in as many working days as it had, or what was decided brought nothing.
 * Told to all supervisors again, and more urgent.
 */
@Component("overdueRaised")
class OverdueRaised implements JavaDelegate, TaskListener {

    /** Of Camunda's 0 to 100; an ordinary task has 50. */
    private static final int MOST_URGENT = 100;

    private final OverdueTable table;
    private final OverdueMails mails;

    OverdueRaised(OverdueTable table, OverdueMails mails) {
        this.table = table;
        this.mails = mails;
    }

    /** The task that follows tells them. */
    @Override
    public void execute(DelegateExecution escalation) {
        raise(escalation);
    }

    @Override
    public void notify(DelegateTask task) {
        int level = raise(task);
        task.setPriority(MOST_URGENT);
        task.setName(OverdueOpened.name(Variables.OVERDUE_NAME.get(task), level));
        table.find(Variables.OVERDUE_STEP.get(task)).ifPresent(step -> mails.raised(step, level, task));
    }

    private int raise(VariableScope escalation) {
        int level = Variables.OVERDUE_LEVEL.get(escalation) + 1;
        Variables.OVERDUE_LEVEL.set(escalation, level);
        table.locked(Variables.OVERDUE_STEP.get(escalation)).ifPresent(step -> table.level(step.stepId(), level));
        return level;
    }
}
