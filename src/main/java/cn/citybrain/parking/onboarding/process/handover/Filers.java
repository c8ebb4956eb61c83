package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Four eyes: what the operating company does about an application is not for whoever filed it, whatever their roles. */
@Component
class Filers {

    private static final Set<String> WHO_REVIEW = Set.of(Role.OPS_REVIEWER.group(), Role.OPS_SUPERVISOR.group());

    private final TaskService tasks;
    private final Applications applications;

    Filers(TaskService tasks, Applications applications) {
        this.tasks = tasks;
        this.applications = applications;
    }

    /** User ids of those who may not do a task because they filed what it is about. */
    Set<String> barred(Task task) {
        boolean reviewed = tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .anyMatch(group -> group != null && WHO_REVIEW.contains(group));
        Object no = reviewed ? tasks.getVariable(task.getId(), Variables.APPLICATION_NO.name()) : null;
        return no == null
                ? Set.of()
                : applications
                        .find(no.toString())
                        .map(filed -> Stream.of(filed.createdBy(), filed.submittedBy())
                                .filter(Objects::nonNull)
                                .collect(Collectors.toSet()))
                        .orElse(Set.of());
    }
}
