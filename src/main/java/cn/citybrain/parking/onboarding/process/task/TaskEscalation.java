package cn.citybrain.parking.onboarding.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A task is overdue: the supervisors are told. They don't get the task: it stays with those whose role it is. */
@Component("taskEscalation")
class TaskEscalation implements TaskListener {

    private final TaskMails mails;

    TaskEscalation(TaskMails mails) {
        this.mails = mails;
    }

    @Override
    public void notify(DelegateTask task) {
        mails.toSupervisors("task-escalation", task);
    }
}
