package cn.citybrain.parking.onboarding.simulator.channel.book;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Records of one kind of one channel, in the order in which they were first written. */
public final class Book<T> {

    private final SimulatorStore store;
    private final String kind;
    private final Class<T> type;

    public Book(SimulatorStore store, String channel, String name, Class<T> type) {
        this.store = store;
        this.kind = channel + "/" + name;
        this.type = type;
    }

    public List<T> all() {
        return store.all(kind, type);
    }

    public Optional<T> find(String id) {
        return store.find(kind, id, type);
    }

    public T put(String id, T value) {
        store.put(kind, id, value);
        return value;
    }

    /** Reads, changes and writes a record while nobody else can. Empty if there is none. */
    public Optional<T> update(String id, UnaryOperator<T> change) {
        return store.update(kind, id, type, change);
    }

    public void remove(String id) {
        store.remove(kind, id);
    }
}
