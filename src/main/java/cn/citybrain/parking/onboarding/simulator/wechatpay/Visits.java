package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The vehicles that entered. */
@Component
class Visits {

    private static final String KIND = "wechatpay-visit";

    private final SimulatorStore store;
    private final Vehicles vehicles;
    private final Notices notices;
    private final Seals seals;
    private final Clock clock;

    Visits(SimulatorStore store, Vehicles vehicles, Notices notices, Seals seals, Clock clock) {
        this.store = store;
        this.vehicles = vehicles;
        this.notices = notices;
        this.seals = seals;
        this.clock = clock;
    }

    List<ParkingVisit> all() {
        return store.all(KIND, ParkingVisit.class);
    }

    Optional<ParkingVisit> find(String id) {
        return store.find(KIND, id, ParkingVisit.class);
    }

    /** Only the newest visit of a plate can be charged. */
    boolean newest(ParkingVisit visit) {
        List<ParkingVisit> ofPlate = all().stream()
                .filter(other -> other.plateNumber().equals(visit.plateNumber())
                        && other.plateColor().equals(visit.plateColor())
                        && other.subMchid().equals(visit.subMchid()))
                .toList();
        return ofPlate.get(ofPlate.size() - 1).id().equals(visit.id());
    }

    /** The same number again is the same visit; with other data it is refused. */
    synchronized ParkingVisit enter(ParkingVisit asked) {
        Optional<ParkingVisit> before = all().stream()
                .filter(visit -> visit.subMchid().equals(asked.subMchid())
                        && visit.outParkingNo().equals(asked.outParkingNo()))
                .findFirst();
        if (before.isPresent()) {
            return sameOrRefused(before.get(), asked);
        }
        String service = vehicles.of(asked.plateNumber(), asked.plateColor()).state();
        ParkingVisit entered = new ParkingVisit(
                seals.random(24),
                asked.subMchid(),
                asked.outParkingNo(),
                asked.plateNumber(),
                asked.plateColor(),
                asked.notifyUrl(),
                asked.startTime(),
                asked.parkingName(),
                asked.freeDuration(),
                service.equals("NORMAL") ? "NORMAL" : "BLOCKED",
                service.equals("NORMAL") ? "" : service);
        store.put(KIND, entered.id(), entered);
        return entered;
    }

    private static ParkingVisit sameOrRefused(ParkingVisit before, ParkingVisit asked) {
        boolean same = before.plateNumber().equals(asked.plateNumber())
                && before.plateColor().equals(asked.plateColor())
                && before.startTime().equals(asked.startTime())
                && before.parkingName().equals(asked.parkingName())
                && before.freeDuration() == asked.freeDuration();
        if (!same) {
            throw ApiError.invalid("商户入场 id 已被使用，且入场信息不一致");
        }
        return before;
    }

    ParkingVisit move(String id, String state, String reason) {
        return store.inTransaction(() -> {
            ParkingVisit moved = store.update(KIND, id, ParkingVisit.class, visit -> visit.in(state, reason))
                    .orElseThrow(() -> new IllegalStateException("没有停车入场 " + id));
            notices.queue("VEHICLE.ENTRANCE_STATE_CHANGE", moved.notifyUrl(), content(moved));
            return moved;
        });
    }

    private Map<String, Object> content(ParkingVisit visit) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("sp_mchid", Party.SP_MCHID);
        content.put("sub_mchid", visit.subMchid());
        content.put("out_parking_no", visit.outParkingNo());
        content.put("parking_id", visit.id());
        content.put("plate_number", visit.plateNumber());
        content.put("plate_color", visit.plateColor());
        content.put("start_time", visit.startTime());
        content.put("parking_name", visit.parkingName());
        content.put("free_duration", visit.freeDuration());
        content.put("parking_state", visit.state());
        content.put("blocked_state_description", visit.blockReason());
        content.put("state_update_time", Transactions.time(clock.instant()));
        return content;
    }
}
