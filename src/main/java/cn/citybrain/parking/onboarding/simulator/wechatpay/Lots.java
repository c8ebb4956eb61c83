package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The lots that want to collect, and the audit of each. */
@Component
class Lots {

    private static final String KIND = "wechatpay-lot";

    private final SimulatorStore store;
    private final Autopilot autopilot;
    private final Seals seals;
    private final Clock clock;

    Lots(SimulatorStore store, Autopilot autopilot, Seals seals, Clock clock) {
        this.store = store;
        this.autopilot = autopilot;
        this.seals = seals;
        this.clock = clock;
    }

    List<LotApplication> all() {
        return store.all(KIND, LotApplication.class);
    }

    LotApplication byAuditNo(String auditNo) {
        return all().stream()
                .filter(lot -> lot.auditNo().equals(auditNo))
                .findFirst()
                .orElseThrow(() -> ApiError.of(404, "RESOURCE_NOT_EXISTS", "停车场审核单不存在"));
    }

    /** The same number again is the same application, unless it was rejected or withdrawn (assumed). */
    synchronized LotApplication submit(LotApplication asked) {
        String id = asked.subMchid() + "-" + asked.outParkingLotId();
        Optional<LotApplication> before = store.find(KIND, id, LotApplication.class);
        if (before.isPresent() && !before.get().state().matches("REJECTED|WITHDRAWN")) {
            return before.get();
        }
        LotApplication taken = new LotApplication(
                "PLA" + seals.random(20),
                asked.outParkingLotId(),
                asked.subMchid(),
                asked.name(),
                asked.address(),
                asked.spaceCount(),
                "AUDITING",
                "",
                "",
                clock.instant());
        store.put(KIND, id, taken);
        return autopilot.on() ? pass(taken.auditNo()) : taken;
    }

    LotApplication pass(String auditNo) {
        return decide(auditNo, "PASSED", "", "PL" + seals.random(20));
    }

    LotApplication refuse(String auditNo, String reason) {
        return decide(auditNo, "REJECTED", reason, "");
    }

    LotApplication withdraw(String auditNo, String outParkingLotId) {
        LotApplication lot = byAuditNo(auditNo);
        if (!lot.outParkingLotId().equals(outParkingLotId)) {
            throw ApiError.invalid("审核单与商户停车场编号不一致");
        }
        if (lot.state().equals("WITHDRAWN")) {
            return lot;
        }
        if (!lot.state().equals("AUDITING")) {
            throw ApiError.invalid("停车场审核已结束，不能撤回");
        }
        return decide(auditNo, "WITHDRAWN", "", "");
    }

    private synchronized LotApplication decide(String auditNo, String state, String reason, String parkingId) {
        LotApplication lot = byAuditNo(auditNo);
        if (!lot.state().equals("AUDITING")) {
            throw new IllegalStateException("停车场“" + lot.name() + "”的审核已结束");
        }
        LotApplication decided = lot.in(state, reason, parkingId);
        store.put(KIND, lot.subMchid() + "-" + lot.outParkingLotId(), decided);
        return decided;
    }
}
