package cn.citybrain.parking.onboarding.figures.wait;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What waits for somebody, over all channels and steps.
 *
 * @param who a role or a channel, in Chinese
 */
public record WaitingFor(String who, long count, long overdue, Instant oldest) {

    /** Most overdue first, then most of all. */
    public static List<WaitingFor> of(Collection<WaitingStep> steps) {
        return steps.stream().collect(Collectors.groupingBy(WaitingStep::who)).entrySet().stream()
                .map(all -> new WaitingFor(
                        all.getKey(),
                        all.getValue().stream().mapToLong(WaitingStep::count).sum(),
                        all.getValue().stream().mapToLong(WaitingStep::overdue).sum(),
                        all.getValue().stream()
                                .map(WaitingStep::oldest)
                                .min(Comparator.naturalOrder())
                                .orElseThrow()))
                .sorted(Comparator.comparingLong(WaitingFor::overdue)
                        .thenComparingLong(WaitingFor::count)
                        .reversed()
                        .thenComparing(WaitingFor::who))
                .toList();
    }
}
