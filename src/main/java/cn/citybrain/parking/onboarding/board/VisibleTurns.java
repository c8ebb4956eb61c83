package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.turn.SeenTurn;
import cn.citybrain.parking.onboarding.turn.Turns;
import cn.citybrain.parking.onboarding.turn.WaitingLots;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whose turn it is at lots, in the words of the person who asks. */
@Component
class VisibleTurns {

    private final CurrentUser user;
    private final Turns turns;
    private final WaitingLots waiting;

    VisibleTurns(CurrentUser user, Turns turns, WaitingLots waiting) {
        this.user = user;
        this.turns = turns;
        this.waiting = waiting;
    }

    /** Codes of the lots that wait for the person who asks, without a task. */
    Set<String> waiting() {
        return waiting.of(user.current());
    }

    /** By binding; of each at least one. */
    Map<Long, List<SeenTurn>> ofLots(Collection<LotBinding> seen) {
        return turns.ofLots(user.current(), seen);
    }
}
