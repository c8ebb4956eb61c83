package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.absence.StandIn;
import cn.citybrain.parking.onboarding.access.absence.StandIns;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.process.EngineRights;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of those for whom the reader stands in today, without those that the reader could not do. */
@RestController
class StandInTasksController {

    private static final int MOST = 100;

    private final CurrentUser user;
    private final StandIns standIns;
    private final CompanyPeople people;
    private final TaskService tasks;
    private final RuntimeService processes;
    private final EngineRights rights;

    StandInTasksController(
            CurrentUser user,
            StandIns standIns,
            CompanyPeople people,
            TaskService tasks,
            RuntimeService processes,
            EngineRights rights) {
        this.user = user;
        this.standIns = standIns;
        this.people = people;
        this.tasks = tasks;
        this.processes = processes;
        this.rights = rights;
    }

    /** @param absent name @param days Chinese @param tasks the most urgent first */
    record Absence(String absent, String days, List<Open> tasks) {}

    /** @param about business key: an application's number, with a lot's code behind it where it is about one; may be null */
    record Open(String id, String name, String about, Instant due) {}

    /** A fixed number of statements. */
    @GetMapping("/api/account/stand-in-tasks")
    List<Absence> open() {
        Actor actor = user.current();
        List<StandIn> today = standIns.ofDeputy(actor.userId());
        if (today.isEmpty()) {
            return List.of();
        }
        Map<String, String> names =
                people.names(today.stream().map(StandIn::absent).collect(Collectors.toSet()));
        return rights.own(() -> {
            List<Task> found = found(actor, today.stream().map(StandIn::absent).toArray(String[]::new));
            Map<String, ProcessInstance> instances = instances(found);
            return today.stream()
                    .map(one -> new Absence(
                            names.get(one.absent()),
                            one.days(),
                            found.stream()
                                    .filter(task -> one.absent().equals(task.getAssignee()))
                                    .map(task -> open(task, instances))
                                    .toList()))
                    .toList();
        });
    }

    private static Open open(Task task, Map<String, ProcessInstance> instances) {
        ProcessInstance instance = instances.get(task.getProcessInstanceId());
        return new Open(
                task.getId(),
                task.getName(),
                instance == null ? null : instance.getBusinessKey(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    /** A vendor's company is a group that serves several parking companies; every other role is bound to the reader's. */
    private List<Task> found(Actor actor, String[] absent) {
        List<String> roles = actor.groups().stream()
                .filter(group -> !Role.isVendorCompany(group))
                .toList();
        Stream<Task> own =
                of(absent, roles).stream().filter(task -> actor.seesEverything() || actor.sees(task.getTenantId()));
        Stream<Task> vendors = of(absent, List.copyOf(actor.vendorCompanies())).stream();
        return Stream.concat(own, vendors)
                .sorted(Comparator.comparing(Task::getDueDate, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private List<Task> of(String[] absent, List<String> groups) {
        return groups.isEmpty()
                ? List.of()
                : tasks.createTaskQuery()
                        .taskAssigneeIn(absent)
                        .taskCandidateGroupIn(groups)
                        .includeAssignedTasks()
                        .orderByDueDate()
                        .asc()
                        .listPage(0, MOST);
    }

    private Map<String, ProcessInstance> instances(List<Task> found) {
        return found.isEmpty()
                ? Map.of()
                : processes
                        .createProcessInstanceQuery()
                        .processInstanceIds(
                                found.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet()))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(ProcessInstance::getId, Function.identity()));
    }
}
