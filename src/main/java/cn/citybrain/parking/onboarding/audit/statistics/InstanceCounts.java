package cn.citybrain.parking.onboarding.audit.statistics;

import cn.citybrain.parking.onboarding.audit.statistics.DefinitionFigures.Instances;
import cn.citybrain.parking.onboarding.audit.statistics.DefinitionFigures.Share;
import cn.citybrain.parking.onboarding.figures.count.Millis;
import cn.citybrain.parking.onboarding.figures.count.Party;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the instances of processes, how long they took, and whose time that was. */
@Component
class InstanceCounts {

    private static final String COUNTS = "sum(CASE WHEN p.END_TIME_ IS NULL THEN 0 ELSE 1 END) AS finished,"
            + " sum(CASE WHEN p.END_TIME_ IS NULL THEN 1 ELSE 0 END) AS running,"
            + " percentile_cont(0.5) WITHIN GROUP (ORDER BY p.DURATION_) AS p50,"
            + " percentile_cont(0.9) WITHIN GROUP (ORDER BY p.DURATION_) AS p90"
            + " FROM ACT_HI_PROCINST p WHERE p.PROC_DEF_ID_ IN (:definitions)";

    private static final String INCIDENTS = "count(*) AS incidents,"
            + " sum(CASE WHEN i.INCIDENT_STATE_ = 0 THEN 1 ELSE 0 END) AS open_incidents"
            + " FROM ACT_HI_INCIDENT i WHERE i.PROC_DEF_ID_ IN (:definitions)";

    private static final Instances NONE = new Instances(0, 0, 0, 0, null, null, List.of());

    private final JdbcClient jdbc;

    InstanceCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many of each process ended and how many run; by definition. */
    Map<String, Instances> everywhere() {
        Map<String, Instances> counts = new HashMap<>();
        jdbc.sql("SELECT p.PROC_DEF_ID_ AS definition, count(p.END_TIME_) AS finished,"
                        + " count(*) - count(p.END_TIME_) AS running FROM ACT_HI_PROCINST p GROUP BY p.PROC_DEF_ID_")
                .query((row, n) -> counts.put(
                        row.getString("definition"),
                        new Instances(row.getLong("finished"), row.getLong("running"), 0, 0, null, null, List.of())))
                .list();
        return counts;
    }

    /** Of all these versions together. @param steps whose time is looked at, by party */
    Instances together(Collection<String> definitions, Map<Party, Set<String>> steps) {
        Incidents incidents = jdbc.sql("SELECT " + INCIDENTS)
                .param("definitions", definitions)
                .query(InstanceCounts::incidents)
                .single();
        List<Share> shares = shares(definitions, steps);
        return jdbc.sql("SELECT " + COUNTS)
                .param("definitions", definitions)
                .query((row, n) -> instances(row, incidents, shares))
                .single();
    }

    /** Each version by itself; one without instances too. Their shares are left out. */
    Map<String, Instances> apart(Collection<String> definitions) {
        Map<String, Incidents> incidents = new HashMap<>();
        jdbc.sql("SELECT i.PROC_DEF_ID_ AS definition, " + INCIDENTS + " GROUP BY i.PROC_DEF_ID_")
                .param("definitions", definitions)
                .query((row, n) -> incidents.put(row.getString("definition"), incidents(row, n)))
                .list();
        Map<String, Instances> counts = new HashMap<>();
        definitions.forEach(definition -> counts.put(definition, NONE));
        jdbc.sql("SELECT p.PROC_DEF_ID_ AS definition, " + COUNTS + " GROUP BY p.PROC_DEF_ID_")
                .param("definitions", definitions)
                .query((row, n) -> counts.put(
                        row.getString("definition"),
                        instances(row, incidents.getOrDefault(row.getString("definition"), Incidents.NONE), List.of())))
                .list();
        return counts;
    }

    private record Incidents(long all, long open) {
        private static final Incidents NONE = new Incidents(0, 0);
    }

    private static Incidents incidents(ResultSet row, int n) throws SQLException {
        return new Incidents(row.getLong("incidents"), row.getLong("open_incidents"));
    }

    private static Instances instances(ResultSet row, Incidents incidents, List<Share> shares) throws SQLException {
        return new Instances(
                row.getLong("finished"),
                row.getLong("running"),
                incidents.all(),
                incidents.open(),
                Millis.read(row, "p50"),
                Millis.read(row, "p90"),
                shares);
    }

    /** In each finished instance the steps of a party are added up; one that has none of them counts as no time. */
    private List<Share> shares(Collection<String> definitions, Map<Party, Set<String>> steps) {
        List<Share> shares = new ArrayList<>();
        List<Party> parties =
                Arrays.stream(Party.values()).filter(steps::containsKey).toList();
        if (parties.isEmpty()) {
            return shares;
        }
        Map<String, Object> values = new HashMap<>(Map.of("definitions", definitions));
        StringBuilder sums = new StringBuilder();
        StringBuilder percentiles = new StringBuilder();
        for (Party party : parties) {
            values.put(party.name(), steps.get(party));
            sums.append(", sum(CASE WHEN a.ACT_ID_ IN (:%1$s) THEN a.DURATION_ ELSE 0 END) AS %1$s".formatted(party));
            percentiles.append((percentiles.isEmpty() ? "" : ", ")
                    + ("percentile_cont(0.5) WITHIN GROUP (ORDER BY x.%1$s) AS %1$s_50,"
                                    + " percentile_cont(0.9) WITHIN GROUP (ORDER BY x.%1$s) AS %1$s_90")
                            .formatted(party));
        }
        jdbc.sql("SELECT " + percentiles + " FROM (SELECT a.PROC_INST_ID_" + sums + " FROM ACT_HI_ACTINST a WHERE"
                        + " a.PROC_DEF_ID_ IN (:definitions)"
                        + " AND a.END_TIME_ IS NOT NULL"
                        + " GROUP BY a.PROC_INST_ID_) x JOIN"
                        + " ACT_HI_PROCINST p ON p.ID_ ="
                        + " x.PROC_INST_ID_ WHERE"
                        + " p.END_TIME_ IS NOT NULL")
                .params(values)
                .query((row, n) -> {
                    for (Party party : parties) {
                        shares.add(new Share(
                                party.name(),
                                party.title(),
                                Millis.read(row, party + "_50"),
                                Millis.read(row, party + "_90")));
                    }
                    return n;
                })
                .list();
        return shares;
    }
}
