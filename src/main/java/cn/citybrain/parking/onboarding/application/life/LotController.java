package cn.citybrain.parking.onboarding.application.life;

import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.application.register.Guard;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The choice of lots (配置停车场收款账户). */
@RestController
@RequestMapping("/api/applications/{no}/lots")
class LotController {

    private final ChosenLots lots;
    private final Guard guard;

    LotController(ChosenLots lots, Guard guard) {
        this.lots = lots;
        this.guard = guard;
    }

    record Choice(List<String> lotCodes) {}

    @GetMapping
    List<ChosenLots.Candidate> list(@PathVariable String no) {
        return lots.candidates(guard.visible(no));
    }

    @PostMapping
    Map<String, List<String>> choose(@PathVariable String no, @RequestBody Choice choice) {
        guard.fillable(no, HeldSteps.Step.LOTS);
        List<String> codes = Objects.requireNonNullElse(choice.lotCodes(), List.of());
        lots.choose(no, codes, guard.actor().userId());
        return Map.of("lotCodes", lots.of(no));
    }
}
