package cn.citybrain.parking.onboarding.process.task;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.context.ApplicationContext;

/** A task with one of the forms, of a process that has nothing else. */
public final class FormTask implements AutoCloseable {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final String instanceId;

    private FormTask(RuntimeService runtime, TaskService tasks, String instanceId) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.instanceId = instanceId;
    }

    /**
     * @param form a file's name
     * @param about the process's variables
     */
    public static FormTask open(ApplicationContext app, String form, Map<String, Object> about) {
        String process = "form-task-" + form.replace(".html", "");
        app.getBean(RepositoryService.class)
                .createDeployment()
                .name(process)
                .enableDuplicateFiltering(true)
                .addModelInstance(
                        process + ".bpmn",
                        Bpmn.createExecutableProcess(process)
                                .name("试办")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("task")
                                .name("试办")
                                .camundaCandidateGroups("ops-reviewer")
                                .camundaFormKey("embedded:deployment:" + form)
                                .endEvent()
                                .done())
                .deploy();
        RuntimeService runtime = app.getBean(RuntimeService.class);
        String instance = runtime.startProcessInstanceByKey(process, about).getId();
        return new FormTask(runtime, app.getBean(TaskService.class), instance);
    }

    public FormTask heldBy(String userId) {
        tasks.setAssignee(
                tasks.createTaskQuery()
                        .processInstanceId(instanceId)
                        .singleResult()
                        .getId(),
                userId);
        return this;
    }

    @Override
    public void close() {
        runtime.deleteProcessInstance(instanceId, "end of test");
    }
}
