package cn.citybrain.parking.onboarding.audit.retention;

import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/audit/retention}: the rules, and what was removed by them. For auditors, as everything below that address. */
@RestController
class RetentionController {

    private static final int NEWEST = 200;

    private final RetentionRules rules;
    private final Removals removals;

    RetentionController(RetentionRules rules, Removals removals) {
        this.rules = rules;
        this.removals = removals;
    }

    /** @param removals the newest ones, of all applications and of none */
    record Retention(List<RuleView> rules, List<Removal> removals) {}

    /** @param keep Chinese @param since Chinese, what it is counted from */
    record RuleView(DataKind kind, String title, String keep, String since, String law) {}

    @GetMapping("/api/audit/retention")
    Retention retention() {
        return new Retention(Arrays.stream(DataKind.values()).map(this::view).toList(), removals.newest(NEWEST));
    }

    private RuleView view(DataKind kind) {
        RetentionRules.Rule rule = rules.of(kind);
        return new RuleView(kind, kind.title(), rule.time(), kind.since().words(), rule.law());
    }
}
