package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.Manner;
import cn.citybrain.parking.onboarding.process.mail.Post;
import cn.citybrain.parking.onboarding.process.mail.Post.AtTask;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Tells somebody that a task is theirs now, from whom, and why. */
@Component
class HandOverMails {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ProcessMails mails;
    private final Mailer mailer;
    private final Addressees addressees;
    private final LotBindings bindings;
    private final TaskService tasks;
    private final People people;
    private final PublicAddress address;
    private final Clock clock;

    HandOverMails(
            ProcessMails mails,
            Mailer mailer,
            Addressees addressees,
            LotBindings bindings,
            TaskService tasks,
            People people,
            PublicAddress address,
            Clock clock) {
        this.mails = mails;
        this.mailer = mailer;
        this.addressees = addressees;
        this.bindings = bindings;
        this.tasks = tasks;
        this.people = people;
        this.address = address;
        this.clock = clock;
    }

    /** @param id of the row that tells of it */
    void handed(long id, Task task, HandOver move, Instant due) {
        Map<String, Object> known =
                tasks.getVariables(task.getId(), List.of(Variables.APPLICATION_NO.name(), Variables.BINDING_ID.name()));
        Optional<LotBinding> lot = Optional.ofNullable((Long) known.get(Variables.BINDING_ID.name()))
                .flatMap(bindings::byId);
        Map<String, Object> values = new HashMap<>();
        values.put("name", task.getName());
        values.put("by", people.nameOf(move.by()));
        values.put("word", Reasons.safe(move.word()));
        String turn = String.valueOf(id);
        if (known.get(Variables.APPLICATION_NO.name()) instanceof String no) {
            Optional<AtTask> at = Optional.of(new AtTask(task.getId(), due));
            Post post = new Post("task-handed-over", turn, no, lot, at, Manner.AT_ONCE);
            mails.send(post, addressees.person(move.to()), values);
        } else {
            values.put("until", until(due));
            values.put("link", address.task(task.getId()));
            addressees
                    .person(move.to())
                    .forEach(to -> mailer.enqueue(
                            "house-task-handed-over/" + turn + "/" + to, to, "house-task-handed-over", values));
        }
    }

    private String until(Instant due) {
        return due == null ? "请尽快" : "请在 " + MINUTE.withZone(clock.getZone()).format(due) + " 前";
    }
}
