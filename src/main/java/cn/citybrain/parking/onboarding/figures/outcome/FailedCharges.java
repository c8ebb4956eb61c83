package cn.citybrain.parking.onboarding.figures.outcome;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.figures.count.Scope;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts deductions that failed, by the channel's code. One statement. */
@Component
public class FailedCharges {

    private static final String SQL = "SELECT d.channel, d.code, max(d.reason) AS reason, count(*) AS number,"
            + " max(d.decided_at) AS last_at FROM deduction d JOIN lot_binding b ON b.id = d.binding_id"
            + " JOIN application a ON a.no = b.application_no"
            + " WHERE d.state = 'FAILED' AND d.decided_at >= :since AND %s GROUP BY d.channel, d.code";

    private final JdbcClient jdbc;

    FailedCharges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Most frequent first. */
    public List<FailedDeductions> since(Instant since, Scope scope) {
        return jdbc
                .sql(SQL.formatted(scope.where("a.tenant_id", "d.binding_id")))
                .params(scope.values())
                .param("since", SqlTime.of(since))
                .query((row, n) -> new FailedDeductions(
                        row.getString("channel"),
                        Channel.of(row.getString("channel")).displayName(),
                        Objects.requireNonNullElse(row.getString("code"), ""),
                        Objects.requireNonNullElse(row.getString("reason"), ""),
                        row.getLong("number"),
                        SqlTime.read(row, "last_at")))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(FailedDeductions::count)
                        .reversed()
                        .thenComparing(InOrder.of(FailedDeductions::channel))
                        .thenComparing(FailedDeductions::code))
                .toList();
    }
}
