package cn.citybrain.parking.onboarding.process.answer;

import cn.citybrain.parking.onboarding.channel.inbox.ChannelEvent;
import cn.citybrain.parking.onboarding.deduction.DeductionSettled;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.work.ExternalTaskOutcome;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Brings the next question to a channel forward: a callback said that there is news, or somebody asked. Also for instances of
 * the versions before, which wait in an external task that stays locked until its next poll.
 */
@Component
public class Polls {

    private final RuntimeService runtime;
    private final ExternalTaskService tasks;
    private final AwaitedAnswers waits;

    Polls(RuntimeService runtime, ExternalTaskService tasks, AwaitedAnswers waits) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.waits = waits;
    }

    @ApplicationModuleListener(id = "process.poll-review")
    void on(ChannelEvent.ReviewNoticed event) {
        review(event.applicationNo());
    }

    @ApplicationModuleListener(id = "process.poll-lot")
    void on(ChannelEvent.LotNoticed event) {
        waits.newsOfLot("lot", event.bindingId());
        now("registerLot", Variables.BINDING_ID, event.bindingId());
    }

    @ApplicationModuleListener(id = "process.poll-deduction")
    void on(DeductionSettled event) {
        waits.newsOfLot("deduction", event.bindingId());
        now("deduct", Variables.BINDING_ID, event.bindingId());
    }

    /** Asks at once how far an application and its lots are. Returns how many waits that ends or shortens. */
    public int now(String applicationNo) {
        return review(applicationNo)
                + waits.newsOfApplication("lot", applicationNo)
                + now("registerLot", Variables.APPLICATION_NO, applicationNo);
    }

    private int review(String applicationNo) {
        return waits.newsOfApplication("review", applicationNo)
                + now("reviewApplication", Variables.APPLICATION_NO, applicationNo);
    }

    /** Ends the wait of the tasks of a topic. One that is being worked right now is left alone. Returns how many. */
    private <T> int now(String topic, Variables<T> variable, T value) {
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
