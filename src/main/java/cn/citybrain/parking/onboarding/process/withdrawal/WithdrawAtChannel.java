package cn.citybrain.parking.onboarding.process.withdrawal;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.Withdrawal;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.lot.LotRegistrations;
import cn.citybrain.parking.onboarding.process.mail.Addressees;
import cn.citybrain.parking.onboarding.process.mail.ProcessMails;
import cn.citybrain.parking.onboarding.process.work.Answer;
import cn.citybrain.parking.onboarding.process.work.TopicHandler;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/**
 * Tells a channel that a lot, or a whole application, is given up. The step is done only when the channel was told: where it
 * has no call for it, or never heard of the matter, the step ends by an error that the model knows, and a person is asked to
 * tell it. Steps of the models before version 2 (without property {@code byHand}) know no such errors: they note what people
 * have to do, and are done.
 */
@Component
class WithdrawAtChannel implements TopicHandler {

    private final ChannelAdapters channels;
    private final LotRegistrations registrations;
    private final ProcessMails mails;
    private final Addressees addressees;

    WithdrawAtChannel(
            ChannelAdapters channels, LotRegistrations registrations, ProcessMails mails, Addressees addressees) {
        this.channels = channels;
        this.registrations = registrations;
        this.mails = mails;
        this.addressees = addressees;
    }

    @Override
    public String topic() {
        return "withdrawAtChannel";
    }

    @Override
    public Answer work(LockedExternalTask task) {
        Withdrawal answer = withdraw(task.getVariables());
        boolean told = !"task".equals(task.getExtensionProperties().get("byHand"));
        if (answer instanceof ByHand byHand) {
            return ask(task, byHand, told);
        }
        return answer instanceof Withdrawal.NotNeeded && !told
                ? new Answer.Refused("nothingToWithdraw", Map.of(), () -> {})
                : Answer.done();
    }

    private Withdrawal withdraw(Map<String, Object> values) {
        ChannelAdapter channel = channels.of(Variables.CHANNEL.get(values));
        if (values.get(Variables.BINDING_ID.name()) instanceof Long bindingId) {
            return channel.lots().withdraw(registrations.of(registrations.binding(bindingId)));
        }
        return Boolean.TRUE.equals(values.get(Variables.SENT_TO_CHANNEL.name()))
                ? channel.accounts().withdraw(Variables.APPLICATION_NO.get(values))
                : new Withdrawal.NotNeeded("申请没有提交渠道");
    }

    private Answer ask(LockedExternalTask task, ByHand byHand, boolean done) {
        String request = "告知" + byHand.whom() + "：" + byHand.how();
        Map<String, Object> variables = Map.of(Variables.WITHDRAWAL_BY_HAND.name(), request);
        Runnable store = () -> tell(task, byHand, request);
        return done ? new Answer.Done(variables, store) : new Answer.Refused("withdrawalByHand", variables, store);
    }

    private void tell(LockedExternalTask task, ByHand byHand, String request) {
        Map<String, Object> words = Map.of("whom", byHand.whom(), "request", request);
        if (task.getVariables().get(Variables.BINDING_ID.name()) instanceof Long bindingId) {
            mails.sendAboutLot(
                    "lot-withdrawal-by-hand",
                    task.getId(),
                    registrations.binding(bindingId),
                    addressees.role(Role.OPS_REVIEWER),
                    words);
        } else {
            mails.send(
                    "withdrawal-by-hand",
                    task.getId(),
                    Variables.APPLICATION_NO.get(task.getVariables()),
                    addressees.role(Role.OPS_REVIEWER),
                    words);
        }
    }
}
