package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.absence.StandIn;
import cn.citybrain.parking.onboarding.access.absence.StandIns;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.handover.Colleagues.Colleague;
import cn.citybrain.parking.onboarding.process.handover.HandOver.Kind;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody may do about whose a task is: hand over what they have, give any as a supervisor, do it for one who is away.
 * What is offered and what is taken are asked here alike.
 */
@Component
class HandOverDesk {

    private final TaskService tasks;
    private final EngineRights rights;
    private final Colleagues colleagues;
    private final HandOvers handOvers;
    private final StandIns standIns;
    private final People people;

    HandOverDesk(
            TaskService tasks,
            EngineRights rights,
            Colleagues colleagues,
            HandOvers handOvers,
            StandIns standIns,
            People people) {
        this.tasks = tasks;
        this.rights = rights;
        this.colleagues = colleagues;
        this.handOvers = handOvers;
        this.standIns = standIns;
        this.people = people;
    }

    /**
     * @param reader whether they may read what was said when it was handed on
     * @param to to whom they may give it; nobody where they may not
     * @param standIn for whom they may do it; null for nobody
     * @param holder name of who has it, or only their role; null for nobody
     * @param mine whether they have it
     * @param claimable whether they may claim it
     */
    record Offer(boolean reader, List<Colleague> to, StandIn standIn, String holder, boolean mine, boolean claimable) {}

    /** @throws NotVisible if there is no such task for this person */
    Offer offer(Actor actor, String taskId) {
        return rights.own(() -> {
            Task task = visible(actor, taskId);
            String holder = task.getAssignee();
            boolean candidate = isCandidate(actor, task);
            return new Offer(
                    actor.seesEverything() || candidate,
                    kind(actor, task).isPresent() ? colleagues.of(task) : List.of(),
                    standIn(actor, task).orElse(null),
                    holder == null ? null : holder(actor, task, candidate),
                    actor.userId().equals(holder),
                    holder == null && candidate && colleagues.fits(task, actor.userId()));
        });
    }

    @Transactional
    public void handOver(Actor actor, String taskId, String to, String typed) {
        rights.own(() -> {
            Task task = visible(actor, taskId);
            Kind kind = kind(actor, task).orElseThrow(() -> new StepForbidden(notTheirs(task)));
            if (to == null || to.isBlank()) {
                throw new StepRefused("请选择转交给谁");
            }
            String word = HandOvers.word(typed);
            colleagues.requireFit(taskId, to);
            handOvers.tell(
                    task,
                    new HandOver(kind, task.getAssignee(), to, actor.userId(), word, null, null),
                    Optional.ofNullable(task.getDueDate()).map(Date::toInstant).orElse((Instant) null));
            return null;
        });
    }

    @Transactional
    public void standIn(Actor actor, String taskId) {
        rights.own(() -> {
            Task task = visible(actor, taskId);
            StandIn standIn =
                    standIn(actor, task).orElseThrow(() -> new StepForbidden("这个任务现在不由您代办：只有在代办期间，才能办理不在的同事认领的任务"));
            handOvers.give(
                    task,
                    new HandOver(
                            Kind.STOOD_IN,
                            standIn.absent(),
                            actor.userId(),
                            actor.userId(),
                            standIn.reason(),
                            standIn.id(),
                            null));
            return null;
        });
    }

    private String notTheirs(Task task) {
        return task.getAssignee() == null
                ? "请先认领任务，再转交"
                : "任务由 " + people.nameOf(task.getAssignee()) + " 办理，只有他和运营公司主管可以转交";
    }

    private static Optional<Kind> kind(Actor actor, Task task) {
        if (actor.userId().equals(task.getAssignee())) {
            return Optional.of(Kind.HANDED);
        }
        return actor.is(Role.OPS_SUPERVISOR) ? Optional.of(Kind.REASSIGNED) : Optional.empty();
    }

    private Optional<StandIn> standIn(Actor actor, Task task) {
        return standIns.between(task.getAssignee(), actor.userId())
                .filter(found -> colleagues.fits(task, actor.userId()));
    }

    /** By tenant, or as one of those whose task it is: a vendor is no member of the operator's tenant. */
    private Task visible(Actor actor, String taskId) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        boolean seen = task != null
                && (actor.sees(task.getTenantId())
                        || task.getTenantId() == null && actor.seesEverything()
                        || actor.vendorCompanies().stream().anyMatch(groups(task)::contains));
        if (!seen) {
            throw new NotVisible();
        }
        return task;
    }

    /** People are named to their colleagues and to those who see everything. */
    private String holder(Actor actor, Task task, boolean candidate) {
        return actor.seesEverything() || candidate
                ? people.nameOf(task.getAssignee())
                : groups(task).stream()
                        .flatMap(group -> Role.ofGroup(group).stream())
                        .findFirst()
                        .orElse(Role.LOT_VENDOR)
                        .title();
    }

    private boolean isCandidate(Actor actor, Task task) {
        return groups(task).stream().anyMatch(actor.groups()::contains);
    }

    private Set<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .collect(Collectors.toSet());
    }
}
