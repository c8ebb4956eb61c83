package cn.citybrain.parking.onboarding.process.begin;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.process.EngineRights;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The task of an application that is a person's to do next, claimed for them. */
@Component
class OwnTask {

    private final TaskService tasks;
    private final EngineRights rights;
    private final People people;

    OwnTask(TaskService tasks, EngineRights rights, People people) {
        this.tasks = tasks;
        this.rights = rights;
        this.people = people;
    }

    /** Its id; empty where there is none, or a colleague has it. */
    Optional<String> of(String no, Actor actor) {
        return rights
                .own(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(no)
                        .taskCandidateGroupIn(List.copyOf(actor.groups()))
                        .includeAssignedTasks()
                        .orderByTaskCreateTime()
                        .asc()
                        .list())
                .stream()
                .filter(task -> actor.sees(task.getTenantId()))
                .filter(task -> task.getAssignee() == null || task.getAssignee().equals(actor.userId()))
                .findFirst()
                .filter(task -> isClaimed(task, actor))
                .map(Task::getId);
    }

    /** The claim is the person's own act, in their name. Somebody may have been faster. */
    private boolean isClaimed(Task task, Actor actor) {
        if (task.getAssignee() != null) {
            return true;
        }
        try {
            return people.as(actor, () -> {
                tasks.claim(task.getId(), actor.userId());
                return true;
            });
        } catch (ProcessEngineException faster) {
            return false;
        }
    }
}
