package cn.citybrain.parking.onboarding.process.begin;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.task.OwnClaims;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The task of an application that is a person's to do next, claimed for them. */
@Component
class OwnTask {

    private final TaskService tasks;
    private final EngineRights rights;
    private final OwnClaims claims;

    OwnTask(TaskService tasks, EngineRights rights, OwnClaims claims) {
        this.tasks = tasks;
        this.rights = rights;
        this.claims = claims;
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
                .filter(task -> claims.isClaimed(task, actor))
                .map(Task::getId);
    }
}
