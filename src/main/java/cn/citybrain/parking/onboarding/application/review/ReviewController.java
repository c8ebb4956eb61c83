package cn.citybrain.parking.onboarding.application.review;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.Decision;
import cn.citybrain.parking.onboarding.application.HeldSteps;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.register.Guard;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the reviewer's forms call; whose application it is may read its own numbers as well. */
@RestController
@RequestMapping("/api/applications/{no}")
class ReviewController {

    private final Reviews reviews;
    private final Guard guard;

    ReviewController(Reviews reviews, Guard guard) {
        this.reviews = reviews;
        this.guard = guard;
    }

    record Review(String decision, String reason, Map<String, String> remarks, List<String> confirmedWarnings) {}

    @PostMapping("/review")
    Map<String, String> review(@PathVariable String no, @RequestBody Review review) {
        guard.visible(no, Role.OPS_REVIEWER);
        Decision decision = Decision.of(review.decision())
                .orElseThrow(() -> new InvalidFields("请选择审核结论", Map.of("decision", "只能是 accept、return 或 refuse")));
        guard.requireHolder(no, HeldSteps.Step.REVIEW);
        reviews.decide(
                no,
                decision,
                Typed.lines(review.reason()),
                Objects.requireNonNullElse(review.remarks(), Map.of()),
                Objects.requireNonNullElse(review.confirmedWarnings(), List.<String>of()).stream()
                        .filter(Objects::nonNull)
                        .toList(),
                guard.actor().userId());
        return Map.of("no", no, "decision", decision.code());
    }

    /** A number in full, for who must compare it and for the company whose it is; the look is kept. */
    @GetMapping(path = "/values/{key}", params = "reveal")
    Map<String, String> reveal(@PathVariable String no, @PathVariable String key) {
        Application application = guard.visible(no, Role.OPS_REVIEWER, Role.OPS_SUPERVISOR, Role.LOT_OPERATOR);
        Actor actor = guard.actor();
        return Map.of("key", key, "value", reviews.reveal(application, key, actor.userId()));
    }
}
