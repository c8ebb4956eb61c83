package cn.citybrain.parking.onboarding.process.answer;

import cn.citybrain.parking.onboarding.process.Variables;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;

/**
 * What a channel is asked about.
 *
 * @param turn what tells this wait from every other, for mails that are written once
 * @param bindingId the lot, null where it is about the whole application
 * @param billId the bill that is charged, null where nothing is
 * @param step properties of the step that waits
 */
public record Asked(
        String turn, String channel, String applicationNo, Long bindingId, Long billId, Map<String, String> step) {

    static Asked of(AwaitedAnswer wait, Map<String, String> step) {
        return new Asked(
                wait.executionId(), wait.channel(), wait.applicationNo(), wait.bindingId(), wait.billId(), step);
    }

    /** For models in which the wait was an external task. */
    public static Asked of(LockedExternalTask task) {
        Map<String, Object> values = task.getVariables();
        return new Asked(
                task.getId(),
                Variables.CHANNEL.get(values),
                Variables.APPLICATION_NO.get(values),
                (Long) values.get(Variables.BINDING_ID.name()),
                (Long) values.get(Variables.BILL_ID.name()),
                task.getExtensionProperties());
    }
}
