package cn.citybrain.parking.onboarding.watch.meter;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import cn.citybrain.parking.onboarding.watch.meter.Counted.Column;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the gauges of {@link Counted}: counted on a schedule, on each node, a statement each. */
@Component
class CountedMeters {

    private static final Logger LOG = LoggerFactory.getLogger(CountedMeters.class);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<String, MultiGauge> gauges = new HashMap<>();

    CountedMeters(JdbcClient jdbc, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        for (Counted counted : Counted.ALL) {
            counted.columns().forEach(column -> gauges.put(name(counted, column), gauge(counted, column, meters)));
        }
    }

    private static MultiGauge gauge(Counted counted, Column column, MeterRegistry meters) {
        return MultiGauge.builder(name(counted, column))
                .description(column.description())
                .baseUnit(column.unit())
                .register(meters);
    }

    private static String name(Counted counted, Column column) {
        return counted.name() + "." + column.suffix();
    }

    @Scheduled(fixedDelayString = "${onboarding.watch.count-every:30s}")
    void onSchedule() {
        count();
    }

    /** What cannot be counted keeps its last numbers, and the round fails once all others are counted. */
    void count() {
        RuntimeException failure = null;
        for (Counted counted : Counted.ALL) {
            try {
                count(counted);
            } catch (RuntimeException e) {
                LOG.warn("{} was not counted", counted.name(), e);
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void count(Counted counted) {
        Instant now = clock.instant();
        Map<String, Map<String, Double>> numbers = new LinkedHashMap<>();
        counted.values().forEach(value -> numbers.put(value, Map.of()));
        jdbc.sql(counted.sql())
                .param("now", SqlTime.of(now))
                .param("engine_now", Timestamp.from(now))
                .query(row -> {
                    Map<String, Double> columns = new HashMap<>();
                    for (Column column : counted.columns()) {
                        columns.put(column.column(), row.getDouble(column.column()));
                    }
                    numbers.put(row.getString("label"), columns);
                });
        for (Column column : counted.columns()) {
            List<Row<?>> rows = numbers.entrySet().stream()
                    .<Row<?>>map(each -> Row.of(
                            Tags.of(counted.label(), each.getKey()),
                            each.getValue().getOrDefault(column.column(), 0.0)))
                    .toList();
            gauges.get(name(counted, column)).register(rows, true);
        }
    }
}
