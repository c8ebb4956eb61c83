package cn.citybrain.parking.onboarding.simulator.channel;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import java.util.List;
import java.util.Optional;

/** Records of one kind of one channel, in the order in which they were first written. */
final class Book<T> {

    private final SimulatorStore store;
    private final String kind;
    private final Class<T> type;

    Book(SimulatorStore store, String channel, String name, Class<T> type) {
        this.store = store;
        this.kind = channel + "/" + name;
        this.type = type;
    }

    List<T> all() {
        return store.all(kind, type);
    }

    Optional<T> find(String id) {
        return store.find(kind, id, type);
    }

    T put(String id, T value) {
        store.put(kind, id, value);
        return value;
    }

    void remove(String id) {
        store.remove(kind, id);
    }
}
