package cn.citybrain.parking.onboarding.watch.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.config.CronTask;
import org.springframework.scheduling.config.IntervalTask;
import org.springframework.scheduling.config.ScheduledTask;
import org.springframework.scheduling.config.ScheduledTaskHolder;
import org.springframework.scheduling.config.Task;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

/** The schedules of this node. None where they are switched off; what runs once at the start is none. */
@Component("schedulesOfThisNode")
public class Sweeps {

    private static final String OURS = "cn.citybrain.";

    private final ObjectProvider<ScheduledTaskHolder> holders;
    private final Rounds rounds;
    private final Clock clock;

    Sweeps(ObjectProvider<ScheduledTaskHolder> holders, Rounds rounds, Clock clock) {
        this.holders = holders;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** By name. */
    public List<Sweep> all() {
        return List.copyOf(named().values());
    }

    /** By the full name, under which {@link Rounds} knows them; what libraries schedule for themselves is not ours to judge. */
    SortedMap<String, Sweep> named() {
        SortedMap<String, Sweep> all = new TreeMap<>();
        holders.stream()
                .map(ScheduledTaskHolder::getScheduledTasks)
                .flatMap(Collection::stream)
                .map(ScheduledTask::getTask)
                .filter(task -> task.toString().startsWith(OURS))
                .forEach(task -> interval(task)
                        .ifPresent(every -> all.merge(task.toString(), sweep(task, every), Sweeps::moreOften)));
        return all;
    }

    private static Sweep moreOften(Sweep one, Sweep other) {
        return one.interval().compareTo(other.interval()) <= 0 ? one : other;
    }

    private Sweep sweep(Task task, Duration interval) {
        String full = task.toString();
        Rounds.Round last = rounds.of(full);
        return new Sweep(shortName(full), interval, last.ended(), last.succeeded(), last.failure());
    }

    /** Of a calendar's schedule the time between its next two rounds. */
    private Optional<Duration> interval(Task task) {
        if (task instanceof IntervalTask repeated) {
            return Optional.of(repeated.getIntervalDuration());
        }
        if (task instanceof CronTask calendar) {
            CronExpression times = CronExpression.parse(calendar.getExpression());
            ZonedDateTime next = times.next(ZonedDateTime.now(clock));
            ZonedDateTime afterwards = next == null ? null : times.next(next);
            return Optional.ofNullable(afterwards).map(later -> Duration.between(next, later));
        }
        return Optional.empty();
    }

    /** {@code OverdueSweep.onSchedule} */
    private static String shortName(String full) {
        int method = full.lastIndexOf('.');
        return full.substring(full.lastIndexOf('.', method - 1) + 1);
    }
}
