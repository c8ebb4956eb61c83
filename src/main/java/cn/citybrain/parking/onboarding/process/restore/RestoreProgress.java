package cn.citybrain.parking.onboarding.process.restore;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.notification.Mailer;
import cn.citybrain.parking.onboarding.notification.PublicAddress;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.answer.AwaitedAnswers;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.restore.Restore;
import cn.citybrain.parking.onboarding.restore.Restores;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Follows a restored backup until everything that was under way has been compared with the channels, and tells the
 * supervisors at the beginning and at the end. What a channel does not answer becomes an incident or 核实扣款结果 as always.
 */
@Component
class RestoreProgress {

    private final Restores restores;
    private final Deductions deductions;
    private final Refunds refunds;
    private final ExternalTaskService tasks;
    private final RuntimeService runtime;
    private final LotBindings bindings;
    private final AwaitedAnswers waits;
    private final Mailer mailer;
    private final Addressees addressees;
    private final PublicAddress address;

    RestoreProgress(
            Restores restores,
            Deductions deductions,
            Refunds refunds,
            ExternalTaskService tasks,
            RuntimeService runtime,
            LotBindings bindings,
            AwaitedAnswers waits,
            Mailer mailer,
            Addressees addressees,
            PublicAddress address) {
        this.restores = restores;
        this.deductions = deductions;
        this.refunds = refunds;
        this.tasks = tasks;
        this.runtime = runtime;
        this.bindings = bindings;
        this.waits = waits;
        this.mailer = mailer;
        this.addressees = addressees;
        this.address = address;
    }

    @Scheduled(fixedDelayString = "${onboarding.process.sweep-every}")
    void onSchedule() {
        follow();
    }

    /** Counts what is open. Repeatable; each mail is written once. */
    void follow() {
        restores.latest().filter(restore -> !restore.finished()).ifPresent(restore -> {
            int open = open(restore.noticedAt());
            tell("restored", restore, open);
            if (open == 0) {
                tell("restore-finished", restore, open);
            }
            restores.counted(restore, open);
        });
    }

    private int open(Instant noticedAt) {
        return deductions.undecidedFrom(noticedAt)
                + refunds.openFrom(noticedAt)
                + (int) steps("submitApplication", noticedAt)
                + (int) steps("registerLot", noticedAt)
                + waits.unheardSince(noticedAt);
    }

    /** Steps from before that have not asked their channel since. */
    private long steps(String topic, Instant noticedAt) {
        return tasks.createExternalTaskQuery().topicName(topic).list().stream()
                .filter(task -> task.getCreateTime().toInstant().isBefore(noticedAt))
                .filter(task -> !registered(task))
                .count();
    }

    private boolean registered(ExternalTask task) {
        return runtime.getVariable(task.getExecutionId(), Variables.BINDING_ID.name()) instanceof Long id
                && bindings.byId(id)
                        .filter(binding -> binding.channelReference() != null
                                && !binding.channelReference().isEmpty())
                        .isPresent();
    }

    private void tell(String template, Restore restore, int open) {
        Map<String, Object> values = Map.of("lostTime", restore.lostTime(), "open", open, "link", address.at("/board"));
        for (String to : addressees.role(Role.OPS_SUPERVISOR)) {
            mailer.enqueue(template + "/" + restore.noticedAt().toEpochMilli() + "/" + to, to, template, values);
        }
    }
}
