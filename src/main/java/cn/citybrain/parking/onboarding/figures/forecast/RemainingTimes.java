package cn.citybrain.parking.onboarding.figures.forecast;

import cn.citybrain.parking.onboarding.figures.count.Procedures;
import cn.citybrain.parking.onboarding.figures.forecast.Remaining.Pass;
import cn.citybrain.parking.onboarding.sql.EngineTime;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long it took from each step to the first live lot, in applications that have one: the newest {@value #NEWEST} of each
 * channel, whose times say more than those of years ago. One statement.
 */
@Component
class RemainingTimes {

    private static final int NEWEST = 300;

    private static final String SQL = "SELECT l.application_no, l.live_at, r.PROC_DEF_KEY_ AS procedure_key,"
            + " h.PROC_DEF_KEY_ AS process_key, h.ACT_ID_, h.START_TIME_ FROM (SELECT y.*, row_number() OVER ("
            + "PARTITION BY y.channel ORDER BY y.live_at DESC) AS place FROM (SELECT b.channel, b.application_no,"
            + " min(b.live_at) AS live_at FROM lot_binding b WHERE b.live_at IS NOT NULL"
            + " GROUP BY b.channel, b.application_no) y) l"
            + " JOIN ACT_HI_PROCINST r ON r.BUSINESS_KEY_ = l.application_no AND r.PROC_DEF_KEY_ IN (:procedures)"
            + " JOIN ACT_HI_ACTINST h ON h.ROOT_PROC_INST_ID_ = r.ID_ AND h.ACT_TYPE_ IN ('userTask', 'receiveTask')"
            + " WHERE l.place <= " + NEWEST;

    private final JdbcClient jdbc;

    RemainingTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A step at a channel. */
    record Step(String procedure, String process, String element) {}

    private record Passed(Step step, Pass pass) {}

    /** What came after the first live lot says nothing. */
    Map<Step, Remaining> all() {
        return jdbc
                .sql(SQL)
                .param("procedures", Procedures.keys())
                .query((row, n) -> new Passed(
                        new Step(
                                row.getString("procedure_key"), row.getString("process_key"), row.getString("ACT_ID_")),
                        new Pass(
                                row.getString("application_no"),
                                Duration.between(EngineTime.read(row, "START_TIME_"), SqlTime.read(row, "live_at")))))
                .list()
                .stream()
                .filter(passed -> !passed.pass().remaining().isNegative())
                .collect(Collectors.groupingBy(
                        Passed::step,
                        Collectors.collectingAndThen(
                                Collectors.mapping(Passed::pass, Collectors.toList()), Remaining::of)));
    }
}
