package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.absence.StandIns;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.task.BarredFilers;
import cn.citybrain.parking.onboarding.process.task.OwnClaims;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Behind {@code /tasks/{id}}, the one address of a task: leads to the task, or to what it is about. */
@RestController
class TaskWayController {

    private final CurrentUser user;
    private final EngineRights rights;
    private final OwnClaims claims;
    private final BarredFilers barred;
    private final StandIns standIns;
    private final TaskService tasks;
    private final TaskWays ways;

    TaskWayController(
            CurrentUser user,
            EngineRights rights,
            OwnClaims claims,
            BarredFilers barred,
            StandIns standIns,
            TaskService tasks,
            TaskWays ways) {
        this.user = user;
        this.rights = rights;
        this.claims = claims;
        this.barred = barred;
        this.standIns = standIns;
        this.tasks = tasks;
        this.ways = ways;
    }

    /** @param claim whether the person said that they do it now; else they only look */
    record Wish(boolean claim) {}

    /**
     * @param task to be opened, null where this person has nothing to do
     * @param address where it leads instead
     * @param text why, in Chinese
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Way(String task, String address, String text) {}

    @PostMapping("/api/tasks/{id}/way")
    Way way(@PathVariable String id, @RequestBody Wish wish) {
        Actor actor = user.current();
        Task open = rights.own(() -> tasks.createTaskQuery().taskId(id).singleResult());
        boolean theirs = open != null && rights.own(() -> isOf(open, actor));
        Optional<String> obstacle = theirs && !actor.userId().equals(open.getAssignee())
                ? barred.obstacle(open, actor.userId())
                : Optional.empty();
        if (obstacle.isPresent()) {
            return new Way(null, rights.own(() -> ways.around(id, actor)).address(), obstacle.get());
        }
        boolean mine = theirs
                ? !wish.claim() || claims.isClaimed(open, actor)
                : open != null && !wish.claim() && actor.is(Role.OPS_SUPERVISOR);
        return mine ? new Way(id, null, null) : rights.own(() -> ways.around(id, actor));
    }

    /** Also of who does the tasks of an absent colleague today: the form offers to take it over. */
    private boolean isOf(Task task, Actor actor) {
        String worker = task.getAssignee();
        return actor.userId().equals(worker)
                || (worker == null || standIns.between(worker, actor.userId()).isPresent()) && isOfGroup(task, actor);
    }

    private boolean isOfGroup(Task task, Actor actor) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .filter(actor.groups()::contains)
                .anyMatch(group -> !group.equals(Role.LOT_OPERATOR.group())
                        || actor.tenants().contains(task.getTenantId()));
    }
}
