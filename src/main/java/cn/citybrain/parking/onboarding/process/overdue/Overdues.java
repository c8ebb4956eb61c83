package cn.citybrain.parking.onboarding.process.overdue;

import cn.citybrain.parking.onboarding.access.StepLeft;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.Variables;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps that are overdue, each with one process {@code escalation}. That a step was left is noted in the transaction that
 * leaves it and no more: what a supervisor does at the same moment can not take it back. {@link OverdueSweep} ends the
 * escalation right afterwards.
 */
@Component
public class Overdues {

    static final String PROCESS = "escalation";

    private final OverdueTable table;
    private final LotBindings bindings;
    private final RuntimeService runtime;
    private final EngineRights rights;
    private final Clock clock;

    Overdues(OverdueTable table, LotBindings bindings, RuntimeService runtime, EngineRights rights, Clock clock) {
        this.table = table;
        this.bindings = bindings;
        this.runtime = runtime;
        this.rights = rights;
        this.clock = clock;
    }

    /** The time of a step is up: from now on the supervisors deal with it. Repeatable. */
    @Transactional
    void begin(OverdueStep step) {
        if (table.find(step.stepId()).isEmpty()) {
            table.add(step);
            open(step);
        }
    }

    /** Starts the escalation, unless people agreed on a date that is yet to come. */
    void open(OverdueStep step) {
        if (step.opensAt().isAfter(clock.instant())) {
            return;
        }
        Optional<LotBinding> lot = Optional.ofNullable(step.bindingId()).flatMap(bindings::byId);
        String key =
                lot.map(found -> step.applicationNo() + "-" + found.lotCode()).orElse(step.applicationNo());
        String instance = rights.own(() -> runtime.startProcessInstanceByKey(PROCESS, key, variables(step, lot))
                .getId());
        table.opened(step.stepId(), instance);
    }

    private static Map<String, Object> variables(OverdueStep step, Optional<LotBinding> lot) {
        Map<String, Object> values = new HashMap<>();
        values.put(Variables.APPLICATION_NO.name(), step.applicationNo());
        values.put(Variables.CHANNEL.name(), step.channel());
        values.put(Variables.OVERDUE_STEP.name(), step.stepId());
        values.put(Variables.OVERDUE_NAME.name(), step.name());
        values.put(Variables.OVERDUE_SINCE.name(), Date.from(step.since()));
        values.put(Variables.OVERDUE_DAYS.name(), step.days());
        values.put(Variables.OVERDUE_LEVEL.name(), step.level());
        lot.ifPresent(found -> {
            values.put(Variables.BINDING_ID.name(), found.id());
            values.put(Variables.LOT_CODE.name(), found.lotCode());
        });
        return values;
    }

    /** People agreed on a date: a task that is overdue is not before it. */
    public void postpone(String taskId, Instant until) {
        table.postpone(taskId, until);
    }

    @EventListener
    void on(StepLeft left) {
        table.over(left.stepId(), clock.instant());
    }
}
