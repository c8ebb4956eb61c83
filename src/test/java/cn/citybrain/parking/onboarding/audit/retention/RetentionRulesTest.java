package cn.citybrain.parking.onboarding.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the rules for what is kept are read. */
class RetentionRulesTest {

    private static final ZonedDateTime LEAP_DAY = ZonedDateTime.of(2028, 2, 29, 2, 0, 0, 0, ZoneId.of("Asia/Shanghai"));

    @Test
    void countsInTheCalendarsYears() {
        RetentionRules rules = rules(Period.ofYears(5));

        assertThat(rules.before(DataKind.PAPERS, LEAP_DAY).toLocalDate()).hasToString("2023-02-28");
    }

    @Test
    void saysTheRuleInOneSentence() {
        assertThat(rules(Period.of(1, 6, 10)).words(DataKind.TRAFFIC)).isEqualTo("收到或写入后保存 1 年 6 个月 10 天，到期清除。依据：某法");
        assertThat(rules(Period.ofYears(5)).words(DataKind.PAPERS)).isEqualTo("申请及其账户、停车场、扣款全部结束后保存 5 年，到期清除。依据：某法");
    }

    @Test
    void wantsARuleForEveryKindWithATimeAndALaw() {
        Map<DataKind, RetentionRules.Rule> some =
                new EnumMap<>(rules(Period.ofYears(1)).rules());
        some.remove(DataKind.MAILS);

        assertThatThrownBy(() -> new RetentionRules(some, Duration.ofHours(1), 10))
                .hasMessageContaining("没有写明保存期限: MAILS");
        assertThatThrownBy(() -> new RetentionRules.Rule(Period.ZERO, "某法")).hasMessageContaining("5y、18m、180d");
        assertThatThrownBy(() -> new RetentionRules.Rule(Period.ofYears(1), " "))
                .hasMessageContaining("依据");
    }

    private static RetentionRules rules(Period keep) {
        Map<DataKind, RetentionRules.Rule> rules = new EnumMap<>(DataKind.class);
        Arrays.stream(DataKind.values()).forEach(kind -> rules.put(kind, new RetentionRules.Rule(keep, "某法")));
        return new RetentionRules(rules, Duration.ofHours(3), 100);
    }
}
