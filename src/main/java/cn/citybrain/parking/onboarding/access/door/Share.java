package cn.citybrain.parking.onboarding.access.door;

import java.util.HashMap;
import java.util.Map;

/** So many at the same time and no more, and so many of them from one address. */
final class Share {

    private final int most;
    private final int perAddress;
    private final Map<String, Integer> held = new HashMap<>();
    private int taken;

    Share(int most, int perAddress) {
        this.most = most;
        this.perAddress = perAddress;
    }

    /** Never waits. Whoever got in leaves again. */
    synchronized boolean enter(String address) {
        if (taken >= most || held.getOrDefault(address, 0) >= perAddress) {
            return false;
        }
        taken++;
        held.merge(address, 1, Integer::sum);
        return true;
    }

    synchronized void leave(String address) {
        taken--;
        held.computeIfPresent(address, (known, count) -> count == 1 ? null : count - 1);
    }
}
