package cn.citybrain.parking.onboarding.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A task will soon be due: those who can do it are reminded. */
@Component("taskReminder")
class TaskReminder implements TaskListener {

    private final TaskMails mails;

    TaskReminder(TaskMails mails) {
        this.mails = mails;
    }

    @Override
    public void notify(DelegateTask task) {
        mails.dueSoon(task);
    }
}
