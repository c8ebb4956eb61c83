package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.account.MailWishes;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.notification.GroupTasks;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.words.MailAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Who may still take tasks that mails were collected about, as the engine has them now. */
@Component
class TaskTakers implements GroupTasks {

    private static final List<String> SUBJECT = List.of(Variables.APPLICATION_NO.name(), Variables.BINDING_ID.name());

    private final TaskService tasks;
    private final EngineRights rights;
    private final Addressees addressees;
    private final LotBindings bindings;
    private final MailWishes wishes;
    private final SendingHours hours;

    TaskTakers(
            TaskService tasks,
            EngineRights rights,
            Addressees addressees,
            LotBindings bindings,
            MailWishes wishes,
            SendingHours hours) {
        this.tasks = tasks;
        this.rights = rights;
        this.addressees = addressees;
        this.bindings = bindings;
        this.wishes = wishes;
        this.hours = hours;
    }

    @Override
    public Instant nextHour(Instant after) {
        return hours.next(after);
    }

    @Override
    public Map<String, Set<String>> takers(Collection<String> taskIds) {
        return rights.own(() -> {
            Map<String, Set<String>> ofGroups = new HashMap<>();
            return tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).taskUnassigned().list().stream()
                    .collect(Collectors.toMap(Task::getId, task -> takers(task, ofGroups)));
        });
    }

    /** @param known by group and subject, so that many tasks of one group ask for its people once */
    private Set<String> takers(Task task, Map<String, Set<String>> known) {
        Map<String, Object> subject = tasks.getVariables(task.getId(), SUBJECT);
        String no = (String) subject.get(Variables.APPLICATION_NO.name());
        Optional<LotBinding> lot = Optional.ofNullable((Long) subject.get(Variables.BINDING_ID.name()))
                .flatMap(bindings::byId);
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .flatMap(group -> known
                        .computeIfAbsent(
                                group + "/" + no + "/"
                                        + lot.map(LotBinding::lotCode).orElse(""),
                                key -> keys(addressees.candidates(group, no, lot)))
                        .stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> keys(Set<String> addresses) {
        return addresses.stream().map(MailAddress::key).collect(Collectors.toSet());
    }

    @Override
    public Set<String> unreminded(Collection<String> addresses) {
        return wishes.unreminded(addresses);
    }
}
