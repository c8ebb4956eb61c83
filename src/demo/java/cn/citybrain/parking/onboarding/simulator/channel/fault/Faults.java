package cn.citybrain.parking.onboarding.simulator.channel.fault;

import cn.citybrain.parking.onboarding.simulator.channel.book.Book;
import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults of one channel that were planned and have not happened yet. */
public final class Faults {

    private final Counterpart channel;
    private final Book<Fault> planned;

    public Faults(Counterpart channel, Book<Fault> planned) {
        this.channel = channel;
        this.planned = planned;
    }

    /** In the order in which they were planned. */
    public List<Fault> all() {
        return planned.all();
    }

    /** Refuses what cannot happen to that operation of this channel. */
    public synchronized Fault plan(Fault fault) {
        Operation operation = operation(fault.operation());
        if (fault.kind() == null || !possible(operation).contains(fault.kind())) {
            String kind = fault.kind() == null ? "" : fault.kind().words();
            throw new IllegalStateException("“" + operation.words() + "”不会出现“" + kind + "”");
        }
        Fault named = fault.named("F" + Numbers.letters(12), channel.code());
        return planned.put(named.id(), named);
    }

    /** What can go wrong with an operation of this channel. */
    public Set<Fault.Kind> possible(Operation operation) {
        Set<Fault.Kind> kinds = new LinkedHashSet<>(List.of(Fault.Kind.values()));
        kinds.removeIf(
                kind -> !kind.fits(operation.role()) || channel.impossible().contains(kind));
        return kinds;
    }

    private Operation operation(String name) {
        return channel.operations().stream()
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(channel.name() + "没有业务 " + name));
    }

    /**
     * The next fault that fits, which thereby happens.
     *
     * @param text what it is about; a fault's {@code match} has to be in it
     */
    public synchronized Optional<Fault> take(Operation operation, Fault.Phase phase, String text) {
        Optional<Fault> found = all().stream()
                .filter(fault -> fault.operation().equals(operation.name())
                        && fault.kind().phase() == phase)
                .filter(fault -> text.contains(fault.match()))
                .findFirst();
        found.ifPresent(this::countDown);
        return found;
    }

    /** The same for the operation of this channel that has that role. */
    public Optional<Fault> take(Operation.Role role, Fault.Phase phase, String text) {
        return channel.operations().stream()
                .filter(operation -> operation.role() == role)
                .findFirst()
                .flatMap(operation -> take(operation, phase, text));
    }

    private void countDown(Fault fault) {
        if (fault.times() > 1) {
            planned.put(fault.id(), fault.times(fault.times() - 1));
        } else {
            planned.remove(fault.id());
        }
    }

    public synchronized void drop(String id) {
        planned.remove(id);
    }

    public synchronized void dropAll() {
        all().forEach(fault -> planned.remove(fault.id()));
    }
}
