package cn.citybrain.parking.onboarding.process.work;

import cn.citybrain.parking.onboarding.channel.inbox.ChannelEvent;
import cn.citybrain.parking.onboarding.deduction.DeductionSettled;
import cn.citybrain.parking.onboarding.process.Variables;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Brings the next poll of a channel forward: a callback said that there is news, or somebody asked. */
@Component
public class Polls {

    private final RuntimeService runtime;
    private final ExternalTaskService tasks;

    Polls(RuntimeService runtime, ExternalTaskService tasks) {
        this.runtime = runtime;
        this.tasks = tasks;
    }

    @ApplicationModuleListener(id = "process.poll-review")
    void on(ChannelEvent.ReviewNoticed event) {
        now("reviewApplication", Variables.APPLICATION_NO, event.applicationNo());
    }

    @ApplicationModuleListener(id = "process.poll-lot")
    void on(ChannelEvent.LotNoticed event) {
        now("registerLot", Variables.BINDING_ID, event.bindingId());
    }

    @ApplicationModuleListener(id = "process.poll-deduction")
    void on(DeductionSettled event) {
        now("deduct", Variables.BINDING_ID, event.bindingId());
    }

    /** Ends the wait of the tasks of a topic. One that is being worked right now is left alone. Returns how many. */
    public <T> int now(String topic, Variables<T> variable, T value) {
        String[] instances =
                runtime.createProcessInstanceQuery().variableValueEquals(variable.name(), value).list().stream()
                        .map(ProcessInstance::getId)
                        .toArray(String[]::new);
        if (instances.length == 0) {
            return 0;
        }
        var waiting = tasks.createExternalTaskQuery()
                .topicName(topic)
                .processInstanceIdIn(instances)
                .workerId(ExternalTaskOutcome.WAITING)
                .list();
        waiting.forEach(task -> tasks.unlock(task.getId()));
        return waiting.size();
    }
}
