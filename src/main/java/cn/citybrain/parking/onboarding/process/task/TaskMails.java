package cn.citybrain.parking.onboarding.process.task;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.LotRefusals;
import cn.citybrain.parking.onboarding.merchant.LotWord;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    void toCandidates(String template, DelegateTask task, Map<String, Object> values) {
        Set<String> to = new LinkedHashSet<>();
        for (IdentityLink candidate : task.getCandidates()) {
            to.addAll(addressees.candidates(candidate.getGroupId(), Variables.APPLICATION_NO.get(task), lot(task)));
        }
        send(template, task, to, values);
    }

    private void send(String template, DelegateTask task, Collection<String> to, Map<String, Object> values) {
        Map<String, Object> model = new HashMap<>(values);
        model.put("task", task.getName());
        model.put("description", Optional.ofNullable(task.getDescription()).orElse(""));
        model.put("about", lot(task).map(lot -> "停车场：" + lot.lotName() + "\n").orElse(""));
        model.put("refusal", refusal(task));
        mails.send(template, task.getId(), Variables.APPLICATION_NO.get(task), lot(task), to, model);
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
