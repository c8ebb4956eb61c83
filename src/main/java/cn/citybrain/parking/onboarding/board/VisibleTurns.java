package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.turn.SeenTurn;
import cn.citybrain.parking.onboarding.turn.Turns;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whose turn it is at lots, in the words of the person who asks. */
@Component
class VisibleTurns {

    private final CurrentUser user;
    private final Turns turns;

    VisibleTurns(CurrentUser user, Turns turns) {
        this.user = user;
        this.turns = turns;
    }

    /** By binding; of each at least one. */
    Map<Long, List<SeenTurn>> ofLots(Collection<LotBinding> seen) {
        return turns.ofLots(user.current(), seen);
    }
}
