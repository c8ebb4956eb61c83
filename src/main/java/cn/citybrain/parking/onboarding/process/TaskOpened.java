package cn.citybrain.parking.onboarding.process;

import java.text.SimpleDateFormat;
import java.util.Map;
import java.util.TimeZone;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A task begins: an old decision must not be taken for the new one, and those who can do the task get a mail. */
@Component("taskOpened")
class TaskOpened implements TaskListener {

    private final TaskMails mails;

    TaskOpened(TaskMails mails) {
        this.mails = mails;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskSubmission.of(task).decisions().keySet().forEach(task.getExecution()::removeVariable);
        SimpleDateFormat format = new SimpleDateFormat("yyyy 年 M 月 d 日 HH:mm");
        format.setTimeZone(TimeZone.getTimeZone("Asia/Shanghai"));
        mails.toCandidates("task-waiting", task, Map.of("due", format.format(task.getDueDate())));
    }
}
