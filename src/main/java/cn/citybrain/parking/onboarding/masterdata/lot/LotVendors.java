package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.change.ChangedField;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Difference;
import cn.citybrain.parking.onboarding.change.Done;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.LotsMoved;
import cn.citybrain.parking.onboarding.masterdata.LotsMoved.Move;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice.Resolved;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which vendor a lot has, and from which day on another one. Whoever the change concerns follows in the same transaction:
 * the engine's tenants here, what runs at the lot through {@link LotsMoved}. Who may is asked by the callers.
 */
@NamedInterface("services")
@Component
public class LotVendors {

    private final VendorChecks checks;
    private final AssignmentTable assignments;
    private final VendorPlanTable plans;
    private final LotTable lots;
    private final Changes changes;
    private final Memberships memberships;
    private final ApplicationEventPublisher events;

    LotVendors(
            VendorChecks checks,
            AssignmentTable assignments,
            VendorPlanTable plans,
            LotTable lots,
            Changes changes,
            Memberships memberships,
            ApplicationEventPublisher events) {
        this.checks = checks;
        this.assignments = assignments;
        this.plans = plans;
        this.lots = lots;
        this.changes = changes;
        this.memberships = memberships;
        this.events = events;
    }

    /** What is to come for these lots, by code. */
    public Map<String, VendorPlan> planned(Collection<String> lotCodes) {
        return plans.ofLots(lotCodes);
    }

    /** What is wrong with choices, Chinese, by field, in their order. Their lots have to be there. */
    public List<Map<String, String>> check(List<VendorChoice> choices) {
        VendorChecks.Known known = checks.known(choices);
        return choices.stream().map(known::faults).toList();
    }

    /**
     * Those of the choices that would change something, as {@link #chooseAll} sees it.
     *
     * @param choices without a fault
     */
    public List<VendorChoice> differing(List<VendorChoice> choices) {
        VendorChecks.Known known = checks.known(choices);
        Map<String, VendorPlan> planned =
                plans.ofLots(choices.stream().map(VendorChoice::lotCode).toList());
        return choices.stream()
                .filter(choice -> differs(known.resolved(choice), planned.get(choice.lotCode())))
                .toList();
    }

    /**
     * At once, or from the day on that was chosen; what was planned for the lot before is replaced.
     *
     * @param version of the lot that it was read at
     * @throws Faulty if it is not accepted
     * @throws Stale if the lot is no longer at this version
     */
    @Transactional
    public void choose(VendorChoice choice, long version, String by) {
        ParkingLot lot = lots.byCodes(List.of(choice.lotCode())).get(choice.lotCode());
        if (lot != null && lot.version() != version) {
            throw new Stale(changes.since(Subject.lot(lot.code()), version));
        }
        chooseAll(List.of(choice), by, "");
    }

    /**
     * As {@link #choose} for many lots; what would change nothing is left alone.
     *
     * @throws Faulty if one is not accepted; then none is
     */
    @Transactional
    public void chooseAll(List<VendorChoice> choices, String by, String note) {
        VendorChecks.Known known = checks.known(choices);
        Faulty.unlessEmpty(choices.stream().map(known::faults).toList());
        Map<String, VendorPlan> planned =
                plans.ofLots(choices.stream().map(VendorChoice::lotCode).toList());
        List<Resolved> real = choices.stream()
                .map(known::resolved)
                .filter(choice -> differs(choice, planned.get(choice.lot().code())))
                .toList();
        lots.next(real.stream().map(choice -> choice.lot().id()).toList());
        plans.drop(real.stream().map(choice -> choice.lot().id()).toList());
        plans.put(real.stream()
                .filter(choice -> choice.later().isPresent())
                .map(choice -> new VendorPlan(
                        choice.lot().id(),
                        choice.lot().code(),
                        choice.group(),
                        choice.later().orElseThrow(),
                        by))
                .toList());
        record(real, planned, known, by, note);
        move(real.stream().filter(choice -> choice.later().isEmpty()).toList(), by);
    }

