package cn.citybrain.parking.onboarding.access.setup;

import cn.citybrain.parking.onboarding.access.Role;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;

/** Tasklist's filters, each readable by the groups it is for. Nobody makes filters over HTTP. */
@Component
class TaskFilters {

    private static final List<Map<String, String>> COLUMNS =
            List.of(Map.of("name", "applicationNo", "label", "申请编号"), Map.of("name", "lotCode", "label", "停车场编码"));

    private static final List<Role> WORKERS =
            List.of(Role.LOT_OPERATOR, Role.LOT_VENDOR, Role.OPS_REVIEWER, Role.OPS_SUPERVISOR);

    private final FilterService filters;
    private final TaskService tasks;
    private final Grants grants;

    TaskFilters(FilterService filters, TaskService tasks, Grants grants) {
        this.filters = filters;
        this.tasks = tasks;
        this.grants = grants;
    }

    /** Idempotent. */
    void align() {
        WORKERS.forEach(
                role -> save("todo-" + role.group(), "我的待办", "待认领的任务，和我认领后正在办理的任务", 10, todo(role), List.of(role)));
        save("claimed", "已认领", "由我认领、正在办理的任务", 20, claimed(), WORKERS);
        List<Role> operations = List.of(Role.OPS_REVIEWER, Role.OPS_SUPERVISOR);
        save("all", "全部任务", "所有车场方、所有渠道未办结的任务", 30, tasks.createTaskQuery().active(), operations);
        save("overdue", "已超期", "超过办理期限的任务", 40, overdue(), operations);
    }

    /**
     * What waits to be claimed, and what the reader has claimed. A vendor sees only its own tasks anyway: each was
     * granted to its company. The engine's switch refuses expressions at the top of a stored query; {@link
     * GuardedQueries} lets these few pass in an or-part.
     */
    private TaskQuery todo(Role role) {
        TaskQuery mine = tasks.createTaskQuery().active().or().taskAssigneeExpression("${currentUser()}");
        return (role == Role.LOT_VENDOR ? mine.taskUnassigned() : mine.taskCandidateGroup(role.group())).endOr();
    }

    private TaskQuery claimed() {
        return tasks.createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .endOr();
    }

    private TaskQuery overdue() {
        return tasks.createTaskQuery()
                .active()
                .or()
                .dueBeforeExpression("${now()}")
                .endOr();
    }

    private void save(String code, String name, String description, int priority, TaskQuery query, List<Role> readers) {
        Filter filter = filters.createTaskFilterQuery().list().stream()
                .filter(saved -> code.equals(saved.getProperties().get("code")))
                .findFirst()
                .orElseGet(() -> filters.newTaskFilter(name));
        filter.setName(name).setQuery(query);
        filter.setProperties(Map.of(
                "code", code,
                "description", description,
                "priority", priority,
                "refresh", true,
                "showUndefinedVariable", false,
                "variables", COLUMNS));
        filters.saveFilter(filter);
        readers.forEach(role -> grants.grant(role, Resources.FILTER, filter.getId(), Permissions.READ));
    }
}
