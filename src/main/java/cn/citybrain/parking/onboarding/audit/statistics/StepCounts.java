package cn.citybrain.parking.onboarding.audit.statistics;

import cn.citybrain.parking.onboarding.audit.statistics.DefinitionFigures.Outlier;
import cn.citybrain.parking.onboarding.audit.statistics.DefinitionFigures.Outliers;
import cn.citybrain.parking.onboarding.audit.statistics.DefinitionFigures.Passes;
import cn.citybrain.parking.onboarding.figures.count.Millis;
import cn.citybrain.parking.onboarding.sql.EngineTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts how often steps were passed and how long that took. The database counts; a row comes back for each step. */
@Component
class StepCounts {

    /** Fewer say nothing about what is usual. */
    private static final int USUAL_FROM = 8;

    private static final int SHOWN = 5;

    /** Nothing that took less is conspicuous, however quick others are. */
    private static final long CONSPICUOUS = Duration.ofMinutes(1).toMillis();

    /** Steps without a duration of their own: what holds the instances of a step that is done several times. */
    private static final String REAL = " AND a.ACT_TYPE_ <> 'multiInstanceBody'";

    private static final String COUNTS = "count(*) AS passes,"
            + " sum(CASE WHEN a.END_TIME_ IS NULL THEN 1 ELSE 0 END) AS running,"
            + " sum(CASE WHEN a.ACT_INST_STATE_ = 2 THEN 1 ELSE 0 END) AS cancelled,"
            + " percentile_cont(0.25) WITHIN GROUP (ORDER BY a.DURATION_) AS p25,"
            + " percentile_cont(0.5) WITHIN GROUP (ORDER BY a.DURATION_) AS p50,"
            + " percentile_cont(0.75) WITHIN GROUP (ORDER BY a.DURATION_) AS p75,"
            + " percentile_cont(0.9) WITHIN GROUP (ORDER BY a.DURATION_) AS p90,"
            + " max(a.DURATION_) AS longest"
            + " FROM ACT_HI_ACTINST a WHERE a.PROC_DEF_ID_ IN (:definitions)" + REAL;

    private static final String FAILURES =
            "SELECT i.PROC_DEF_ID_ AS definition, i.ACTIVITY_ID_ AS step, count(*) AS failures"
                    + " FROM ACT_HI_INCIDENT i WHERE i.PROC_DEF_ID_ IN (:definitions) AND i.ACTIVITY_ID_ IS NOT NULL"
                    + " GROUP BY i.PROC_DEF_ID_, i.ACTIVITY_ID_";

    private final JdbcClient jdbc;

    StepCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step of one version, or of all that were asked for: then without a definition. */
    record Key(String definitionId, String step) {}

    /** @param beyond duration from which on a pass is an outlier; null where too few say what is usual */
    record Counted(Passes passes, Long beyond) {}

    /** By step, all versions together. */
    Map<String, Counted> together(Collection<String> definitions) {
        Map<String, Long> failures = new HashMap<>();
        failures(definitions).forEach((key, number) -> failures.merge(key.step(), number, Long::sum));
        return jdbc
                .sql("SELECT a.ACT_ID_, " + COUNTS + " GROUP BY a.ACT_ID_")
                .param("definitions", definitions)
                .query((row, n) -> Map.entry(
                        row.getString("ACT_ID_"), counted(row, failures.getOrDefault(row.getString("ACT_ID_"), 0L))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Each version by itself. */
    Map<Key, Passes> apart(Collection<String> definitions) {
        Map<Key, Long> failures = failures(definitions);
        Map<Key, Passes> passes = new HashMap<>();
        jdbc.sql("SELECT a.PROC_DEF_ID_, a.ACT_ID_, " + COUNTS + " GROUP BY a.PROC_DEF_ID_, a.ACT_ID_")
                .param("definitions", definitions)
                .query((row, n) -> {
                    Key key = new Key(row.getString("PROC_DEF_ID_"), row.getString("ACT_ID_"));
                    return passes.put(
                            key, counted(row, failures.getOrDefault(key, 0L)).passes());
                })
                .list();
        return passes;
    }

    private Map<Key, Long> failures(Collection<String> definitions) {
        Map<Key, Long> failures = new HashMap<>();
        jdbc.sql(FAILURES)
                .param("definitions", definitions)
                .query((row, n) -> failures.put(
                        new Key(row.getString("definition"), row.getString("step")), row.getLong("failures")))
                .list();
        return failures;
    }

    /** @param fences by step, from which duration on a pass is one */
    Map<String, Outliers> outliers(Collection<String> definitions, Map<String, Long> fences) {
        if (fences.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> values = new HashMap<>(Map.of("definitions", definitions, "steps", fences.keySet()));
        StringBuilder fence = new StringBuilder("CASE a.ACT_ID_");
        fences.forEach((step, millis) -> {
            int number = values.size();
            fence.append(" WHEN :s").append(number).append(" THEN ").append(millis);
            values.put("s" + number, step);
        });
        Map<String, List<Found>> found = jdbc
                .sql("SELECT x.*, p.BUSINESS_KEY_ FROM (SELECT a.ACT_ID_, a.PROC_INST_ID_, a.START_TIME_, a.END_TIME_,"
                        + " a.DURATION_, count(*) OVER (PARTITION BY a.ACT_ID_) AS all_of_them,"
                        + " row_number() OVER (PARTITION BY a.ACT_ID_ ORDER BY a.DURATION_ DESC, a.ID_) AS place"
                        + " FROM ACT_HI_ACTINST a WHERE a.PROC_DEF_ID_ IN (:definitions) AND a.ACT_ID_ IN (:steps)"
                        + REAL
                        + " AND a.DURATION_ > " + fence + " END) x JOIN ACT_HI_PROCINST p ON p.ID_ = x.PROC_INST_ID_"
                        + " WHERE x.place <= " + SHOWN + " ORDER BY x.ACT_ID_, x.place")
                .params(values)
                .query((row, n) -> new Found(row.getString("ACT_ID_"), row.getLong("all_of_them"), outlier(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Found::step));
        return found.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        all -> new Outliers(
                                all.getValue().get(0).all(),
                                fences.get(all.getKey()),
                                all.getValue().stream().map(Found::outlier).toList())));
    }

    private record Found(String step, long all, Outlier outlier) {}

    private static Outlier outlier(ResultSet row) throws SQLException {
        String key = Optional.ofNullable(row.getString("BUSINESS_KEY_")).orElse("");
        return new Outlier(
                key.contains("-") ? key.substring(0, key.indexOf('-')) : key,
                row.getString("PROC_INST_ID_"),
                EngineTime.read(row, "START_TIME_"),
                EngineTime.read(row, "END_TIME_"),
                row.getLong("DURATION_"));
    }

    private static Counted counted(ResultSet row, long failures) throws SQLException {
        Passes passes = new Passes(
                row.getLong("passes"),
                row.getLong("running"),
                failures,
                row.getLong("cancelled"),
                Millis.read(row, "p50"),
                Millis.read(row, "p90"),
                Millis.read(row, "longest"));
        Long lower = Millis.read(row, "p25");
        Long upper = Millis.read(row, "p75");
        boolean usual = lower != null && passes.count() - passes.running() >= USUAL_FROM;
        return new Counted(passes, usual ? Math.max(CONSPICUOUS, upper + 3 * (upper - lower)) : null);
    }
}
