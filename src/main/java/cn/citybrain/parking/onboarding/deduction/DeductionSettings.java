package cn.citybrain.parking.onboarding.deduction;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code onboarding.deduction}: the limits of a test and the patience with a channel.
 *
 * @param photoGrace how long after the bill photos are waited for
 * @param minimumStay shortest visit that counts as a test
 * @param entryWithin how soon after it happened an entry must reach us
 * @param billMaxAge oldest bill that is charged
 * @param amountCap largest amount of a test, in 分
 * @param querySchedule delays between the queries of an undecided deduction; the last one repeats
 * @param giveUpAfter how long is asked before a supervisor has to decide
 * @param watchAfterwards how long a deduction that was given up is still asked about, once a day
 * @param maxSends how often one number may be sent when the channel never saw it
 */
@ConfigurationProperties("onboarding.deduction")
public record DeductionSettings(
        @DefaultValue("2m") Duration photoGrace,
        @DefaultValue("60s") Duration minimumStay,
        @DefaultValue("10m") Duration entryWithin,
        @DefaultValue("24h") Duration billMaxAge,
        @DefaultValue("10000") int amountCap,

        @DefaultValue({"5s", "15s", "30s", "60s", "5m", "10m", "30m", "1h"})
        List<Duration> querySchedule,

        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("30d") Duration watchAfterwards,
        @DefaultValue("5") int maxSends) {

    /** Delay before the next query after so many queries. */
    public Duration delayAfter(int queries) {
        return querySchedule.get(Math.min(queries, querySchedule.size() - 1));
    }
}
