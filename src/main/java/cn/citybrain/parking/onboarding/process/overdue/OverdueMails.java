package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.answer.AwaitedAnswers;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ConnectingMails;
import cn.citybrain.parking.onboarding.process.mail.Manner;
import cn.citybrain.parking.onboarding.process.mail.Post;
import cn.citybrain.parking.onboarding.process.mail.Post.AtTask;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Mails about overdue steps: to the supervisors, and to those whom a step waits for. */
@Component
class OverdueMails {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ProcessMails mails;
    private final ConnectingMails connecting;
    private final Addressees addressees;
    private final LotBindings bindings;
    private final TaskService tasks;
    private final AwaitedAnswers waits;
    private final Clock clock;

    OverdueMails(
            ProcessMails mails,
            ConnectingMails connecting,
            Addressees addressees,
            LotBindings bindings,
            TaskService tasks,
            AwaitedAnswers waits,
            Clock clock) {
        this.mails = mails;
        this.connecting = connecting;
        this.addressees = addressees;
        this.bindings = bindings;
        this.tasks = tasks;
        this.waits = waits;
        this.clock = clock;
    }

    /**
     * To all supervisors, when the escalation begins: with the full hour's mail, as long as its task waits for one of them.
     *
     * @param task 处理超期
     */
    void begun(OverdueStep step, DelegateTask task) {
        send(
                step.isTask() ? "task-escalation" : "wait-escalation",
                task.getProcessInstanceId(),
                step,
                Optional.of(at(task.getId(), task.getDueDate())),
                Manner.OVERDUE,
                supervisors(),
                Map.of());
    }

    /** To all supervisors, at once: nothing came of it. */
    void raised(OverdueStep step, int level, DelegateTask task) {
        send(
                "overdue-again",
                task.getProcessInstanceId() + "/" + level,
                step,
                Optional.of(at(task.getId(), task.getDueDate())),
                Manner.AT_ONCE,
                supervisors(),
                Map.of("level", level, "since", MINUTE.withZone(clock.getZone()).format(step.since())));
    }

    /** To those whom a step waits for: a supervisor's word, which nobody does without. */
    void remind(OverdueStep step, String turn) {
        if (step.isTask()) {
            Optional.ofNullable(tasks.createTaskQuery().taskId(step.taskId()).singleResult())
                    .ifPresent(task -> send(
                            "task-reminder",
                            turn,
                            step,
                            Optional.of(at(task.getId(), task.getDueDate())),
                            Manner.AT_ONCE,
                            workers(task, step),
                            Map.of()));
        } else if (waits.asksFor(step.executionId())) {
            askReviewers(step, turn);
        } else {
            lot(step)
                    .ifPresentOrElse(
                            lot -> connecting.send("record-reminder", turn, lot, Manner.AT_ONCE, Map.of()),
                            () -> askReviewers(step, turn));
        }
    }

    private void askReviewers(OverdueStep step, String turn) {
        Set<String> reviewers = addressees.role(Role.OPS_REVIEWER);
        send("wait-reminder", turn, step, Optional.empty(), Manner.AT_ONCE, reviewers, Map.of());
    }

    private Set<String> workers(Task task, OverdueStep step) {
        if (task.getAssignee() != null) {
            return addressees.person(task.getAssignee());
        }
        Set<String> to = new LinkedHashSet<>();
        tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .forEach(group -> to.addAll(addressees.candidates(group, step.applicationNo(), lot(step))));
        return to;
    }

    private static AtTask at(String taskId, Date due) {
        return new AtTask(taskId, due == null ? null : due.toInstant());
    }

    private Set<String> supervisors() {
        return addressees.role(Role.OPS_SUPERVISOR);
    }

    private Optional<LotBinding> lot(OverdueStep step) {
        return Optional.ofNullable(step.bindingId()).flatMap(bindings::byId);
    }

    private void send(
            String template,
            String turn,
            OverdueStep step,
            Optional<AtTask> task,
            Manner manner,
            Collection<String> to,
            Map<String, Object> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put(step.isTask() ? "task" : "wait", step.name());
        model.put("name", step.name());
        mails.send(new Post(template, turn, step.applicationNo(), lot(step), task, manner), to, model);
    }
}
