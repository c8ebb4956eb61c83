package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.register.Filers;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who reads whose turn it is.
 *
 * @param names of people, by id
 * @param absent whose tasks this person does today, user ids
 */
record Reader(Actor actor, Instant now, Map<String, String> names, Set<String> absent) {

    private static final Comparator<SeenTurn> FIRST_WHAT_CONCERNS_ME = Comparator.comparing(SeenTurn::mine)
            .thenComparing(SeenTurn::trouble)
            .reversed();

    /**
     * What this person may know, their own first, then what is stopped.
     *
     * @param own whether they filed the application, and so do nothing of what the operating company does about it
     */
    List<SeenTurn> sees(List<Turn> turns, String tenantId, boolean own) {
        return turns.stream()
                .filter(turn -> !turn.aside() || isMine(turn, tenantId, own))
                .map(turn -> sees(turn, tenantId, own))
                .sorted(FIRST_WHAT_CONCERNS_ME)
                .toList();
    }

    private SeenTurn sees(Turn turn, String tenantId, boolean own) {
        boolean mine = isMine(turn, tenantId, own);
        boolean stopped = turn.stopped() != null;
        return new SeenTurn(
                turn.whose().title(),
                text(turn, tenantId, own, mine),
                turn.since(),
                turn.until(),
                turn.overdue() != null || turn.until() != null && turn.until().isBefore(now),
                turn.overdue(),
                mine,
                stopped,
                mine && turn.task() != null ? turn.task().id() : null,
                mine ? turn.stopped() : null);
    }

    private String text(Turn turn, String tenantId, boolean own, boolean mine) {
        if (mine) {
            return turn.words().doer();
        }
        String text =
                actor.seesEverything() ? turn.words().inside() : turn.words().outside();
        boolean taken = turn.task() != null && turn.task().assignee() != null;
        return taken && (actor.seesEverything() || mayDo(turn, tenantId, own))
                ? text + "（" + names.getOrDefault(turn.task().assignee(), "同事") + "已认领）"
                : text;
    }

    private boolean isMine(Turn turn, String tenantId, boolean own) {
        String worker = turn.task() == null ? null : turn.task().assignee();
        return actor.userId().equals(worker)
                || (worker == null || absent.contains(worker)) && mayDo(turn, tenantId, own);
    }

    /** Operators work for their own company only; a vendor's group is its company. */
    private boolean mayDo(Turn turn, String tenantId, boolean own) {
        return turn.doers().stream()
                .filter(actor.groups()::contains)
                .filter(group -> !own || !Filers.areBarredFrom(group))
                .anyMatch(group -> !group.equals(Role.LOT_OPERATOR.group())
                        || actor.tenants().contains(tenantId));
    }
}
