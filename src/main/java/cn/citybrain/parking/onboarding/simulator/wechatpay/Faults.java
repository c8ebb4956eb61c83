package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The faults that were planned and have not happened yet. */
@Component
class Faults {

    private static final String KIND = "wechatpay-fault";

    private final SimulatorStore store;
    private final Seals seals;

    Faults(SimulatorStore store, Seals seals) {
        this.store = store;
        this.seals = seals;
    }

    List<Fault> all() {
        return store.all(KIND, Fault.class);
    }

    synchronized Fault plan(Fault fault) {
        boolean notice = fault.kind().phase == Fault.Phase.NOTICE;
        boolean decision = fault.kind().phase == Fault.Phase.DECISION;
        boolean decided = fault.operation() == Operation.DEDUCT || fault.operation() == Operation.REFUND;
        if (notice != (fault.operation() == Operation.NOTIFY) || decision && !decided) {
            throw new IllegalStateException(
                    "“" + fault.operation().words() + "”不会出现“" + fault.kind().words() + "”");
        }
        Fault named = fault.named("F" + seals.random(12));
        store.put(KIND, named.id(), named);
        return named;
    }

    /** The next fault that fits, which thereby happens. */
    synchronized Optional<Fault> take(Operation operation, Fault.Phase phase, String text) {
        Optional<Fault> found = all().stream()
                .filter(fault -> fault.operation() == operation && fault.kind().phase == phase)
                .filter(fault -> fault.match() == null || text.contains(fault.match()))
                .findFirst();
        found.ifPresent(this::countDown);
        return found;
    }

    private void countDown(Fault fault) {
        if (fault.times() > 1) {
            store.put(KIND, fault.id(), fault.times(fault.times() - 1));
        } else {
            store.remove(KIND, fault.id());
        }
    }

    synchronized void drop(String id) {
        store.remove(KIND, id);
    }

    synchronized void dropAll() {
        all().forEach(fault -> store.remove(KIND, fault.id()));
    }
}
