package cn.citybrain.parking.onboarding.board;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.Vendor;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/board}: every lot that the person may see, at every channel. */
@RestController
class BoardController {

    private final VisibleLots visible;
    private final LotBindings bindings;
    private final Merchants merchants;
    private final Vendors vendors;
    private final NextSteps steps;

    BoardController(VisibleLots visible, LotBindings bindings, Merchants merchants, Vendors vendors, NextSteps steps) {
        this.visible = visible;
        this.bindings = bindings;
        this.merchants = merchants;
        this.vendors = vendors;
        this.steps = steps;
    }

    @GetMapping("/api/board")
    Board board() {
        return new Board(visible.all().stream().map(this::row).toList());
    }

    private LotRow row(ParkingLot lot) {
        return new LotRow(
                lot.code(),
                lot.name(),
                merchants.byId(lot.merchantId()).map(Merchant::name).orElse(""),
                vendors.of(lot.code()).map(Vendor::name).orElse(""),
                bindings.of(lot.code()).stream().map(this::cell).toList());
    }

    private Cell cell(LotBinding binding) {
        NextStep next = steps.of(binding);
        return new Cell(
                binding.id(),
                binding.channel(),
                Channel.of(binding.channel()).displayName(),
                binding.applicationNo(),
                binding.state().name(),
                BindingWords.of(binding.state()),
                next.waitsFor(),
                next.who(),
                next.since());
    }

    record Board(List<LotRow> lots) {}

    /** @param bindings newest first; a channel that is not named was never applied for */
    record LotRow(String lotCode, String lotName, String merchantName, String vendorName, List<Cell> bindings) {}

    /**
     * @param next what to do next, in Chinese
     * @param who acts next
     * @param since when that began, null if not known
     */
    record Cell(
            long bindingId,
            String channel,
            String channelName,
            String applicationNo,
            String state,
            String stateText,
            String next,
            String who,
            Instant since) {}
}
