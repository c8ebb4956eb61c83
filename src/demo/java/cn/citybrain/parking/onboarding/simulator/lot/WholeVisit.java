package cn.citybrain.parking.onboarding.simulator.lot;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * A whole visit in one go: the vehicle entered a few minutes ago and leaves now. Flawless, or with one flaw of {@link
 * SpoiledRecord}.
 */
@Component
class WholeVisit {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final LotSystems lots;
    private final LotVisits visits;
    private final LotDesk desk;
    private final LotLink link;
    private final Clock clock;

    WholeVisit(LotSystems lots, LotVisits visits, LotDesk desk, LotLink link, Clock clock) {
        this.lots = lots;
        this.visits = visits;
        this.desk = desk;
        this.link = link;
        this.clock = clock;
    }

    /** @param amount fee in 分 */
    LotRun flawless(String lotCode, String plateNo, int plateColor, int amount) {
        return drive(lots.of(lotCode), new VisitPlan(plateNo, plateColor, amount, clock.instant()));
    }

    LotRun spoiled(String lotCode, String plateNo, int plateColor, int amount, SpoiledRecord flaw) {
        VisitPlan plan = new VisitPlan(flaw.plateOr(plateNo), plateColor, amount, clock.instant());
        flaw.spoil(plan);
        return drive(lots.of(lotCode), plan);
    }

    private LotRun drive(LotSystem lot, VisitPlan plan) {
        LotVisit visit = visits.open(lot.code(), plan.plateNo, plan.plateColor, plan.enteredAt);
        List<LotCall> calls = new ArrayList<>();
        if (!plan.entryAfterExit) {
            enter(lot, visit, plan, calls);
            awaitDeparture(lot, visit, calls);
        }
        LotVisit left = visits.change(visit.uid(), inside -> inside.left(plan.leftAt, plan.amount));
        leave(lot, left, plan, calls);
        if (plan.entryAfterExit) {
            enter(lot, left, plan, calls);
        }
        return new LotRun(charge(lot, left, plan, calls), calls);
    }

    private void enter(LotSystem lot, LotVisit visit, VisitPlan plan, List<LotCall> calls) {
        if (plan.entry) {
            calls.add(link.send(lot, "uploadCarInData", LotReports.entry(visit, clock.instant())));
        }
        if (plan.entryPhoto) {
            calls.add(desk.photo(lot, visit, 1, visit.enteredAt()));
        }
        if (!lot.reception().listens()) {
            calls.addAll(desk.askDeparture(lot, visit));
        }
    }

    /** A lot that listens waits for the platform's word; what does not come it asks for, and opens the gate all the same. */
    private void awaitDeparture(LotSystem lot, LotVisit visit, List<LotCall> calls) {
        if (lot.reception().listens()
                && visits.awaitRelease(lot.code(), visit.uid(), PATIENCE).releasedAt() == null) {
            calls.addAll(desk.askDeparture(lot, visit));
        }
    }

    private void leave(LotSystem lot, LotVisit visit, VisitPlan plan, List<LotCall> calls) {
        if (plan.exit) {
            calls.add(link.send(
                    lot,
                    "uploadCarOutData",
                    LotReports.exit(visit, plan.exitPlateNo, plan.exitFee, plan.paidType, clock.instant())));
        }
        if (plan.exitPhoto) {
            calls.add(desk.photo(lot, visit, 2, visit.leftAt()));
        }
    }

    private LotVisit charge(LotSystem lot, LotVisit visit, VisitPlan plan, List<LotCall> calls) {
        LotVisit billed = visits.change(visit.uid(), open -> open.billed(open.uid() + "B1", plan.amount));
        calls.add(desk.bill(lot, billed, plan.billedAt, plan.payStatus));
        if (!plan.billedTwice) {
            return billed;
        }
        LotVisit again = visits.change(visit.uid(), open -> open.billed(open.uid() + "B2", plan.amount));
        calls.add(desk.bill(lot, again, plan.billedAt, plan.payStatus));
        return again;
    }
}
