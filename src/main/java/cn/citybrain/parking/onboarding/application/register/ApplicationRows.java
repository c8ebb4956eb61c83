package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.WrongState;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of applications. Every change of state is one UPDATE that names the states it may come from. */
@Component
public class ApplicationRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    ApplicationRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Optional<Application> find(String no) {
        return jdbc.sql("SELECT * FROM application WHERE no = ?")
                .param(no)
                .query(ApplicationRows::map)
                .optional();
    }

    public List<Application> find(Collection<String> numbers) {
        return numbers.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT * FROM application WHERE no IN (:numbers) ORDER BY id")
                        .param("numbers", numbers)
                        .query(ApplicationRows::map)
                        .list();
    }

    public Application byNo(String no) {
        return find(no).orElseThrow(() -> new IllegalArgumentException("没有申请 " + no));
    }

    /** Holds the row until the transaction ends, so that draft, papers and state change one after the other. */
    public Application locked(String no) {
        return jdbc.sql("SELECT * FROM application WHERE no = ? FOR UPDATE")
                .param(no)
                .query(ApplicationRows::map)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("没有申请 " + no));
    }

    /** @param stage key of the first stage of the form */
    public void insert(
            String no, String channel, long merchantId, String tenantId, String stage, String draft, String createdBy) {
        jdbc.sql("INSERT INTO application (no, channel, merchant_id, tenant_id, state, stages, revision, draft,"
                        + " draft_version, created_by, created_at, changed_at)"
                        + " VALUES (?, ?, ?, ?, 'DRAFT', ?, 0, ?, 0, ?, ?, ?)")
                .params(no, channel, merchantId, tenantId, stage, draft, createdBy, now(), now())
                .update();
    }

    /** Moves to the next state and sets further columns; {@code assignments} begins with a comma or is empty. */
    public void move(String no, ApplicationState to, String assignments, Object... values) {
        String from = Arrays.stream(ApplicationState.values())
                .filter(state -> state.leadsTo(to))
                .map(state -> "'" + state.name() + "'")
                .collect(Collectors.joining(", "));
        int changed = jdbc.sql("UPDATE application SET state = ?, changed_at = ?, forgotten_told_at = NULL"
                        + assignments + " WHERE no = ? AND state IN (" + from + ")")
                .params(to.name(), now())
                .params(values)
                .param(no)
                .update();
        if (changed == 0) {
            ApplicationState found = byNo(no).state();
            throw new WrongState(
                    found == to
                            ? "申请 " + no + " 已经是「" + to.title() + "」了，请刷新页面"
                            : "申请 " + no + " 目前是「" + found.title() + "」，不能变为「" + to.title() + "」");
        }
    }

    /**
     * Marks the start of the process: the first stage of the form is to be filled in. False if the application was started
     * before.
     *
     * @param stage key of the first stage
     */
    public boolean start(String no, String stage) {
        return jdbc.sql(
                                "UPDATE application SET started_at = ?, changed_at = ?, state = 'FILLING', stages = ? WHERE no = ?"
                                        + " AND state IN ('DRAFT', 'SUBMITTED') AND started_at IS NULL")
                        .params(now(), now(), stage, no)
                        .update()
                == 1;
    }

    /** What the channel said while it decided nothing. */
    public void note(String no, String text) {
        jdbc.sql("UPDATE application SET channel_state = 'ASKED', channel_state_text = ? WHERE no = ?")
                .params(text, no)
                .update();
    }

    /** Somebody changed its draft, or what is to be changed in it; it is not forgotten. */
    public void changed(String no) {
        jdbc.sql("UPDATE application SET changed_at = ?, forgotten_told_at = NULL WHERE no = ?")
                .params(now(), no)
                .update();
    }

    public Instant createdAt(String no) {
        return jdbc.sql("SELECT created_at FROM application WHERE no = ?")
                .param(no)
                .query((row, n) -> SqlTime.read(row, "created_at"))
                .single();
    }

    public void linkUntil(String no, Instant end) {
        jdbc.sql("UPDATE application SET channel_link_until = ? WHERE no = ?")
                .params(OffsetDateTime.ofInstant(end, ZoneOffset.UTC), no)
                .update();
    }

    public Milestones milestones(String no) {
        return jdbc.sql("SELECT created_at, changed_at, started_at, closing_reason FROM application WHERE no = ?")
                .param(no)
                .query((row, n) -> new Milestones(
                        SqlTime.read(row, "created_at"),
                        SqlTime.read(row, "changed_at"),
                        SqlTime.read(row, "started_at"),
                        row.getString("closing_reason")))
                .single();
    }

    /** @param startedAt null before the process began @param closingReason null unless refused or withdrawn */
    public record Milestones(Instant begunAt, Instant changedAt, Instant startedAt, String closingReason) {}

    public OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }

    static Application map(ResultSet row, int n) throws SQLException {
        return new Application(
                row.getLong("id"),
                row.getString("no"),
                row.getString("channel"),
                row.getLong("merchant_id"),
                row.getString("tenant_id"),
                ApplicationState.valueOf(row.getString("state")),
                FormerStages.opened(row.getString("stages"), ApplicationState.valueOf(row.getString("state"))),
                row.getInt("revision"),
                row.getString("created_by"),
                row.getString("submitted_by"),
                row.getString("channel_state"),
                row.getString("channel_state_text"),
                row.getString("channel_link"),
                SqlTime.read(row, "channel_link_until"),
                SqlTime.read(row, "expected_at"));
    }
}
