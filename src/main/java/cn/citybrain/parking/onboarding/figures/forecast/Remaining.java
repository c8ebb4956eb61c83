package cn.citybrain.parking.onboarding.figures.forecast;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How long it took from one step to the first live lot: each pass of those that got there, shortest first. */
final class Remaining {

    private final long[] millis;

    /** From a place on, how many applications the passes belong to. */
    private final int[] applications;

    private Remaining(List<Pass> sorted) {
        millis = sorted.stream().mapToLong(pass -> pass.remaining().toMillis()).toArray();
        applications = new int[millis.length];
        Set<String> seen = new HashSet<>();
        for (int place = millis.length - 1; place >= 0; place--) {
            seen.add(sorted.get(place).applicationNo());
            applications[place] = seen.size();
        }
    }

    /** One pass of the step by an application that got there. */
    record Pass(String applicationNo, Duration remaining) {}

    /** Of those that took longer than {@code stood}. */
    record Spread(Duration lower, Duration median, Duration upper, int applications) {}

    static Remaining of(List<Pass> passes) {
        return new Remaining(
                passes.stream().sorted(Comparator.comparing(Pass::remaining)).toList());
    }

    /** @param stood how long somebody stands there already: who was faster is no example; empty if everybody was */
    Optional<Spread> beyond(Duration stood) {
        int found = Arrays.binarySearch(millis, stood.toMillis() + 1);
        int from = found < 0 ? -found - 1 : first(found);
        return from == millis.length
                ? Optional.empty()
                : Optional.of(new Spread(
                        quantile(from, 0.25), quantile(from, 0.5), quantile(from, 0.75), applications[from]));
    }

    private int first(int found) {
        int place = found;
        while (place > 0 && millis[place - 1] == millis[place]) {
            place--;
        }
        return place;
    }

    /** As the databases' {@code percentile_cont} has it: between two neighbours in proportion. */
    private Duration quantile(int from, double share) {
        double place = from + share * (millis.length - 1 - from);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, millis.length - 1);
        return Duration.ofMillis(Math.round(millis[below] + (millis[above] - millis[below]) * (place - below)));
    }
}
