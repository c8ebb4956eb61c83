package cn.citybrain.parking.onboarding.audit.search;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How the table of applications, called {@code a}, is read. */
final class ApplicationColumns {

    /** States after which nothing follows, for an IN list. */
    static final String FINAL = Arrays.stream(ApplicationState.values())
            .filter(ApplicationState::isFinal)
            .map(state -> "'" + state.name() + "'")
            .collect(Collectors.joining(", "));

    /** When its state became final, null before: nothing changes an application afterwards. */
    static final String ENDED = "CASE WHEN a.state IN (" + FINAL + ") THEN COALESCE(a.closed_at, a.changed_at) END";

    /** What never began is its company's own. */
    static final String BEGUN = "a.state <> '" + ApplicationState.DRAFT.name() + "'";

    private ApplicationColumns() {}
}
