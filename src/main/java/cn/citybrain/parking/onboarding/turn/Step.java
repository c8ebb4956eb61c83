package cn.citybrain.parking.onboarding.turn;

import cn.citybrain.parking.onboarding.access.Role;
import java.time.Instant;

/** What a process stands at right now: the facts that turns are worked out of. */
public sealed interface Step {

    Place at();

    /**
     * @param bindingId null where it is about the application as a whole
     * @param element id in the model
     * @param name of the step, as people know it
     * @param overdue since when it is late and who deals with that, in Chinese; null if it was not reported
     */
    record Place(
            String applicationNo,
            Long bindingId,
            String instanceId,
            String element,
            String name,
            Instant since,
            String overdue) {}

    /**
     * A task of people.
     *
     * @param role whose it is
     * @param group the group of these people: of a vendor the company's own
     * @param visitor who of the channel comes to sign, where the step waits for a visit; null elsewhere
     * @param aboutLateness whether it is about another step, which is late
     */
    record PersonsTask(
            Place at, Turn.Task task, Role role, String group, Instant due, String visitor, boolean aboutLateness)
            implements Step {}

    /**
     * A channel's word is awaited.
     *
     * @param question what it is asked: review, lot or deduction
     * @param expectedAt null if nobody knows
     */
    record Answer(Place at, String question, Instant expectedAt) implements Step {}

    /** Something else is awaited that comes as a message. */
    record Message(Place at) implements Step {}

    /**
     * An act of ours at a channel.
     *
     * @param failed whether it failed and will be tried again
     * @param postponed whether it waits until the channel can be talked to
     */
    record Act(Place at, boolean failed, boolean postponed) implements Step {}

    /** It goes on at a moment. */
    record Appointed(Place at, Instant moment) implements Step {}

    /** It is stopped: something of ours failed, and only a person can help. */
    record Stopped(Place at) implements Step {

        /** Whatever it stands at: the channel is not to blame, and the company can do nothing. */
        public static Words words(String step) {
            return new Words(
                    "平台在“" + step + "”处理出错，请您在“流程监控”里查看原因并重试",
                    "平台在“" + step + "”处理出错，等待" + Role.OPS_SUPERVISOR.title() + "处理",
                    "平台处理出错，运营公司正在处理，无需您操作");
        }
    }
}
