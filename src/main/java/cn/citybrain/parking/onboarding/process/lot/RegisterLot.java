package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.lot.Lots;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import cn.citybrain.parking.onboarding.process.restore.LostSubmissions;
import cn.citybrain.parking.onboarding.process.work.Answer;
import cn.citybrain.parking.onboarding.process.work.TopicHandler;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/** Registers a lot at its channel, then asks until the channel has consented or refused. */
@Component
class RegisterLot implements TopicHandler {

    private final LotBindings bindings;
    private final LotRegistrations registrations;
    private final ChannelAdapters channels;
    private final ProcessSettings settings;
    private final LostSubmissions lost;

    RegisterLot(
            LotBindings bindings,
            LotRegistrations registrations,
            ChannelAdapters channels,
            ProcessSettings settings,
            LostSubmissions lost) {
        this.bindings = bindings;
        this.registrations = registrations;
        this.channels = channels;
        this.settings = settings;
        this.lost = lost;
    }

    @Override
    public String topic() {
        return "registerLot";
    }

    @Override
    public Answer work(LockedExternalTask task) {
        LotBinding binding = registrations.binding(Variables.BINDING_ID.get(task.getVariables()));
        LotState state = ask(binding, task);
        if (state instanceof LotState.Registered consent) {
            return new Answer.Done(
                    Map.of(), () -> bindings.registered(binding.id(), consent.reference(), consent.channelLotId()));
        }
        if (state instanceof LotState.Refused refused) {
            return new Answer.Refused(
                    "lotRefused",
                    Map.of(Variables.LOT_REFUSAL.name(), Reasons.safe(refused.reason())),
                    () -> bindings.pending(binding.id(), ""));
        }
        String reference = ((LotState.Pending) state).reference();
        return new Answer.Later(settings.worker().pollEvery(), () -> bindings.pending(binding.id(), reference));
    }

    /** A lot that the channel never heard of is registered by its question for the state, too. */
    private LotState ask(LotBinding binding, LockedExternalTask task) {
        Lots lots = channels.of(binding.channel()).lots();
        var registration = registrations.of(binding);
        boolean asked = binding.channelReference() != null
                && !binding.channelReference().isEmpty();
        return asked || lost.mayHold(task) ? lots.state(registration) : lots.register(registration);
    }
}
