package cn.citybrain.parking.onboarding.process.lot;

import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.answer.Asked;
import cn.citybrain.parking.onboarding.process.answer.Question;
import cn.citybrain.parking.onboarding.process.answer.Word;
import cn.citybrain.parking.onboarding.process.mail.Reasons;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Whether a channel has consented to a lot or refused it. */
@Component
class LotQuestion implements Question {

    private final LotBindings bindings;
    private final LotRegistrations registrations;
    private final ChannelAdapters channels;

    LotQuestion(LotBindings bindings, LotRegistrations registrations, ChannelAdapters channels) {
        this.bindings = bindings;
        this.registrations = registrations;
        this.channels = channels;
    }

    @Override
    public String name() {
        return "lot";
    }

    @Override
    public boolean askedByTheAct() {
        return true;
    }

    @Override
    public Word ask(Asked about) {
        LotBinding binding = registrations.binding(about.bindingId());
        return word(binding.id(), channels.of(binding.channel()).lots().state(registrations.of(binding)));
    }

    /** What the channel's word about a lot means, whether it was asked or came with the registration. */
    Word word(long bindingId, LotState state) {
        if (state instanceof LotState.Registered consent) {
            return new Word.Decided(
                    Map.of(Variables.LOT_OUTCOME.name(), "REGISTERED"),
                    () -> bindings.registered(bindingId, consent.reference(), consent.channelLotId()));
        }
        if (state instanceof LotState.Refused refused) {
            return new Word.Decided(
                    Map.of(
                            Variables.LOT_OUTCOME.name(),
                            "REFUSED",
                            Variables.LOT_REFUSAL.name(),
                            Reasons.safe(refused.reason())),
                    () -> bindings.pending(bindingId, ""));
        }
        String reference = ((LotState.Pending) state).reference();
        return new Word.Undecided("渠道正在审核", null, () -> bindings.pending(bindingId, reference));
    }
}
