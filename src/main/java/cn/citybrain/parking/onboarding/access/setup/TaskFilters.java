package cn.citybrain.parking.onboarding.access.setup;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.stereotype.Component;

/**
 * Tasklist's own filters. Whoever works has our list in their place and no filter: without one Tasklist asks the engine for no
 * tasks, whose rights and tenants make it slow where there are many. Administrators have one, with the engine's criteria.
 */
@Component
class TaskFilters {

    /** What a filter of ours is known by. */
    private static final String CODE = "code";

    private static final String ADMINISTRATION = "administration";

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    TaskFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    /** Idempotent; takes away those of the versions before. */
    void align() {
        List<Filter> ours = filters.createTaskFilterQuery().list().stream()
                .filter(filter -> filter.getProperties().containsKey(CODE))
                .toList();
        ours.stream()
                .filter(filter -> !ADMINISTRATION.equals(filter.getProperties().get(CODE)))
                .forEach(former -> filters.deleteFilter(former.getId()));
        if (ours.stream()
                .noneMatch(
                        filter -> ADMINISTRATION.equals(filter.getProperties().get(CODE)))) {
            make();
        }
    }

    private void make() {
        Filter filter =
                filters.newTaskFilter("全部任务").setQuery(tasks.createTaskQuery().active());
        filter.setProperties(Map.of(CODE, ADMINISTRATION, "description", "所有未办结的任务", "priority", 10, "refresh", false));
        filters.saveFilter(filter);
        grants.grant(Role.ADMIN, Resources.FILTER, filter.getId(), Permissions.READ);
    }
}
