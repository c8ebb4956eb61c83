package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.application.register.UnstartedDrafts;
import cn.citybrain.parking.onboarding.process.standing.Failures;
import cn.citybrain.parking.onboarding.process.worklist.Worklist;
import cn.citybrain.parking.onboarding.turn.WaitingLots;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much waits for the person who asks. */
@RestController
class TodoCountController {

    private final CurrentUser user;
    private final Worklist tasks;
    private final UnstartedDrafts drafts;
    private final Failures failures;
    private final WaitingLots lots;

    TodoCountController(CurrentUser user, Worklist tasks, UnstartedDrafts drafts, Failures failures, WaitingLots lots) {
        this.user = user;
        this.tasks = tasks;
        this.drafts = drafts;
        this.failures = failures;
        this.lots = lots;
    }

    /**
     * @param open tasks that the person has or may take, and drafts without a task
     * @param unstarted how many of those are drafts without a task
     * @param failures steps of ours that failed and have no task; none for others than supervisors
     * @param lots that wait for this person without a task, such as for the drive of a test vehicle; not among the open
     */
    record Count(long open, long unstarted, long failures, long lots) {}

    @GetMapping("/api/todos/count")
    Count count() {
        Actor actor = user.current();
        long unstarted = actor.is(Role.LOT_OPERATOR) ? drafts.count(actor.tenants()) : 0;
        long failed = actor.is(Role.OPS_SUPERVISOR) ? failures.count() : 0;
        return new Count(
                tasks.waitingFor(actor) + unstarted,
                unstarted,
                failed,
                lots.of(actor).size());
    }
}
