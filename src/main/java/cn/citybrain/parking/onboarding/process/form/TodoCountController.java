package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.register.UnstartedDrafts;
import cn.citybrain.parking.onboarding.process.worklist.Worklist;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much waits for the person who asks. */
@RestController
class TodoCountController {

    private final CurrentUser user;
    private final Worklist tasks;
    private final UnstartedDrafts drafts;

    TodoCountController(CurrentUser user, Worklist tasks, UnstartedDrafts drafts) {
        this.user = user;
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
        return new Count(tasks.waitingFor(actor) + unstarted, unstarted);
    }
}
