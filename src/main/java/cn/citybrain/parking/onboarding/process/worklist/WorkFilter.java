package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.register.Filers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What part of the open tasks {@code t} that somebody may see they want to look at. A condition speaks of {@code :me}, {@code
 * :groups} (what they may claim), {@code :now} and {@code :tomorrow}.
 */
enum WorkFilter {
    /** What they have, and what they may claim. */
    TODO("我的待办", "(" + Conditions.MINE + " OR " + Conditions.FREE + ")"),
    MINE("我已认领", Conditions.MINE),
    FREE("待认领", Conditions.FREE),
    TODAY("今天到期", "t.due_at >= :now AND t.due_at < :tomorrow"),
    OVERDUE("已超期", "t.due_at < :now"),
    CORRECTED("补正后重新提交", "t.corrected"),
    ALL("全部任务", "1 = 1");

    private final String label;
    private final String condition;

    WorkFilter(String label, String condition) {
        this.label = label;
        this.condition = condition;
    }

    /** As it stands in an address. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In Chinese. */
    String label() {
        return label;
    }

    static Optional<WorkFilter> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /** Those that make sense for somebody, in the order in which they are offered. */
    static List<WorkFilter> of(Actor actor) {
        boolean reviews = actor.is(Role.OPS_REVIEWER) || actor.is(Role.OPS_SUPERVISOR);
        return Arrays.stream(values())
                .filter(one -> reviews || one != CORRECTED)
                .toList();
    }

    /**
     * Supervisors look after everybody's dates, everybody else after those of their own group. Nobody is to do what the
     * operating company does about an application that they filed.
     */
    String condition(Actor actor) {
        if ((this == TODO || this == FREE) && Filers.mayBe(actor)) {
            return condition + " AND (" + Conditions.MINE + " OR NOT " + Conditions.BARRED + ")";
        }
        boolean theirs = this == TODAY || this == OVERDUE || this == CORRECTED;
        return theirs && !actor.is(Role.OPS_SUPERVISOR) ? condition + " AND " + Conditions.GROUPS : condition;
    }

    private static final class Conditions {

        static final String MINE = "t.assignee = :me";
        static final String GROUPS = "t.candidate_group IN (:groups)";
        static final String BARRED = Filers.areBarred("t.candidate_group", "t.application_no", ":me");
        static final String FREE = "(t.assignee IS NULL AND " + GROUPS + ")";
    }
}
