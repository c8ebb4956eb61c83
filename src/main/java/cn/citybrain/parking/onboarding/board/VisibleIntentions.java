package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.lot.IntendedLots;
import cn.citybrain.parking.onboarding.application.lot.Intention;
import cn.citybrain.parking.onboarding.turn.SeenTurn;
import cn.citybrain.parking.onboarding.turn.Turns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What the lots that somebody sees are meant for. */
@Component
class VisibleIntentions {

    private final CurrentUser user;
    private final IntendedLots intended;
    private final Turns turns;

    VisibleIntentions(CurrentUser user, IntendedLots intended, Turns turns) {
        this.user = user;
        this.intended = intended;
        this.turns = turns;
    }

    /** By code of the lot, newest first; a fixed number of statements, however many lots. */
    Map<String, List<IntendedLot>> of(Collection<String> lotCodes) {
        Actor actor = user.current();
        List<Intention> seen = intended.ofLots(lotCodes).stream()
                .filter(intention -> sees(actor, intention))
                .toList();
        Map<String, List<SeenTurn>> next = turns.ofNumbers(
                actor, seen.stream().map(Intention::applicationNo).toList());
        return seen.stream()
                .collect(Collectors.groupingBy(
                        Intention::lotCode,
                        Collectors.mapping(
                                intention -> IntendedLot.of(
                                        intention, next.getOrDefault(intention.applicationNo(), List.of())),
                                Collectors.toList())));
    }

    /**
     * What has not begun is its own company's alone; a vendor, who connects the lot, is to know of what was submitted.
     */
    private static boolean sees(Actor actor, Intention intention) {
        if (!actor.sees(intention.tenantId())) {
            return !intention.draft();
        }
        return intention.begun() || actor.is(Role.LOT_OPERATOR);
    }
}
