package cn.citybrain.parking.onboarding.process.task;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.People;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Takes a group's task for somebody who goes to it: the person's own act, in their name. */
@Component
public class OwnClaims {

    private final TaskService tasks;
    private final People people;
    private final BarredFilers barred;

    OwnClaims(TaskService tasks, People people, BarredFilers barred) {
        this.tasks = tasks;
        this.people = people;
        this.barred = barred;
    }

    /** @return whether somebody has it now; false if it is not for them, somebody else was faster, or it has just ended */
    public boolean isClaimed(Task task, Actor actor) {
        if (task.getAssignee() != null) {
            return true;
        }
        if (barred.obstacle(task, actor.userId()).isPresent()) {
            return false;
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
