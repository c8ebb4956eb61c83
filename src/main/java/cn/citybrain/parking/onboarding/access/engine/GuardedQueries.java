package cn.citybrain.parking.onboarding.access.engine;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.ActivityStatisticsQueryImpl;
import org.camunda.bpm.engine.impl.GroupQueryImpl;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Expressions in queries are code that a logged-in person could run. The engine's two switches
 * ({@code enableExpressionsInAdhocQueries}, {@code …InStoredQueries}) refuse them at the top of a query only: those in
 * its or-parts are evaluated all the same. Here every query is walked to its last part before it runs.
 */
final class GuardedQueries extends CommandInterceptor {

    /** Harmless, and the only way for one filter to serve every person. */
    private static final Set<String> HARMLESS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    private final ProcessEngineConfigurationImpl engine;

    GuardedQueries(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            refuseExpressions(query, Set.of());
            if (isShort(query)
                    && query.getMaxResults() == Integer.MAX_VALUE
                    && engine.getIdentityService().getCurrentAuthentication() != null) {
                query.setMaxResults(engine.getQueryMaxResultsLimit());
            }
        }
        return next.execute(command);
    }

    /**
     * What Cockpit asks for without pages, because it is short by nature: the versions of a process, the groups, the elements
     * of a model. The limit on results would refuse such a question; here it is what at most comes back.
     */
    private static boolean isShort(AbstractQuery<?, ?> query) {
        return query instanceof ProcessDefinitionQueryImpl
                || query instanceof GroupQueryImpl
                || query instanceof ActivityStatisticsQueryImpl;
    }

    /** A stored filter's query. */
    static void checkStored(Object query) {
        refuseExpressions(query, HARMLESS);
    }

    /** A query that somebody sent. */
    static void checkSent(Object query) {
        refuseExpressions(query, Set.of());
    }

    private static void refuseExpressions(Object query, Set<String> allowed) {
        walk(query, allowed, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** An or-part shares the list of parts with the whole: remember who was there. */
    private static void walk(Object query, Set<String> allowed, Set<Object> seen) {
        if (!seen.add(query)) {
            return;
        }
        if (query instanceof AbstractQuery<?, ?> part
                && !allowed.containsAll(part.getExpressions().values())) {
            throw new BadUserRequestException("查询条件中不允许使用表达式。");
        }
        if (query instanceof TaskQueryImpl tasks) {
            tasks.getQueries().forEach(part -> walk(part, allowed, seen));
        }
    }
}
