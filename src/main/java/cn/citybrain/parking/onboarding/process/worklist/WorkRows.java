package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.application.register.Filers;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.process.overdue.OverdueNotes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts a page of tasks or waits into words: companies, lots and people as they are called now. */
@Component
class WorkRows {

    private final RowNames names;
    private final LotNames lots;
    private final OverdueNotes overdue;
    private final Filers filers;
    private final Clock clock;

    WorkRows(RowNames names, LotNames lots, OverdueNotes overdue, Filers filers, Clock clock) {
        this.names = names;
        this.lots = lots;
        this.overdue = overdue;
        this.filers = filers;
        this.clock = clock;
    }

    List<WorkRow> ofTasks(List<OpenTask> tasks, Actor reader) {
        Map<String, String> companies = names.companies(known(tasks, OpenTask::tenantId));
        Map<String, String> people = names.people(known(tasks, OpenTask::assignee));
        Map<Long, LotNames.Some> bound = lots.ofBindings(known(tasks, OpenTask::bindingId));
        Map<String, LotNames.Some> meant = lots.ofApplications(
                known(tasks.stream().filter(task -> task.bindingId() == null).toList(), OpenTask::applicationNo));
        Set<String> own = filers.ownOf(reader, known(tasks, OpenTask::applicationNo));
        Map<String, String> late = overdue.ofTasks(known(tasks, OpenTask::id));
        return tasks.stream()
                .map(task -> row(
                        task,
                        reader,
                        companies,
                        people,
                        lots(task.bindingId(), task.applicationNo(), bound, meant),
                        task.applicationNo() != null
                                && Filers.areBarredFrom(task.group())
                                && own.contains(task.applicationNo()),
                        late.get(task.id())))
                .toList();
    }

    private WorkRow row(
            OpenTask task,
            Actor reader,
            Map<String, String> companies,
            Map<String, String> people,
            LotNames.Some about,
            boolean barred,
            String late) {
        boolean mine = reader.userId().equals(task.assignee());
        return new WorkRow(
                task.id(),
                task.name(),
                task.applicationNo(),
                named(companies, task.tenantId()),
                task.channel(),
                channel(task.channel()),
                task.bindingId(),
                about.first(),
                about.count(),
                task.createdAt(),
                task.dueAt(),
                due(task.dueAt()),
                task.role().map(Role::title).orElse(""),
                task.assignee() == null ? null : named(people, task.assignee()),
                mine,
                !mine && !barred && task.isFor(reader),
                task.corrected(),
                late);
    }

    List<WorkRow> ofWaits(List<ChannelWaits.Wait> waits) {
        Map<String, String> companies = names.companies(known(waits, ChannelWaits.Wait::tenantId));
        Map<Long, LotNames.Some> bound = lots.ofBindings(known(waits, ChannelWaits.Wait::bindingId));
        Map<String, LotNames.Some> meant = lots.ofApplications(known(
                waits.stream().filter(wait -> wait.bindingId() == null).toList(), ChannelWaits.Wait::applicationNo));
        return waits.stream()
                .map(wait -> {
                    LotNames.Some about = lots(wait.bindingId(), wait.applicationNo(), bound, meant);
                    return new WorkRow(
                            null,
                            wait.name(),
                            wait.applicationNo(),
                            named(companies, wait.tenantId()),
                            wait.channel(),
                            channel(wait.channel()),
                            wait.bindingId(),
                            about.first(),
                            about.count(),
                            wait.since(),
                            wait.expectedAt(),
                            due(wait.expectedAt()),
                            channel(wait.channel()),
                            null,
                            false,
                            false,
                            false,
                            null);
                })
                .toList();
    }

    private static LotNames.Some lots(
            Long binding, String number, Map<Long, LotNames.Some> bound, Map<String, LotNames.Some> meant) {
        return (binding == null ? Optional.ofNullable(meant.get(number)) : Optional.ofNullable(bound.get(binding)))
                .orElse(LotNames.Some.NONE);
    }

    private String due(Instant at) {
        if (at == null) {
            return null;
        }
        Instant now = clock.instant();
        boolean today = LocalDate.ofInstant(at, clock.getZone()).equals(LocalDate.now(clock));
        return at.isBefore(now) ? "OVERDUE" : today ? "TODAY" : "LATER";
    }

    private static String channel(String code) {
        return code == null ? "" : Channel.find(code).map(Channel::displayName).orElse(code);
    }

    private static String named(Map<String, String> names, String id) {
        return id == null ? "" : names.getOrDefault(id, id);
    }

    private static <T, K> Collection<K> known(List<T> rows, Function<T, K> value) {
        return rows.stream().map(value).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
