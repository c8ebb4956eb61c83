package cn.citybrain.parking.onboarding.process.withdrawal;

import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.lot.LotRegistrations;
import cn.citybrain.parking.onboarding.process.work.Answer;
import cn.citybrain.parking.onboarding.process.work.TopicHandler;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** Tells a channel that a lot, or a whole application, is given up. */
@Component
class WithdrawAtChannel implements TopicHandler {

    private final ChannelAdapters channels;
    private final LotRegistrations registrations;

    WithdrawAtChannel(ChannelAdapters channels, LotRegistrations registrations) {
        this.channels = channels;
        this.registrations = registrations;
    }

    @Override
    public String topic() {
        return "withdrawAtChannel";
    }

    @Override
    public Answer work(LockedExternalTask task) {
        Map<String, Object> values = task.getVariables();
        ChannelAdapter channel = channels.of(Variables.CHANNEL.get(values));
        if (values.get(Variables.BINDING_ID.name()) instanceof Long bindingId) {
            channel.withdrawLot(registrations.of(registrations.binding(bindingId)));
        } else if (Boolean.TRUE.equals(values.get(Variables.SENT_TO_CHANNEL.name()))) {
            channel.withdraw(Variables.APPLICATION_NO.get(values));
        }
        return Answer.done();
    }
}
