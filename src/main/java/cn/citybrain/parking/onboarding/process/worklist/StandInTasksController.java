package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.absence.StandIn;
import cn.citybrain.parking.onboarding.access.absence.StandIns;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of those for whom the reader stands in today, without those that the reader could not do. */
@RestController
class StandInTasksController {

    private static final int MOST = 100;

    private final CurrentUser user;
    private final StandIns standIns;
    private final CompanyPeople people;
    private final Worklist tasks;
    private final WorkRows rows;

    StandInTasksController(CurrentUser user, StandIns standIns, CompanyPeople people, Worklist tasks, WorkRows rows) {
        this.user = user;
        this.standIns = standIns;
        this.people = people;
        this.tasks = tasks;
        this.rows = rows;
    }

    /** @param absent name @param days Chinese @param tasks the most urgent first */
    record Absence(String absent, String days, List<WorkRow> tasks) {}

    /** A fixed number of statements. */
    @GetMapping("/api/account/stand-in-tasks")
    List<Absence> open() {
        Actor actor = user.current();
        List<StandIn> today = standIns.ofDeputy(actor.userId());
        if (today.isEmpty()) {
            return List.of();
        }
        Set<String> absent = today.stream().map(StandIn::absent).collect(Collectors.toSet());
        Map<String, String> names = people.names(absent);
        List<OpenTask> found = tasks.assignedTo(absent, actor, MOST);
        Map<String, WorkRow> shown =
                rows.ofTasks(found, actor).stream().collect(Collectors.toMap(WorkRow::id, row -> row));
        return today.stream()
                .map(one -> new Absence(
                        names.get(one.absent()),
                        one.days(),
                        found.stream()
                                .filter(task -> one.absent().equals(task.assignee()))
                                .map(task -> shown.get(task.id()))
                                .toList()))
                .toList();
    }
}
