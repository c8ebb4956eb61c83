package cn.citybrain.parking.onboarding.audit.statistics;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What processes did, for auditors. */
@RestController
class DefinitionController {

    private final DefinitionHistory history;

    DefinitionController(DefinitionHistory history) {
        this.history = history;
    }

    /** Every process, by name. */
    @GetMapping("/api/audit/definitions")
    List<DefinitionLine> definitions() {
        return history.lines();
    }

    /** @param version one version alone; empty for all of them together */
    @GetMapping("/api/audit/definitions/{key}")
    DefinitionFigures definition(@PathVariable String key, @RequestParam(defaultValue = "") String version) {
        return history.figures(key, version);
    }
}
