package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Difference;
import cn.citybrain.parking.onboarding.change.Done;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.LotsMoved;
import cn.citybrain.parking.onboarding.masterdata.LotsMoved.Move;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice.Resolved;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Makes choices of vendors true, in the caller's transaction: versions, plans, assignments, history, and whoever follows. */
@Component
class VendorMoves {

    private final AssignmentTable assignments;
    private final VendorPlanTable plans;
    private final LotTable lots;
    private final Changes changes;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;

    VendorMoves(
            AssignmentTable assignments,
            VendorPlanTable plans,
            LotTable lots,
            Changes changes,
            Memberships memberships,
            ApplicationEventPublisher events) {
        this.assignments = assignments;
        this.plans = plans;
        this.lots = lots;
        this.changes = changes;
        this.memberships = memberships;
        this.events = events;
    }

    /**
     * @param choices each of which changes something
     * @param planned what was planned for the lots until now, by code
     * @throws Stale if somebody changed one of the lots since it was read
     */
    void make(
            List<Resolved> choices, Map<String, VendorPlan> planned, VendorChecks.Known known, String by, String note) {
        next(choices.stream().map(Resolved::lot).toList());
        plans.drop(choices.stream().map(choice -> choice.lot().id()).toList());
        plans.put(choices.stream()
                .filter(choice -> choice.later().isPresent())
                .map(choice -> choice.plan(by))
                .toList());
        changes.recordAll(
                choices.stream()
                        .map(choice -> done(choice, planned.get(choice.lot().code()), known, note))
                        .toList(),
                by);
        move(
                choices.stream()
                        .filter(choice -> choice.later().isEmpty() && choice.changesVendor())
                        .toList(),
                by);
    }

    /** @throws Stale if somebody changed the lot since it was read */
    void drop(ParkingLot lot, VendorPlan plan, VendorChecks.Known known, String by) {
        next(List.of(lot));
        plans.drop(List.of(lot.id()));
        List<ChangedField> fields =
                new Difference().field("计划更换为", known.words(plan), "").fields();
        changes.record(new Done(Subject.lot(lot.code()), lot.version() + 1, "取消更换技术方", fields, ""), by);
    }

    private void next(List<ParkingLot> read) {
        int late = lots.next(read).indexOf(false);
        if (late >= 0) {
            ParkingLot lot = read.get(late);
            throw new Stale(changes.since(Subject.lot(lot.code()), lot.version()));
        }
    }

    private static Done done(Resolved choice, VendorPlan planned, VendorChecks.Known known, String note) {
        boolean later = choice.later().isPresent();
        String former = known.name(choice.former());
        List<ChangedField> fields = new Difference()
                .field("技术方", former, later ? former : known.name(choice.group()))
                .field("计划更换为", planned == null ? "" : known.words(planned), later ? known.words(choice.plan("")) : "")
                .fields();
        return new Done(
                Subject.lot(choice.lot().code()),
                choice.lot().version() + 1,
                later ? "计划更换技术方" : "更换技术方",
                fields,
                note);
    }

    private void move(List<Resolved> moving, String by) {
        if (moving.isEmpty()) {
            return;
        }
        assignments.replace(moving, by);
        Set<String> groups = new HashSet<>();
        moving.forEach(choice -> groups.addAll(Set.of(choice.group(), choice.former())));
        groups.remove("");
        memberships.followVendors(groups);
        events.publishEvent(new LotsMoved(
                moving.stream()
                        .map(choice -> new Move(choice.lot().code(), choice.former(), choice.group()))
                        .toList(),
                by));
    }
}
