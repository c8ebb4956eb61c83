package cn.citybrain.parking.onboarding.audit.retention;

import java.time.Duration;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long what is kept.
 *
 * @param rules one for each kind
 * @param forAtMost how long one turn may take: the rest waits for the next night
 * @param batch how many applications, or rows of no application, are looked for at once
 */
@ConfigurationProperties("onboarding.retention")
record RetentionRules(Map<DataKind, Rule> rules, Duration forAtMost, int batch) {

    RetentionRules {
        rules = rules == null ? Map.of() : Map.copyOf(rules);
        Set<DataKind> missing = EnumSet.allOf(DataKind.class);
        missing.removeAll(rules.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("onboarding.retention.rules 没有写明保存期限: "
                    + missing.stream().map(Enum::name).collect(Collectors.joining(", ")));
        }
        if (batch < 1) {
            throw new IllegalArgumentException("onboarding.retention.batch 应为正整数");
        }
    }

    /**
     * @param keep e.g. {@code 5y}, {@code 18m}, {@code 180d}
     * @param law Chinese: what asks for it
     */
    record Rule(Period keep, String law) {

        Rule {
            if (keep == null || keep.isNegative() || keep.isZero()) {
                throw new IllegalArgumentException("onboarding.retention.rules: keep 应为正的期限，例如 5y、18m、180d");
            }
            if (law == null || law.isBlank()) {
                throw new IllegalArgumentException("onboarding.retention.rules: law 应写明依据");
            }
        }

        /** Chinese. */
        String time() {
            return Stream.of(part(keep.getYears(), "年"), part(keep.getMonths(), "个月"), part(keep.getDays(), "天"))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" "));
        }

        private static String part(int number, String unit) {
            return number > 0 ? number + " " + unit : "";
        }
    }

    Rule of(DataKind kind) {
        return rules.get(kind);
    }

    /** What is older is removed. */
    ZonedDateTime before(DataKind kind, ZonedDateTime now) {
        return now.minus(of(kind).keep());
    }

    /** The rule in one Chinese sentence. */
    String words(DataKind kind) {
        Rule rule = of(kind);
        return kind.since().words() + "保存 " + rule.time() + "，到期清除。依据：" + rule.law();
    }
}
