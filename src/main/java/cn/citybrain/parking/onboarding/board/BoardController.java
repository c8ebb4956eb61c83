package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.application.lot.IntendedLots;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.LotList;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.turn.SeenTurn;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/board}: the lots that the person may see, at every channel, searched and in pages. */
@RestController
class BoardController {

    /** State of a lot that nobody ever applied for. */
    private static final String UNBOUND = "NONE";

    /** Lots that wait for the person who asks, without a task: in whatever state, because no state says so. */
    private static final String WAITING = "WAITING";

    private final VisibleLots visible;
    private final LotList lots;
    private final LotBindings bindings;
    private final VisibleTurns turns;
    private final VisibleIntentions intended;

    BoardController(
            VisibleLots visible, LotList lots, LotBindings bindings, VisibleTurns turns, VisibleIntentions intended) {
        this.visible = visible;
        this.lots = lots;
        this.bindings = bindings;
        this.turns = turns;
        this.intended = intended;
    }

    /**
     * @param q words, each found in the lot's name or code, the company's or vendor's name, and of what it is bound to or meant
     *     for in the application's number, the channel or an open step; or the plate of a test vehicle
     * @param state a {@link BindingState}, {@value #UNBOUND}, {@value #WAITING}, or empty for all
     */
    @GetMapping("/api/board")
    Page<LotRow> board(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        Page<LotList.Row> found = lots.find(
                visible.actor().reach(), new Wanted(q, page, size), state(state), Channel.names(), IntendedLots.STATES);
        Map<String, List<LotBinding>> bound =
                bindings.ofLots(found.rows().stream().map(LotList.Row::code).toList()).stream()
                        .collect(Collectors.groupingBy(LotBinding::lotCode));
        Map<String, List<IntendedLot>> meant =
                intended.of(found.rows().stream().map(LotList.Row::code).toList());
        Map<Long, List<SeenTurn>> next =
                turns.ofLots(bound.values().stream().flatMap(List::stream).toList());
        return found.map(lot ->
                row(lot, bound.getOrDefault(lot.code(), List.of()), meant.getOrDefault(lot.code(), List.of()), next));
    }

    private Optional<LotList.State> state(String name) {
        if (name.equals(WAITING)) {
            return Optional.of(new LotList.State.Named(turns.waiting()));
        }
        if (name.equals(UNBOUND)) {
            return Optional.of(new LotList.State.Unbound());
        }
        return Arrays.stream(BindingState.values())
                .filter(state -> state.name().equals(name))
                .findFirst()
                .map(LotList.State.Of::new);
    }

    private static LotRow row(
            LotList.Row lot, List<LotBinding> bound, List<IntendedLot> meant, Map<Long, List<SeenTurn>> next) {
        return new LotRow(
                lot.code(),
                lot.name(),
                lot.merchantName(),
                lot.vendorName(),
                bound.stream()
                        .map(binding -> cell(binding, next.get(binding.id())))
                        .toList(),
                meant);
    }

    private static Cell cell(LotBinding binding, List<SeenTurn> turns) {
        return new Cell(
                binding.id(),
                binding.channel(),
                Channel.of(binding.channel()).displayName(),
                binding.applicationNo(),
                binding.state().name(),
                BindingWords.of(binding.state()),
                turns);
    }

    /**
     * @param bindings newest first
     * @param intended applications that the lot is meant for and not bound to yet, newest first; a channel that is named
     *     neither here nor there was never applied for
     */
    record LotRow(
            String lotCode,
            String lotName,
            String merchantName,
            String vendorName,
            List<Cell> bindings,
            List<IntendedLot> intended) {}

    /**
     * @param turns whose turn it is, never empty; the reader's own first
     */
    record Cell(
            long bindingId,
            String channel,
            String channelName,
            String applicationNo,
            String state,
            String stateText,
            List<SeenTurn> turns) {}
}
