package cn.citybrain.parking.onboarding.masterdata.lot;

import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.Faulty;
import cn.citybrain.parking.onboarding.masterdata.LotsMoved;
import cn.citybrain.parking.onboarding.masterdata.Stale;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice.Resolved;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which vendor a lot has, and from which day on another one. Whoever the change concerns follows in the same transaction:
 * the engine's tenants, and through {@link LotsMoved} what runs at the lot. Who may is asked by the callers.
 */
@NamedInterface("services")
@Component
public class LotVendors {

    private final VendorChecks checks;
    private final VendorPlanTable plans;
    private final VendorMoves moves;
    private final Changes changes;

    LotVendors(VendorChecks checks, VendorPlanTable plans, VendorMoves moves, Changes changes) {
        this.checks = checks;
        this.plans = plans;
        this.moves = moves;
        this.changes = changes;
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
        Map<String, VendorPlan> planned = planned(codes(choices));
        return choices.stream()
                .filter(choice -> known.resolved(choice).differs(planned.get(choice.lotCode())))
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
        VendorChecks.Known known = checks.known(List.of(choice));
        ParkingLot lot = known.lots().get(choice.lotCode());
        if (lot != null) {
            require(lot, version);
        }
        choose(List.of(choice), known, by, "");
    }

    /**
     * As {@link #choose} for many lots; what would change nothing is left alone.
     *
     * @throws Faulty if one is not accepted; then none is
     */
    @Transactional
    public void chooseAll(List<VendorChoice> choices, String by, String note) {
        choose(choices, checks.known(choices), by, note);
    }

    private void choose(List<VendorChoice> choices, VendorChecks.Known known, String by, String note) {
        Faulty.unlessEmpty(choices.stream().map(known::faults).toList());
        Map<String, VendorPlan> planned = planned(codes(choices));
        List<Resolved> real = choices.stream()
                .map(known::resolved)
                .filter(choice -> choice.differs(planned.get(choice.lot().code())))
                .toList();
        moves.make(real, planned, known, by, note);
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
        require(lot, version);
        VendorPlan plan = planned(List.of(lotCode)).get(lotCode);
        if (plan != null) {
            moves.drop(lot, plan, known, by);
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

    private void carryOut(Turn turn, List<VendorPlan> due) {
        List<VendorChoice> choices = due.stream()
                .map(plan -> new VendorChoice(plan.lotCode(), plan.group(), ""))
                .toList();
        VendorChecks.Known known = checks.known(choices);
        List<Resolved> real = choices.stream()
                .map(known::resolved)
                .filter(Resolved::changesVendor)
                .toList();
        moves.make(real, Map.of(), known, turn.by(), "按计划自 " + turn.from() + " 起生效");
    }

    private void require(ParkingLot lot, long version) {
        if (lot.version() != version) {
            throw new Stale(changes.since(Subject.lot(lot.code()), version));
        }
    }

    private static List<String> codes(List<VendorChoice> choices) {
        return choices.stream().map(VendorChoice::lotCode).toList();
    }
}
