package cn.citybrain.parking.onboarding.watch.sweep;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.support.ScheduledTaskObservationContext;
import org.springframework.stereotype.Component;

/** Hears of every round of every schedule of this node, and remembers the last ones. Gone with the node. */
@Component
class Rounds implements ObservationHandler<ScheduledTaskObservationContext> {

    private final Map<String, Round> last = new ConcurrentHashMap<>();
    private final Instant watchedSince;
    private final Clock clock;

    Rounds(Clock clock) {
        this.clock = clock;
        this.watchedSince = clock.instant();
    }

    /**
     * The last rounds of a schedule.
     *
     * @param ended when one last ended, well or not
     * @param succeeded when one last ended well; before the first that did, since when it is watched
     * @param failure what the last one failed with, null if it did not
     */
    record Round(Instant ended, Instant succeeded, String failure) {}

    /** Of a schedule that has had no round yet it is as if one had ended when the node began. */
    Round of(String schedule) {
        return last.getOrDefault(schedule, new Round(watchedSince, watchedSince, null));
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
        return context instanceof ScheduledTaskObservationContext;
    }

    @Override
    public void onStop(ScheduledTaskObservationContext round) {
        Instant now = clock.instant();
        Throwable failure = round.getError();
        last.merge(
                name(round.getMethod()),
                new Round(
                        now,
                        failure == null ? now : watchedSince,
                        failure == null ? null : failure.getClass().getSimpleName()),
                (before, after) ->
                        failure == null ? after : new Round(after.ended(), before.succeeded(), after.failure()));
    }

    /** As the schedules themselves are called. */
    private static String name(Method method) {
        return method.getDeclaringClass().getName() + "." + method.getName();
    }
}
