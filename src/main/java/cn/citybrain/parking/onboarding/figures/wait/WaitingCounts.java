package cn.citybrain.parking.onboarding.figures.wait;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.figures.count.Models;
import cn.citybrain.parking.onboarding.figures.count.Scope;
import cn.citybrain.parking.onboarding.figures.wait.WaitingStep.Owed;
import cn.citybrain.parking.onboarding.process.standing.Failure;
import cn.citybrain.parking.onboarding.sql.EngineTime;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Counts open tasks (table {@code open_task}), words that channels owe (table {@code awaited_answer}), and lots whose system
 * has to send something (the engine's history). Three statements. What failed somebody else has read.
 */
@Component
public class WaitingCounts {

    /** A vendor company is a group of its own; here its people are vendors as any others. */
    private static final String GROUP = "CASE WHEN t.candidate_group LIKE '" + Role.VENDOR_PREFIX
            + "%%' THEN 'lot-vendor' ELSE t.candidate_group END";

    private static final String TASKS = "SELECT t.channel, t.definition_key, max(t.name) AS name, " + GROUP + " AS who,"
            + " count(*) AS number, sum(CASE WHEN t.due_at < :now THEN 1 ELSE 0 END) AS overdue,"
            + " min(t.created_at) AS oldest, percentile_disc(0.5) WITHIN GROUP (ORDER BY t.created_at) AS middle"
            + " FROM open_task t WHERE %s GROUP BY t.channel, t.process_key, t.definition_key, " + GROUP;

    private static final String ANSWERS = "SELECT w.channel, w.element_id, max(w.definition_id) AS definition,"
            + " count(*) AS number, sum(CASE WHEN w.expected_at < :now THEN 1 ELSE 0 END) AS overdue,"
            + " min(w.since) AS oldest, percentile_disc(0.5) WITHIN GROUP (ORDER BY w.since) AS middle"
            + " FROM awaited_answer w JOIN application a ON a.no = w.application_no"
            + " WHERE %s GROUP BY w.channel, w.element_id";

    /** What a gate waits for that no channel is asked for. It carries the application's number and the lot's code as its key. */
    private static final String RECORDS =
            "SELECT b.channel, h.ACT_ID_ AS element_id, max(h.PROC_DEF_ID_) AS definition, count(*) AS number,"
                    + " sum(CASE WHEN o.step_id IS NULL THEN 0 ELSE 1 END) AS overdue, min(h.START_TIME_) AS oldest,"
                    + " percentile_disc(0.5) WITHIN GROUP (ORDER BY h.START_TIME_) AS middle FROM ACT_HI_ACTINST h JOIN"
                    + " ACT_HI_PROCINST p ON p.ID_ = h.PROC_INST_ID_ JOIN parking_lot l ON p.BUSINESS_KEY_ LIKE '%%-%%'"
                    + " AND l.code = SUBSTRING(p.BUSINESS_KEY_ FROM POSITION('-' IN p.BUSINESS_KEY_) + 1) JOIN lot_binding"
                    + " b ON b.lot_id = l.id AND b.application_no = SUBSTRING(p.BUSINESS_KEY_ FROM 1 FOR POSITION('-' IN"
                    + " p.BUSINESS_KEY_) - 1) JOIN application a ON a.no = b.application_no LEFT JOIN awaited_answer w ON"
                    + " w.execution_id = h.EXECUTION_ID_ LEFT JOIN overdue_step o ON o.step_id = h.ID_ AND o.over_at IS"
                    + " NULL AND o.opens_at <= :now WHERE h.END_TIME_ IS NULL AND h.ACT_TYPE_ = 'receiveTask' AND"
                    + " w.execution_id IS NULL AND %s GROUP BY b.channel, h.ACT_ID_";

    /** Who sees failures sees them instead of what the same step waits for. */
    private static final String NOT_STOPPED =
            " AND NOT EXISTS (SELECT 1 FROM ACT_RU_INCIDENT i WHERE i.EXECUTION_ID_ = %s" + " AND i.ACTIVITY_ID_ = %s)";

    private final JdbcClient jdbc;
    private final Models models;
    private final Clock clock;

    WaitingCounts(JdbcClient jdbc, Models models, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.clock = clock;
    }

    /**
     * Most overdue first, then what waits longest.
     *
     * @param failures what is stopped and this scope may see; nothing where it doesn't see everything
     */
    public List<WaitingStep> of(Scope scope, List<Failure> failures) {
        return Stream.of(tasks(scope), answers(scope), records(scope), FailedSteps.of(failures))
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(WaitingStep::overdue)
                        .reversed()
                        .thenComparing(WaitingStep::oldest)
                        .thenComparing(WaitingStep::step)
                        .thenComparing(WaitingStep::channel))
                .toList();
    }

    private List<WaitingStep> tasks(Scope scope) {
        return counted(TASKS, scope.where("t.tenant_id", "t.binding_id"), scope)
                .query((row, n) ->
                        step(Owed.TASK, row, row.getString("name"), role(row.getString("who")), SqlTime::read))
                .list();
    }

    private List<WaitingStep> answers(Scope scope) {
        return counted(
                        ANSWERS,
                        scope.where("a.tenant_id", "w.binding_id") + going(scope, "w.execution_id", "w.element_id"),
                        scope)
                .query((row, n) -> step(Owed.ANSWER, row, called(row), name(row.getString("channel")), SqlTime::read))
                .list();
    }

    private List<WaitingStep> records(Scope scope) {
        return counted(
                        RECORDS,
                        scope.where("a.tenant_id", "b.id") + going(scope, "h.EXECUTION_ID_", "h.ACT_ID_"),
                        scope)
                .query((row, n) -> step(Owed.RECORD, row, called(row), Role.LOT_VENDOR.title(), EngineTime::read))
                .list();
    }

    private static String going(Scope scope, String execution, String element) {
        return scope.everything() ? NOT_STOPPED.formatted(execution, element) : "";
    }

    private StatementSpec counted(String sql, String where, Scope scope) {
        return jdbc.sql(sql.formatted(where)).params(scope.values()).param("now", SqlTime.of(clock.instant()));
    }

    private String called(ResultSet row) throws SQLException {
        String element = row.getString("element_id");
        return models.step(row.getString("definition"), element)
                .map(Models.Step::name)
                .orElse(element);
    }

    /** How a moment is read: ours have a zone, the engine's don't. */
    private interface Moment {
        Instant read(ResultSet row, String column) throws SQLException;
    }

    private static WaitingStep step(Owed owed, ResultSet row, String name, String who, Moment moment)
            throws SQLException {
        String channel = Optional.ofNullable(row.getString("channel")).orElse("");
        return new WaitingStep(
                owed,
                channel,
                name(channel),
                name,
                who,
                row.getLong("number"),
                row.getLong("overdue"),
                moment.read(row, "oldest"),
                moment.read(row, "middle"));
    }

    private static String name(String channel) {
        return channel.isEmpty() ? "" : Channel.of(channel).displayName();
    }

    /** A task without a group is somebody's alone. */
    private static String role(String group) {
        return Optional.ofNullable(group)
                .flatMap(Role::ofGroup)
                .map(Role::title)
                .orElse("指定的人");
    }
}
