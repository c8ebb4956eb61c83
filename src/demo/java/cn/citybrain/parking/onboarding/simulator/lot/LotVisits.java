package cn.citybrain.parking.onboarding.simulator.lot;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The lots' own books of visits. */
@Component
class LotVisits {

    private static final String KIND = "lot-visit";

    private final SimulatorStore store;

    LotVisits(SimulatorStore store) {
        this.store = store;
    }

    /** Opens a visit; two vehicles in one second take different entries. */
    synchronized LotVisit open(String lotCode, String plateNo, int plateColor, Instant at) {
        int entry = 1;
        while (store.find(KIND, uid(lotCode, entry, at), LotVisit.class).isPresent()) {
            entry++;
        }
        LotVisit visit = LotVisit.entered(uid(lotCode, entry, at), lotCode, plateNo, plateColor, number(entry), at);
        store.put(KIND, visit.uid(), visit);
        return visit;
    }

    /** The platform lets the vehicle that is inside leave first and pay later. Nobody inside: nothing happens. */
    synchronized void release(String lotCode, String plateNo, String how, Instant at) {
        all(lotCode).stream()
                .filter(visit -> visit.plateNo().equals(plateNo) && visit.leftAt() == null)
                .findFirst()
                .ifPresent(visit -> change(visit.uid(), inside -> inside.released(at, how)));
        notifyAll();
    }

    /** Waits for {@link #release}; the visit as it stands when it came or the wait is over. */
    synchronized LotVisit awaitRelease(String lotCode, String uid, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        LotVisit visit = of(lotCode, uid);
        try {
            for (long left = longest.toMillis();
                    visit.releasedAt() == null && left > 0;
                    left = Duration.ofNanos(end - System.nanoTime()).toMillis()) {
                wait(left);
                visit = of(lotCode, uid);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return visit;
    }

    LotVisit change(String uid, UnaryOperator<LotVisit> change) {
        return store.update(KIND, uid, LotVisit.class, change).orElseThrow(() -> unknown(uid));
    }

    LotVisit of(String lotCode, String uid) {
        return store.find(KIND, uid, LotVisit.class)
                .filter(visit -> visit.lotCode().equals(lotCode))
                .orElseThrow(() -> unknown(uid));
    }

    /** Newest first. */
    List<LotVisit> all(String lotCode) {
        List<LotVisit> visits = new ArrayList<>(store.all(KIND, LotVisit.class));
        visits.removeIf(visit -> !visit.lotCode().equals(lotCode));
        Collections.reverse(visits);
        return visits;
    }

    private static NoSuchElementException unknown(String uid) {
        return new NoSuchElementException("这个车场没有这次停车：" + uid);
    }

    private static String uid(String lotCode, int entry, Instant at) {
        return lotCode + number(entry) + LotTime.digits(at);
    }

    private static String number(int entry) {
        return "%02d".formatted(entry);
    }
}
