package cn.citybrain.parking.onboarding.process.task;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.LotRefusals;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.Manner;
import cn.citybrain.parking.onboarding.process.mail.Post;
import cn.citybrain.parking.onboarding.process.mail.Post.AtTask;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Mails about a user task. */
@Component
class TaskMails {

    private final ProcessMails mails;
    private final Addressees addressees;
    private final LotBindings bindings;
    private final LotRefusals refusals;

    TaskMails(ProcessMails mails, Addressees addressees, LotBindings bindings, LotRefusals refusals) {
        this.mails = mails;
        this.addressees = addressees;
        this.bindings = bindings;
        this.refusals = refusals;
    }

    /** It begins. */
    void opened(String template, DelegateTask task) {
        send(template, task, Manner.OPENED, Manner.AT_ONCE);
    }

    /** It is nearly due. */
    void dueSoon(DelegateTask task) {
        send("task-reminder", task, Manner.DUE_SOON, Manner.REMINDER);
    }

    /**
     * At once to whose it is: who has it, the applicant whose application it holds up, the only one who can do it. Else it is
     * anybody's of the group.
     */
    private void send(String template, DelegateTask task, Manner ofGroup, Manner ofOne) {
        List<String> groups = task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
        boolean one = task.getAssignee() != null
                || groups.contains(Role.LOT_OPERATOR.group())
                || groups.stream().allMatch(addressees::isOnePerson);
        Post post = new Post(
                template,
                task.getId(),
                Variables.APPLICATION_NO.get(task),
                lot(task),
                Optional.of(new AtTask(task.getId(), due(task))),
                one ? ofOne : ofGroup);
        mails.send(post, to(task, groups), Map.of("task", task.getName(), "refusal", refusal(task)));
    }

    private Set<String> to(DelegateTask task, List<String> groups) {
        if (task.getAssignee() != null) {
            return addressees.person(task.getAssignee());
        }
        Set<String> to = new LinkedHashSet<>();
        groups.forEach(group -> to.addAll(addressees.candidates(group, Variables.APPLICATION_NO.get(task), lot(task))));
        return to;
    }

    private static Instant due(DelegateTask task) {
        return Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse(null);
    }

    /** What was said since the channel refused the lot, one a line; empty where it did not. */
    private String refusal(DelegateTask task) {
        return Optional.ofNullable(Variables.BINDING_ID.find(task)).map(refusals::open).orElse(List.of()).stream()
                .filter(word -> !word.text().isEmpty())
                .map(word -> "· " + speaker(word) + "：" + Reasons.safe(word.text()))
                .collect(Collectors.joining("\n"));
    }

    private static String speaker(LotWord word) {
        return Role.ofGroup(word.party()).map(Role::title).orElseGet(() -> Channel.of(word.actor())
                .displayName());
    }

    private Optional<LotBinding> lot(DelegateTask task) {
        return Optional.ofNullable(Variables.BINDING_ID.find(task)).flatMap(bindings::byId);
    }
}
