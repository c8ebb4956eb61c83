package cn.citybrain.parking.onboarding.process.task;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * A task begins: an old decision must not be taken for the new one, and those who can do the task get a mail, unless one of
 * them has just opened it: who starts a process or completes the task before is led straight into this one. Who comes back to a stage because something is to be corrected has had a mail with the reasons.
 */
@Component("taskOpened")
class TaskOpened implements TaskListener {

    private static final Set<ApplicationState> CORRECTED =
            Set.of(ApplicationState.RETURNED, ApplicationState.CHANNEL_REFUSED);

    private final TaskMails mails;
    private final Applications applications;
    private final IdentityService identity;

    TaskOpened(TaskMails mails, Applications applications, IdentityService identity) {
        this.mails = mails;
        this.applications = applications;
        this.identity = identity;
    }

    @Override
    public void notify(DelegateTask task) {
        Optional.ofNullable(Variables.REVIEW_TASK.find(task))
                .filter(name -> calledReview(task))
                .ifPresent(task::setName);
        TaskSubmission properties = TaskSubmission.of(task);
        properties.decisions().keySet().forEach(task.getExecution()::removeVariable);
        if (!properties.mail().isEmpty()
                && !isExpected(task)
                && !(properties.stage().isPresent() && isCorrected(task))) {
            mails.opened(properties.mail(), task);
        }
    }

    /** 受理 is a model that procedures call, some under a name of their own. */
    private static boolean calledReview(DelegateTask task) {
        return TaskSubmission.of(task).decisions().containsKey(Variables.REVIEW_DECISION.name());
    }

    /** Whether somebody who can do it has just opened it: they are led into it. */
    private boolean isExpected(DelegateTask task) {
        var login = identity.getCurrentAuthentication();
        return login != null
                && login.getGroupIds() != null
                && task.getCandidates().stream().map(IdentityLink::getGroupId).anyMatch(login.getGroupIds()::contains);
    }

    private boolean isCorrected(DelegateTask task) {
        return CORRECTED.contains(
                applications.byNo(Variables.APPLICATION_NO.get(task)).state());
    }
}
