package cn.citybrain.parking.onboarding.simulator.desk;

import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was really charged and given back, for pages and scripts. */
@RestController
class LedgerApi {

    private final Ledger ledger;

    LedgerApi(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/demo/api/ledger")
    List<LedgerEntry> entries() {
        return ledger.entries();
    }
}
