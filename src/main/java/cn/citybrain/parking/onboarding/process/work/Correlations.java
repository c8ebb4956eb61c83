package cn.citybrain.parking.onboarding.process.work;

import cn.citybrain.parking.onboarding.deduction.ReadyRecord;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.record.RecordChecks;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.parking.record.ParkingRecords;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Execution;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The only place where messages meet the processes that wait for them. Safe to call twice, and from several nodes. */
@Component
public class Correlations {

    private static final String RECORD = "recordArrived";
    private static final String SETTLED = "deductionSettled";
    private static final String EXPIRED = "expireApplication";
    private static final String DISCARDED = "discardDraft";

    /** A statement takes only so many parameters. */
    private static final int AT_ONCE = 1000;

    private final RuntimeService runtime;
    private final RecordChecks records;
    private final ParkingRecords parking;
    private final LotBindings bindings;
    private final Deductions deductions;

    Correlations(
            RuntimeService runtime,
            RecordChecks records,
            ParkingRecords parking,
            LotBindings bindings,
            Deductions deductions) {
        this.runtime = runtime;
        this.records = records;
        this.parking = parking;
        this.bindings = bindings;
        this.deductions = deductions;
    }

    /** Gives a waiting gate the record that is ready for it, consuming the bill in the same transaction. */
    @Transactional
    public boolean record(long bindingId) {
        Optional<Execution> gate = gate(RECORD, bindingId);
        if (gate.isEmpty()) {
            return false;
        }
        if (bindings.withdrawalRequested(bindingId)) {
            return withdrawLot(bindingId);
        }
        Optional<ReadyRecord> ready = records.ready(bindingId);
        if (ready.isEmpty() || !parking.consume(ready.get().billId(), bindingId)) {
            return false;
        }
        runtime.messageEventReceived(
                RECORD,
                gate.get().getId(),
                Map.of(Variables.BILL_ID.name(), ready.get().billId()));
        return true;
    }

    /** Takes back the question to a supervisor whose answer the channel has given; the gate goes on with that answer. */
    @Transactional
    public boolean deductionSettled(long bindingId) {
        Optional<Execution> asked = gate(SETTLED, bindingId).filter(execution -> deductions.settled(bill(execution)));
        asked.ifPresent(execution -> runtime.messageEventReceived(SETTLED, execution.getId()));
        return asked.isPresent();
    }

    /** Ends a gate that waits; false if it is in the middle of something, and looks at the request afterwards. */
    @Transactional
    public boolean withdrawLot(long bindingId) {
        return receive("withdrawLot", gate("withdrawLot", bindingId));
    }

    /** Ends an application that has not reached its gates. */
    @Transactional
    public boolean withdrawApplication(String applicationNo) {
        return receive("withdrawApplication", waiting("withdrawApplication", Variables.APPLICATION_NO, applicationNo));
    }

    /** Ends an application that was forgotten; false for one of an earlier version, which cannot end so. */
    @Transactional
    public boolean expireApplication(String applicationNo) {
        return receive(EXPIRED, waiting(EXPIRED, Variables.APPLICATION_NO, applicationNo));
    }

    /** Ends a draft's process; one of an earlier version, which has no end of its own for it, as if it were withdrawn. */
    @Transactional
    public boolean discardDraft(String applicationNo) {
        return receive(DISCARDED, waiting(DISCARDED, Variables.APPLICATION_NO, applicationNo))
                || withdrawApplication(applicationNo);
    }

    /** Whether {@link #expireApplication} would end it. */
    public boolean canExpire(String applicationNo) {
        return waiting(EXPIRED, Variables.APPLICATION_NO, applicationNo).isPresent();
    }

    /** The bindings whose gates wait for a record. */
    List<Long> waitingForRecords() {
        return waitingFor(RECORD);
    }

    /** The bindings whose supervisors are asked for an outcome. */
    List<Long> waitingForOutcomes() {
        return waitingFor(SETTLED);
    }

    /** What goes on meanwhile, on another node, is in the first answer only. */
    private List<Long> waitingFor(String message) {
        List<String> gates = runtime.createExecutionQuery().messageEventSubscriptionName(message).list().stream()
                .map(Execution::getProcessInstanceId)
                .distinct()
                .toList();
        List<Long> bindings = new ArrayList<>();
        for (int from = 0; from < gates.size(); from += AT_ONCE) {
            String[] some =
                    gates.subList(from, Math.min(from + AT_ONCE, gates.size())).toArray(String[]::new);
            runtime.createVariableInstanceQuery()
                    .variableName(Variables.BINDING_ID.name())
                    .processInstanceIdIn(some)
                    .list()
                    .forEach(binding -> bindings.add((Long) binding.getValue()));
        }
        return bindings.stream().distinct().toList();
    }

    private long bill(Execution gate) {
        return (Long) runtime.getVariable(gate.getId(), Variables.BILL_ID.name());
    }

    private boolean receive(String message, Optional<Execution> target) {
        target.ifPresent(execution -> runtime.messageEventReceived(message, execution.getId()));
        return target.isPresent();
    }

    /** A lot's gate, if it waits for the message; no other node gives it one meanwhile. */
    private Optional<Execution> gate(String message, long bindingId) {
        bindings.lock(bindingId);
        return waiting(message, Variables.BINDING_ID, bindingId);
    }

    private <T> Optional<Execution> waiting(String message, Variables<T> variable, T value) {
        return Optional.ofNullable(runtime.createExecutionQuery()
                .messageEventSubscriptionName(message)
                .processVariableValueEquals(variable.name(), value)
                .singleResult());
    }
}
