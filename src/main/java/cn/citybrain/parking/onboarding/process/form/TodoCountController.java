package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.application.register.UnstartedDrafts;
import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much waits for the person who asks. */
@RestController
class TodoCountController {

    private final CurrentUser user;
    private final People people;
    private final TaskService tasks;
    private final UnstartedDrafts drafts;

    TodoCountController(CurrentUser user, People people, TaskService tasks, UnstartedDrafts drafts) {
        this.user = user;
        this.people = people;
        this.tasks = tasks;
        this.drafts = drafts;
    }

    /**
     * @param open tasks that the person has or may take, and drafts without a task
     * @param unstarted how many of those are drafts without a task
     */
    record Count(long open, long unstarted) {}

    @GetMapping("/api/todos/count")
    Count count() {
        Actor actor = user.current();
        long unstarted = actor.is(Role.LOT_OPERATOR) ? drafts.count(actor.tenants()) : 0;
        long open = actor.groups().isEmpty() ? 0 : people.as(actor, () -> own(actor) + free(actor));
        return new Count(open + unstarted, unstarted);
    }

    private long own(Actor actor) {
        return tasks.createTaskQuery().taskAssignee(actor.userId()).count();
    }

    private long free(Actor actor) {
        return tasks.createTaskQuery()
                .taskCandidateGroupIn(List.copyOf(actor.groups()))
                .count();
    }
}
