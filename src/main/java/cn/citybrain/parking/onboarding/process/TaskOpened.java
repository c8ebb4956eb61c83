package cn.citybrain.parking.onboarding.process;

import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A task begins: an old decision must not be taken for the new one, and those who can do the task get a mail. */
@Component("taskOpened")
class TaskOpened implements TaskListener {

    private static final DateTimeFormatter DUE = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日 HH:mm");

    private final TaskMails mails;
    private final Clock clock;

    TaskOpened(TaskMails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskSubmission properties = TaskSubmission.of(task);
        properties.decisions().keySet().forEach(task.getExecution()::removeVariable);
        if (!properties.mail().isEmpty()) {
            String due = DUE.withZone(clock.getZone()).format(task.getDueDate().toInstant());
            mails.toCandidates(properties.mail(), task, Map.of("due", due));
        }
    }
}
