package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.due.DueDates;
import cn.citybrain.parking.onboarding.process.restore.LostSubmissions;
import cn.citybrain.parking.onboarding.process.work.Answer;
import cn.citybrain.parking.onboarding.process.work.TopicHandler;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** Sends an accepted application to its channel. */
@Component
class SubmitApplication implements TopicHandler {

    private final Applications applications;
    private final ChannelAnswers answers;
    private final ChannelAdapters channels;
    private final DueDates dueDates;
    private final ChannelRefusals refusals;
    private final LostSubmissions lost;

    SubmitApplication(
            Applications applications,
            ChannelAnswers answers,
            ChannelAdapters channels,
            DueDates dueDates,
            ChannelRefusals refusals,
            LostSubmissions lost) {
        this.applications = applications;
        this.answers = answers;
        this.channels = channels;
        this.dueDates = dueDates;
        this.refusals = refusals;
        this.lost = lost;
    }

    @Override
    public String topic() {
        return "submitApplication";
    }

    @Override
    public Answer work(LockedExternalTask task) {
        String no = Variables.APPLICATION_NO.get(task.getVariables());
        Accounts channel =
                channels.of(Variables.CHANNEL.get(task.getVariables())).accounts();
        Instant expected = dueDates.workingDays(expectedDays(task)).toInstant();
        if (lost.known(channel, no)) {
            return submitted(no, false, "备份还原前已提交渠道，等待审核", expected);
        }
        SubmitResult result = channel.submit(applications.forChannel(no));
        if (result instanceof SubmitResult.Rejected rejected) {
            return refusals.refused(task.getId(), no, rejected.issues(), rejected.message());
        }
        boolean byHand = result instanceof ByHand;
        String text = result instanceof ByHand paper ? paper.whom() + "没有接口，" + paper.how() : "已提交渠道，等待审核";
        return submitted(no, byHand, text, expected);
    }

    private Answer submitted(String no, boolean byHand, String text, Instant expected) {
        return new Answer.Done(
                Map.of(Variables.BY_HAND.name(), byHand), () -> answers.reviewing(no, text, null, expected));
    }

    /** Working days in which the channel is expected to answer: property {@code expectedDays} of the step. */
    private static int expectedDays(LockedExternalTask task) {
        return Integer.parseInt(task.getExtensionProperties().get("expectedDays"));
    }
}
