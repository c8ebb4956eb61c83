package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.Deadline;
import cn.citybrain.parking.onboarding.process.mail.Manner;
import cn.citybrain.parking.onboarding.process.mail.Post;
import cn.citybrain.parking.onboarding.process.mail.Post.AtTask;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells somebody that a task is theirs now, from whom, and why; and whose it was, if somebody else took it from them. */
@Component
class HandOverMails {

    private final ProcessMails mails;
    private final Mailer mailer;
    private final Addressees addressees;
    private final LotBindings bindings;
    private final TaskService tasks;
    private final People people;
    private final PublicAddress address;
    private final Deadline deadline;

    HandOverMails(
            ProcessMails mails,
            Mailer mailer,
            Addressees addressees,
            LotBindings bindings,
            TaskService tasks,
            People people,
            PublicAddress address,
            Deadline deadline) {
        this.mails = mails;
        this.mailer = mailer;
        this.addressees = addressees;
        this.bindings = bindings;
        this.tasks = tasks;
        this.people = people;
        this.address = address;
        this.deadline = deadline;
    }

    /** @param id of the row that tells of it */
    void handed(long id, Task task, HandOver move, Instant due) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", task.getName());
        values.put("by", people.nameOf(move.by()));
        values.put("to", people.nameOf(move.to()));
        values.put("word", Reasons.safe(move.word()));
        values.put("until", deadline.until(due));
        tell("task-handed-over", id, move.to(), task, Optional.of(new AtTask(task.getId(), due)), values);
        if (move.kind() == HandOver.Kind.REASSIGNED
                && move.from() != null
                && !move.from().equals(move.to())) {
            tell("task-taken-over", id, move.from(), task, Optional.empty(), values);
        }
    }

    private void tell(
            String template, long id, String userId, Task task, Optional<AtTask> at, Map<String, Object> values) {
        Map<String, Object> known =
                tasks.getVariables(task.getId(), List.of(Variables.APPLICATION_NO.name(), Variables.BINDING_ID.name()));
        Set<String> addresses = addressees.person(userId);
        if (known.get(Variables.APPLICATION_NO.name()) instanceof String no) {
            Optional<LotBinding> lot = Optional.ofNullable((Long) known.get(Variables.BINDING_ID.name()))
                    .flatMap(bindings::byId);
            mails.send(new Post(template, String.valueOf(id), no, lot, at, Manner.AT_ONCE), addresses, values);
        } else {
            values.put("link", address.task(task.getId()));
            addresses.forEach(
                    to -> mailer.enqueue("house-" + template + "/" + id + "/" + to, to, "house-" + template, values));
        }
    }
}
