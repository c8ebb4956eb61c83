package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.People;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What somebody may not see does not exist for them, whatever the call: 404, never a hint. */
@Component
class EngineVisibility {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final People people;

    EngineVisibility(TaskService tasks, RuntimeService runtime, People people) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.people = people;
    }

    void require(String kind, String id, Actor actor) {
        if (kind.equals("task")) {
            task(id, actor);
        } else if (kind.equals("execution")) {
            execution(id, actor);
        } else if (people.as(actor, () -> runtime.createProcessInstanceQuery()
                        .processInstanceId(id)
                        .count())
                == 0) {
            throw Refusal.unknown("没有这个流程，或者它已经结束。");
        }
    }

    private void execution(String id, Actor actor) {
        if (people.as(
                        actor,
                        () -> runtime.createExecutionQuery().executionId(id).count())
                == 0) {
            throw Refusal.unknown("没有这个流程步骤，或者它已经结束。");
        }
    }

    Task task(String id, Actor actor) {
        Task task = people.as(actor, () -> tasks.createTaskQuery().taskId(id).singleResult());
        if (task == null) {
            throw Refusal.unknown("这项任务已经办结，或者不由您办理。请回到任务列表，进度见看板。");
        }
        return task;
    }
}
