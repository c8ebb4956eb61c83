package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.answer.AwaitedAnswers;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Mails about overdue steps: to the supervisors, and to those whom a step waits for. */
@Component
class OverdueMails {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日");

    private final ProcessMails mails;
    private final Addressees addressees;
    private final LotBindings bindings;
    private final TaskService tasks;
    private final AwaitedAnswers waits;
    private final Clock clock;

    OverdueMails(
            ProcessMails mails,
            Addressees addressees,
            LotBindings bindings,
            TaskService tasks,
            AwaitedAnswers waits,
            Clock clock) {
        this.mails = mails;
        this.addressees = addressees;
        this.bindings = bindings;
        this.tasks = tasks;
        this.waits = waits;
        this.clock = clock;
    }

    /** To all supervisors, when the escalation begins. */
    void begun(OverdueStep step, String instance) {
        send(step.isTask() ? "task-escalation" : "wait-escalation", instance, step, supervisors(), Map.of());
    }

    /** To all supervisors: nothing came of it. */
    void raised(OverdueStep step, int level) {
        String since = DAY.withZone(clock.getZone()).format(step.since());
        send(
                "overdue-again",
                step.instanceId() + "/" + level,
                step,
                supervisors(),
                Map.of("level", level, "since", since));
    }

    /** To those whom a step waits for. */
    void remind(OverdueStep step, String turn) {
        if (step.isTask()) {
            Optional.ofNullable(tasks.createTaskQuery().taskId(step.taskId()).singleResult())
                    .ifPresent(task -> send("task-reminder", turn, step, workers(task, step), description(task)));
        } else if (waits.asksFor(step.executionId())) {
            send("wait-reminder", turn, step, addressees.role(Role.OPS_REVIEWER), Map.of());
        } else {
            lot(step)
                    .ifPresentOrElse(
                            lot -> mails.sendAboutLot("record-reminder", turn, lot, addressees.ofLot(lot), Map.of()),
                            () -> send("wait-reminder", turn, step, addressees.role(Role.OPS_REVIEWER), Map.of()));
        }
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

    private static Map<String, Object> description(Task task) {
        return Map.of("description", Optional.ofNullable(task.getDescription()).orElse(""));
    }

    private Set<String> supervisors() {
        return addressees.role(Role.OPS_SUPERVISOR);
    }

    private Optional<LotBinding> lot(OverdueStep step) {
        return Optional.ofNullable(step.bindingId()).flatMap(bindings::byId);
    }

    private void send(
            String template, String turn, OverdueStep step, Collection<String> to, Map<String, Object> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put(step.isTask() ? "task" : "wait", step.name());
        model.put("name", step.name());
        model.put("about", lot(step).map(lot -> "停车场：" + lot.lotName() + "\n").orElse(""));
        mails.send(template, turn, step.applicationNo(), lot(step), to, model);
    }
}
