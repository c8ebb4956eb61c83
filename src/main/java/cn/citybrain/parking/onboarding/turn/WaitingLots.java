package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotsUnderTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The lots that wait for who connects them without a task in any list: the test vehicle has to be driven, or what failed has
 * to be put right first. A fixed number of statements, however many there are.
 */
@Component
public class WaitingLots {

    private final LotsUnderTest lots;
    private final Turns turns;

    WaitingLots(LotsUnderTest lots, Turns turns) {
        this.lots = lots;
        this.turns = turns;
    }

    /** Codes of the lots, each once. */
    public Set<String> of(Actor actor) {
        Set<String> vendors = actor.is(Role.LOT_VENDOR) ? actor.vendorCompanies() : Set.of();
        Set<String> tenants = actor.is(Role.LOT_OPERATOR) ? actor.tenants() : Set.of();
        if (vendors.isEmpty() && tenants.isEmpty()) {
            return Set.of();
        }
        List<LotBinding> found = lots.withoutTask(vendors, tenants, actor.groups());
        Map<Long, List<SeenTurn>> seen = found.isEmpty() ? Map.of() : turns.ofLots(actor, found);
        return found.stream()
                .filter(lot -> seen.get(lot.id()).stream().anyMatch(WaitingLots::waits))
                .map(LotBinding::lotCode)
                .collect(Collectors.toSet());
    }

    private static boolean waits(SeenTurn turn) {
        return turn.mine() && turn.task() == null && !turn.trouble();
    }
}
