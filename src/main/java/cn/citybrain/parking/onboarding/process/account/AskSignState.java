package cn.citybrain.parking.onboarding.process.account;

import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.exchange.Exchanges;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.work.Answer;
import cn.citybrain.parking.onboarding.process.work.TopicHandler;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/**
 * Asks a channel whether the merchant's account has signed what the channel needs to deduct. Where the answer does not tell,
 * the merchant gets it as a remark on the account: to correct it, or to have it asked again.
 */
@Component
class AskSignState implements TopicHandler {

    private final Applications applications;
    private final ChannelAnswers answers;
    private final ChannelAdapters channels;
    private final ChannelRefusals refusals;
    private final Exchanges exchanges;

    AskSignState(
            Applications applications,
            ChannelAnswers answers,
            ChannelAdapters channels,
            ChannelRefusals refusals,
            Exchanges exchanges) {
        this.applications = applications;
        this.answers = answers;
        this.channels = channels;
        this.refusals = refusals;
        this.exchanges = exchanges;
    }

    @Override
    public String topic() {
        return "signState";
    }

    @Override
    public Answer work(LockedExternalTask task) {
        String no = Variables.APPLICATION_NO.get(task.getVariables());
        Accounts channel =
                channels.of(Variables.CHANNEL.get(task.getVariables())).accounts();
        SignState state = exchanges.about(no, () -> channel.signState(applications.account(no)));
        if (state instanceof SignState.Signed signed) {
            return done(true, () -> answers.opened(no, signed.channelAccount()));
        }
        if (state instanceof SignState.NotSigned notSigned) {
            return done(false, () -> answers.said(no, notSigned.why()));
        }
        if (state instanceof SignState.Undeterminable unclear) {
            return refusals.refused(
                    task.getId(),
                    no,
                    List.of(new FieldIssue(applications.accountField(no), unclear.why())),
                    unclear.why(),
                    unclearCode(task));
        }
        throw new IllegalStateException("the model asks a channel for a sign state that it does not know: "
                + Variables.CHANNEL.get(task.getVariables()));
    }

    /** Error that the step throws: property {@code unclear}; before version 2 of the models that of a refusal. */
    private static String unclearCode(LockedExternalTask task) {
        return task.getExtensionProperties().getOrDefault("unclear", ChannelRefusals.REFUSED);
    }

    private static Answer done(boolean signed, Runnable store) {
        return new Answer.Done(Map.of(Variables.PRODUCT_SIGNED.name(), signed), store);
    }
}
