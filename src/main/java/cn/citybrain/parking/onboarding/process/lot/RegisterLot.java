package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.lot.Lots;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.answer.Word;
import cn.citybrain.parking.onboarding.process.restore.LostSubmissions;
import cn.citybrain.parking.onboarding.process.work.Answer;
import cn.citybrain.parking.onboarding.process.work.TopicHandler;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.springframework.stereotype.Component;

/**
 * Registers a lot at its channel. What the channel has not answered is awaited by the next step; in instances of the versions
 * before there is none, and this one stays until there is an answer.
 */
@Component
class RegisterLot implements TopicHandler {

    private final LotRegistrations registrations;
    private final LotQuestion question;
    private final ChannelAdapters channels;
    private final ProcessSettings settings;
    private final LostSubmissions lost;

    RegisterLot(
            LotRegistrations registrations,
            LotQuestion question,
            ChannelAdapters channels,
            ProcessSettings settings,
            LostSubmissions lost) {
        this.registrations = registrations;
        this.question = question;
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
        Word word = question.word(binding.id(), ask(binding, task));
        return AwaitedNext.by(task) ? act(word) : actAndWait(word);
    }

    private static Answer act(Word word) {
        return word instanceof Word.Decided decided
                ? new Answer.Done(decided.variables(), decided.store())
                : new Answer.Done(Map.of(Variables.LOT_OUTCOME.name(), "PENDING"), word.store());
    }

    /** As the versions before want it: nothing is answered until all is, and a refusal is an error. */
    private Answer actAndWait(Word word) {
        if (!(word instanceof Word.Decided decided)) {
            return new Answer.Later(settings.worker().pollEvery(), word.store());
        }
        return decided.variables().containsKey(Variables.LOT_REFUSAL.name())
                ? new Answer.Refused("lotRefused", decided.variables(), decided.store())
                : new Answer.Done(decided.variables(), decided.store());
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
