package cn.citybrain.parking.onboarding.figures.outcome;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.figures.count.Millis;
import cn.citybrain.parking.onboarding.figures.count.Models;
import cn.citybrain.parking.onboarding.figures.count.Party;
import cn.citybrain.parking.onboarding.figures.count.Procedures;
import cn.citybrain.parking.onboarding.figures.count.Scope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long steps took, in the engine's history, those of called processes at the channel that called them. One statement. */
@Component
public class StepTimes {

    private static final String SQL = "SELECT r.PROC_DEF_KEY_ AS procedure_key, a.ACT_ID_,"
            + " max(a.PROC_DEF_ID_) AS definition, max(a.ACT_NAME_) AS name, count(*) AS passes,"
            + " percentile_cont(0.5) WITHIN GROUP (ORDER BY a.DURATION_) AS p50,"
            + " percentile_cont(0.9) WITHIN GROUP (ORDER BY a.DURATION_) AS p90, sum(a.DURATION_) AS all_of_it"
            + " FROM ACT_HI_ACTINST a JOIN ACT_HI_PROCINST r ON r.ID_ = a.ROOT_PROC_INST_ID_"
            + " WHERE r.PROC_DEF_KEY_ IN (:procedures) AND a.END_TIME_ >= :since AND a.ACT_INST_STATE_ <> 2"
            + " AND a.ACT_TYPE_ IN ('userTask', 'receiveTask', 'serviceTask') AND %s"
            + " GROUP BY r.PROC_DEF_KEY_, a.PROC_DEF_KEY_, a.ACT_ID_";

    private final JdbcClient jdbc;
    private final Models models;

    StepTimes(JdbcClient jdbc, Models models) {
        this.jdbc = jdbc;
        this.models = models;
    }

    /** What takes most time in all first. What a node does by itself in no time is left out. */
    public List<StepTime> since(Instant since, Scope scope) {
        return jdbc
                .sql(SQL.formatted(scope.where("r.TENANT_ID_")))
                .params(scope.values())
                .param("procedures", Procedures.keys())
                .param("since", Timestamp.from(since))
                .query((row, n) -> time(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .sorted(InOrder.of(StepTime::channel)
                        .thenComparing(
                                Comparator.comparingLong(StepTime::sumMillis).reversed())
                        .thenComparing(StepTime::step))
                .toList();
    }

    private Optional<StepTime> time(ResultSet row) throws SQLException {
        Channel channel = Procedures.channel(row.getString("procedure_key"));
        String name = row.getString("name");
        String id = row.getString("ACT_ID_");
        long passes = row.getLong("passes");
        long median = Millis.read(row, "p50");
        long p90 = Millis.read(row, "p90");
        long sum = row.getLong("all_of_it");
        return models.step(row.getString("definition"), id)
                .filter(step -> step.party() != null && !(isLocal(step)))
                .map(step -> new StepTime(
                        channel.code(),
                        channel.displayName(),
                        name == null ? id : name,
                        step.party().name(),
                        step.party() == Party.CHANNEL
                                ? channel.displayName()
                                : step.party().title(),
                        passes,
                        median,
                        p90,
                        sum));
    }

    private static boolean isLocal(Models.Step step) {
        return step.type().equals("serviceTask") && step.party() == Party.OURS;
    }
}
