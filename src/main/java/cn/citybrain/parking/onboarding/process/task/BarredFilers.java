package cn.citybrain.parking.onboarding.process.task;

import cn.citybrain.parking.onboarding.access.BarredPeople;
import cn.citybrain.parking.onboarding.application.register.Filers;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Four eyes: what the operating company does about an application is not for whoever filed it, whatever their roles. Asked
 * wherever a task is taken, given or done.
 */
@Component
public class BarredFilers implements BarredPeople {

    private final TaskService tasks;
    private final EngineRights rights;
    private final Filers filers;

    BarredFilers(TaskService tasks, EngineRights rights, Filers filers) {
        this.tasks = tasks;
        this.rights = rights;
        this.filers = filers;
    }

    @Override
    public Set<String> of(Task task) {
        return rights.own(() -> {
            boolean reviewed = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .anyMatch(Filers::areBarredFrom);
            Object no = reviewed ? tasks.getVariable(task.getId(), Variables.APPLICATION_NO.name()) : null;
            return no == null ? Set.of() : filers.of(no.toString());
        });
    }
}
