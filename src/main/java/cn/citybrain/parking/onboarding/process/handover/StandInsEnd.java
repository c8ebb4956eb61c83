package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.access.StandInOver;
import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.handover.HandOver.Kind;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Somebody is back: what was taken on for them and not done is theirs again, unless it is not for them to do any more. */
@Component
class StandInsEnd {

    private final TaskService tasks;
    private final EngineRights rights;
    private final HandOverTable table;
    private final Colleagues colleagues;
    private final HandOvers handOvers;

    StandInsEnd(
            TaskService tasks, EngineRights rights, HandOverTable table, Colleagues colleagues, HandOvers handOvers) {
        this.tasks = tasks;
        this.rights = rights;
        this.table = table;
        this.colleagues = colleagues;
        this.handOvers = handOvers;
    }

    @EventListener
    void on(StandInOver over) {
        rights.own(() -> {
            table.takenIn(over.id()).forEach(taskId -> giveBack(taskId, over));
            return null;
        });
    }

    private void giveBack(String taskId, StandInOver over) {
        Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
        if (task != null && over.deputy().equals(task.getAssignee()) && colleagues.fits(task, over.absent())) {
            handOvers.give(task, new HandOver(Kind.RETURNED, over.deputy(), over.absent(), null, "", over.id(), null));
        }
    }
}
