package cn.citybrain.parking.onboarding.access;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;

/** Port: who may not do a task although their roles say so. */
public interface BarredPeople {

    /** Their user ids. */
    Set<String> of(Task task);

    /** Why it is not for this person, Chinese, with its full stop; empty if nothing bars them. */
    default Optional<String> obstacle(Task task, String userId) {
        return of(task).contains(userId)
                ? Optional.of("任务“" + task.getName() + "”涉及的申请由您本人填报，请由其他同事办理。")
                : Optional.empty();
    }
}
