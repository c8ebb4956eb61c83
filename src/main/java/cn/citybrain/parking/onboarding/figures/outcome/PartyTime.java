package cn.citybrain.parking.onboarding.figures.outcome;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The time that steps took somebody at a channel, added up.
 *
 * @param party name of a {@link cn.citybrain.parking.onboarding.figures.count.Party}
 * @param percent of the time of all parties at that channel, to one decimal
 */
public record PartyTime(
        String channel, String channelName, String party, String partyName, long sumMillis, double percent) {

    /** By channel, then by party. */
    public static List<PartyTime> of(Collection<StepTime> steps) {
        var ofChannel = steps.stream()
                .collect(Collectors.groupingBy(StepTime::channel, Collectors.summingLong(StepTime::sumMillis)));
        return steps.stream()
                .collect(Collectors.groupingBy(step -> List.of(step.channel(), step.party())))
                .values()
                .stream()
                .map(same -> together(same, ofChannel.get(same.get(0).channel())))
                .sorted(InOrder.of(PartyTime::channel).thenComparing(PartyTime::party))
                .toList();
    }

    private static PartyTime together(List<StepTime> same, long all) {
        StepTime one = same.get(0);
        long sum = same.stream().mapToLong(StepTime::sumMillis).sum();
        double percent = all == 0 ? 0 : Math.round(sum * 1000.0 / all) / 10.0;
        return new PartyTime(one.channel(), one.channelName(), one.party(), one.partyName(), sum, percent);
    }
}
