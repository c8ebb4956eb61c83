package cn.citybrain.parking.onboarding.process.worklist;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The open tasks that somebody may see: filtered, searched, by due date and in pages, and how many there are. */
@NamedInterface("services")
@Component
public class Worklist {

    static final String ORDER = " ORDER BY t.due_at NULLS LAST, t.task_id";

    private final JdbcClient jdbc;
    private final Clock clock;

    Worklist(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Two statements; a search may add a third of the price of one.
     *
     * @param channel a channel's code, empty for all
     */
    Page<OpenTask> find(Actor actor, WorkFilter filter, String channel, Wanted wanted) {
        String where = " FROM open_task t WHERE " + seen(actor, wanted) + " AND " + filter.condition(actor)
                + (channel.isEmpty() ? "" : " AND t.channel = :channel");
        Map<String, Object> values = values(actor, wanted);
        values.put("channel", channel);
        long total = jdbc.sql("SELECT count(*)" + where)
                .params(values)
                .query(Long.class)
                .single();
        List<OpenTask> rows = jdbc.sql("SELECT t.*" + where + ORDER + " OFFSET :offset ROWS FETCH NEXT :size ROWS ONLY")
                .params(values)
                .param("offset", wanted.offset())
                .param("size", wanted.size())
                .query(OpenTask::read)
                .list();
        return new Page<>(rows, total, wanted);
    }

    /** How many each filter finds, by channel's code; what is about no channel stands under the empty one. One statement. */
    Map<WorkFilter, Map<String, Long>> counts(Actor actor, Wanted wanted) {
        List<WorkFilter> filters = WorkFilter.of(actor);
        String columns = filters.stream()
                .map(filter -> "count(*) FILTER (WHERE " + filter.condition(actor) + ") AS " + column(filter))
                .collect(Collectors.joining(", "));
        Map<WorkFilter, Map<String, Long>> counts = new EnumMap<>(WorkFilter.class);
        filters.forEach(filter -> counts.put(filter, new TreeMap<>()));
        jdbc.sql("SELECT coalesce(t.channel, '') AS channel, " + columns + " FROM open_task t WHERE "
                        + seen(actor, wanted) + " GROUP BY t.channel")
                .params(values(actor, wanted))
                .query(row -> {
                    for (WorkFilter filter : filters) {
                        counts.get(filter).put(row.getString("channel"), row.getLong(column(filter)));
                    }
                });
        return counts;
    }

    /** How many tasks somebody has or may take. */
    public long waitingFor(Actor actor) {
        return jdbc.sql("SELECT count(*) FROM open_task t WHERE " + new Sight(actor).tasks() + " AND "
                        + WorkFilter.TODO.condition(actor))
                .params(values(actor, new Wanted("", 1, 1)))
                .query(Long.class)
                .single();
    }

    /** What other people have that somebody could do, too; the most urgent first. One statement. */
    List<OpenTask> assignedTo(Collection<String> people, Actor actor, int most) {
        return jdbc.sql(
                        "SELECT t.* FROM open_task t WHERE t.assignee IN (:people) AND t.candidate_group IN (:groups) AND "
                                + new Sight(actor).tasks() + ORDER + " FETCH FIRST :most ROWS ONLY")
                .params(new Sight(actor).values())
                .param("people", people)
                .param("most", most)
                .query(OpenTask::read)
                .list();
    }

    private static String column(WorkFilter filter) {
        return "of_" + filter.code();
    }

    private static String seen(Actor actor, Wanted wanted) {
        return new Sight(actor).tasks() + new SearchBox(wanted).tasks();
    }

    private Map<String, Object> values(Actor actor, Wanted wanted) {
        Map<String, Object> values = new HashMap<>(new Sight(actor).values());
        values.putAll(new SearchBox(wanted).values());
        values.put("now", SqlTime.of(clock.instant()));
        values.put(
                "tomorrow",
                SqlTime.of(LocalDate.now(clock)
                        .plusDays(1)
                        .atStartOfDay(clock.getZone())
                        .toInstant()));
        return values;
    }
}
