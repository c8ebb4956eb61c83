package cn.citybrain.parking.onboarding.figures.outcome;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.figures.count.Scope;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts reviewers' decisions that the process acted on. One statement. */
@Component
public class FirstPasses {

    private static final String SQL = "SELECT x.channel, count(*) AS decided, sum(CASE WHEN x.accepted = 1"
            + " AND x.returned = 0 THEN 1 ELSE 0 END) AS at_once, sum(x.refused) AS refused FROM ("
            + "SELECT a.channel, d.application_no, max(CASE WHEN d.decision = 'ACCEPT' THEN 1 ELSE 0 END) AS accepted,"
            + " max(CASE WHEN d.decision = 'RETURN' THEN 1 ELSE 0 END) AS returned,"
            + " max(CASE WHEN d.decision = 'REFUSE' THEN 1 ELSE 0 END) AS refused,"
            + " max(CASE WHEN d.decision = 'RETURN' THEN NULL ELSE d.decided_at END) AS decided_at"
            + " FROM review_decision d JOIN application a ON a.no = d.application_no"
            + " WHERE d.used_at IS NOT NULL AND %s AND d.application_no IN (SELECT r.application_no"
            + " FROM review_decision r WHERE r.decided_at >= :since) GROUP BY a.channel, d.application_no) x"
            + " WHERE x.decided_at >= :since GROUP BY x.channel";

    private final JdbcClient jdbc;

    FirstPasses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of the channels; one without decisions is left out. */
    public List<FirstPass> since(Instant since, Scope scope) {
        return jdbc
                .sql(SQL.formatted(scope.where("a.tenant_id")))
                .params(scope.values())
                .param("since", SqlTime.of(since))
                .query((row, n) -> new FirstPass(
                        row.getString("channel"),
                        Channel.of(row.getString("channel")).displayName(),
                        row.getLong("decided"),
                        row.getLong("at_once"),
                        row.getLong("refused")))
                .list()
                .stream()
                .sorted(InOrder.of(FirstPass::channel))
                .toList();
    }
}
