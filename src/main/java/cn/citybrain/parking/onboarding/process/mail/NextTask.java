package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.mail.Post.AtTask;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** The task of an application that came to a role last. */
@Component
class NextTask {

    private final TaskService tasks;
    private final EngineRights rights;

    NextTask(TaskService tasks, EngineRights rights) {
        this.tasks = tasks;
        this.rights = rights;
    }

    Optional<AtTask> of(String applicationNo, Role role) {
        return rights.own(() -> tasks
                .createTaskQuery()
                .processInstanceBusinessKey(applicationNo)
                .taskCandidateGroup(role.group())
                .includeAssignedTasks()
                .orderByTaskCreateTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(task -> new AtTask(
                        task.getId(),
                        Optional.ofNullable(task.getDueDate())
                                .map(Date::toInstant)
                                .orElse(null))));
    }
}
