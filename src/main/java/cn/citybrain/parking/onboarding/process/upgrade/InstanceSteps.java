package cn.citybrain.parking.onboarding.process.upgrade;

import cn.citybrain.parking.onboarding.process.answer.AwaitedAnswers;
import cn.citybrain.parking.onboarding.process.work.ExternalTaskOutcome;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.stereotype.Component;

/** Where an instance stands, and whether it only waits. */
@Component
class InstanceSteps {

    private static final String DEDUCT = "deduct";
    private static final String DEDUCTION = "deduction";
    private static final String DEDUCTING = "正在扣款，有结果以后再迁移";
    private static final String TALKING = "正在与渠道通信，请稍后再执行一次";

    private final RuntimeService runtime;
    private final ExternalTaskService tasks;
    private final ManagementService management;
    private final AwaitedAnswers waits;

    InstanceSteps(
            RuntimeService runtime, ExternalTaskService tasks, ManagementService management, AwaitedAnswers waits) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.management = management;
        this.waits = waits;
    }

    /** Ids of the elements that an instance is in, subprocesses included; empty when it is over. */
    Set<String> of(String instanceId) {
        Set<String> ids = new TreeSet<>();
        Optional.ofNullable(runtime.getActivityInstance(instanceId)).ifPresent(whole -> collect(whole, ids));
        return ids;
    }

    private static void collect(ActivityInstance whole, Set<String> ids) {
        for (ActivityInstance part : whole.getChildActivityInstances()) {
            ids.add(part.getActivityId());
            collect(part, ids);
        }
        for (TransitionInstance passing : whole.getChildTransitionInstances()) {
            ids.add(passing.getActivityId());
        }
    }

    /** Why an instance is not left waiting, in Chinese: a deduction, or a step that is just being done. */
    Optional<String> busy(String instanceId, Date now) {
        for (ExternalTask task :
                tasks.createExternalTaskQuery().processInstanceId(instanceId).list()) {
            if (task.getTopicName().equals(DEDUCT)) {
                return Optional.of(DEDUCTING);
            }
            if (beingWorked(task, now)) {
                return Optional.of(TALKING);
            }
        }
        if (waits.waits(instanceId, DEDUCTION)) {
            return Optional.of(DEDUCTING);
        }
        if (waits.beingAsked(instanceId)) {
            return Optional.of(TALKING);
        }
        boolean moving = management
                        .createJobQuery()
                        .processInstanceId(instanceId)
                        .messages()
                        .count()
                > 0;
        return moving ? Optional.of("正在办理自动步骤，请稍后再执行一次") : Optional.empty();
    }

    private static boolean beingWorked(ExternalTask task, Date now) {
        return task.getWorkerId() != null
                && !task.getWorkerId().equals(ExternalTaskOutcome.WAITING)
                && task.getLockExpirationTime() != null
                && task.getLockExpirationTime().after(now);
    }
}