    /**
     * What was planned for a lot does not come.
     *
     * @throws Stale if the lot is no longer at this version
     */
    @Transactional
    public void dropPlan(String lotCode, long version, String by) {
        VendorChecks.Known known = checks.known(List.of(new VendorChoice(lotCode, "", "")));
        ParkingLot lot = known.lots().get(lotCode);
        VendorPlan plan = plans.ofLots(List.of(lotCode)).get(lotCode);
        if (lot == null || lot.version() != version) {
            throw new Stale(changes.since(Subject.lot(lotCode), version));
        }
        if (plan != null) {
            lots.next(List.of(lot.id()));
            plans.drop(List.of(lot.id()));
            List<ChangedField> fields =
                    new Difference().field("计划更换为", words(plan, known), "").fields();
            changes.record(new Done(Subject.lot(lotCode), version + 1, "取消更换技术方", fields, ""), by);
        }
    }

    /** Carries out plans whose day has come; each once, on whichever node is first. */
    @Transactional
    public void takeEffect(List<VendorPlan> due) {
        List<Boolean> taken = plans.take(due);
        List<VendorPlan> mine = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            if (taken.get(i)) {
                mine.add(due.get(i));
            }
        }
        mine.stream().collect(Collectors.groupingBy(Turn::of)).forEach(this::carryOut);
    }

    /** Plans that one person made for one day. */
    private record Turn(String by, LocalDate from) {

        static Turn of(VendorPlan plan) {
            return new Turn(plan.by(), plan.from());
        }
    }

    private void carryOut(Turn turn, List<VendorPlan> plans) {
        List<VendorChoice> choices = plans.stream()
                .map(plan -> new VendorChoice(plan.lotCode(), plan.group(), ""))
                .toList();
        VendorChecks.Known known = checks.known(choices);
        List<Resolved> real = choices.stream()
                .map(known::resolved)
                .filter(Resolved::changesVendor)
                .toList();
        lots.next(real.stream().map(choice -> choice.lot().id()).toList());
        record(real, Map.of(), known, turn.by(), "按计划自 " + turn.from() + " 起生效");
        move(real, turn.by());
    }

    private static boolean differs(Resolved choice, VendorPlan planned) {
        if (choice.later().isEmpty()) {
            return choice.changesVendor() || planned != null;
        }
        return planned == null
                ? choice.changesVendor()
                : !planned.group().equals(choice.group())
                        || !planned.from().equals(choice.later().get());
    }

    private void move(List<Resolved> real, String by) {
        List<Resolved> moving = real.stream().filter(Resolved::changesVendor).toList();
        if (moving.isEmpty()) {
            return;
        }
        assignments.replace(moving, by);
        Set<String> groups = new HashSet<>();
        moving.forEach(choice -> groups.addAll(List.of(choice.group(), choice.former())));
        groups.remove("");
        memberships.followVendors(groups);
        events.publishEvent(new LotsMoved(
                moving.stream()
                        .map(choice -> new Move(choice.lot().code(), choice.former(), choice.group()))
                        .toList(),
                by));
    }

    private void record(
            List<Resolved> real, Map<String, VendorPlan> planned, VendorChecks.Known known, String by, String note) {
        changes.recordAll(
                real.stream()
                        .map(choice -> new Done(
                                Subject.lot(choice.lot().code()),
                                choice.lot().version() + 1,
                                choice.later().isPresent() ? "计划更换技术方" : "更换技术方",
                                fields(choice, planned.get(choice.lot().code()), known),
                                note))
                        .toList(),
                by);
    }

    private static List<ChangedField> fields(Resolved choice, VendorPlan planned, VendorChecks.Known known) {
        String before = planned == null ? "" : words(planned, known);
        String after =
                choice.later().map(day -> words(choice.group(), day, known)).orElse("");
        return new Difference()
                .field(
                        "技术方",
                        known.name(choice.former()),
                        choice.later().isPresent() ? known.name(choice.former()) : known.name(choice.group()))
                .field("计划更换为", before, after)
                .fields();
    }

    private static String words(VendorPlan plan, VendorChecks.Known known) {
        return words(plan.group(), plan.from(), known);
    }

    private static String words(String group, Object day, VendorChecks.Known known) {
        return Optional.of(known.name(group)).filter(name -> !name.isEmpty()).orElse("（无）") + "，自 " + day + " 起";
    }
}
