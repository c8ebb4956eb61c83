package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.turn.SeenTurn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The other channels of a lot, for its page. */
@RestController
class LotChannelsController {

    private final VisibleLots visible;
    private final LotBindings bindings;
    private final VisibleIntentions intended;
    private final VisibleTurns turns;

    LotChannelsController(VisibleLots visible, LotBindings bindings, VisibleIntentions intended, VisibleTurns turns) {
        this.visible = visible;
        this.bindings = bindings;
        this.intended = intended;
        this.turns = turns;
    }

    /**
     * @param bindingId of the newest binding that is not withdrawn, null if there is none
     * @param state of that binding, null if there is none
     * @param turns whose turn it is there; empty if there is none
     * @param intended applications that the lot is meant for there, newest first
     */
    record LotChannel(
            String channel,
            String channelName,
            Long bindingId,
            String state,
            String stateText,
            String applicationNo,
            List<SeenTurn> turns,
            List<IntendedLot> intended) {}

    /** Every channel but the one that the page is about. */
    @GetMapping("/api/bindings/{id}/channels")
    List<LotChannel> channels(@PathVariable long id) {
        LotBinding shown = visible.binding(id);
        List<LotBinding> bound = bindings.of(shown.lotCode()).stream()
                .filter(binding -> binding.state() != BindingState.WITHDRAWN)
                .toList();
        Map<String, List<IntendedLot>> meant = intended.of(List.of(shown.lotCode()));
        Map<Long, List<SeenTurn>> next = turns.ofLots(bound);
        return Arrays.stream(Channel.values())
                .filter(channel -> !channel.code().equals(shown.channel()))
                .map(channel -> channel(channel, bound, meant.getOrDefault(shown.lotCode(), List.of()), next))
                .toList();
    }

    private static LotChannel channel(
            Channel channel, List<LotBinding> bound, List<IntendedLot> meant, Map<Long, List<SeenTurn>> next) {
        LotBinding there = bound.stream()
                .filter(binding -> binding.channel().equals(channel.code()))
                .findFirst()
                .orElse(null);
        return new LotChannel(
                channel.code(),
                channel.displayName(),
                there == null ? null : there.id(),
                there == null ? null : there.state().name(),
                there == null ? null : BindingWords.of(there.state()),
                there == null ? null : there.applicationNo(),
                there == null ? List.of() : next.get(there.id()),
                meant.stream()
                        .filter(intention -> intention.channel().equals(channel.code()))
                        .toList());
    }
}
