package cn.citybrain.parking.onboarding.watch.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** Dashboard and alert rules ask for meters that there are. */
@OnboardingTest
class MonitoringTest {

    private static final Path FILES = Path.of("docker/monitoring");
    private static final Pattern METER = Pattern.compile("\\b(onboarding|jvm|http|hikaricp|process)_[a-z_]+");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|by \\([^)]*\\)");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    MeterRegistry registry;

    @Autowired
    ChannelAdapters adapters;

    @Autowired
    Rounds rounds;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Set<String> meters;

    /** Schedules are off here, no channel was called yet, and nothing waits to be sent: each once. */
    @BeforeEach
    void fetch() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("INSERT INTO ACT_RU_EXT_TASK (ID_, REV_, TOPIC_NAME_, PRIORITY_) VALUES ('monitoring', 1, 'any', 0)")
                .update();
        jdbc.sql("INSERT INTO lot_message (request_id, lot_code, topic, content, created_at, next_delivery_at)"
                        + " VALUES ('monitoring', 'L', 'any', '{}', ?, ?)")
                .params(now, now.plusYears(9))
                .update();
        Sweeps sweeps = mock();
        Sweep one = new Sweep("Any.onSchedule", Duration.ofSeconds(1), clock.instant(), clock.instant(), null);
        when(sweeps.named()).thenReturn(new TreeMap<>(Map.of("any", one)));
        new SweepMeters(sweeps, rounds, clock, registry).onReady();
        try {
            adapters.of(Channel.WECHATPAY).accounts().review("WX00000000");
        } catch (RuntimeException noSuchApplication) {
            assertThat(noSuchApplication).hasMessageContaining("WX00000000");
        }
        ReflectionTestUtils.invokeMethod(app.getBean("countedMeters"), "count");
        Browser watcher = new Browser(port);
        String scraped = watcher.send(
                        watcher.request("/actuator/prometheus").header("Authorization", "Bearer demo-only-watch-token"))
                .body();
        meters = scraped.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[ {]", 2)[0])
                .collect(Collectors.toSet());
    }

    @AfterEach
    void clean() {
        jdbc.sql("DELETE FROM ACT_RU_EXT_TASK WHERE ID_ = 'monitoring'").update();
        jdbc.sql("DELETE FROM lot_message WHERE request_id = 'monitoring'").update();
    }

    @Test
    void everyPanelShowsAMeterThatThereIs() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(FILES.resolve("grafana/dashboards/onboarding.json").toFile());
        List<String> queries = dashboard.findValuesAsText("expr");
        assertThat(queries).hasSizeGreaterThan(20);
        queries.forEach(this::asksForWhatThereIs);
        assertThat(dashboard.path("panels")).allSatisfy(panel -> {
            assertThat(panel.path("title").asText()).isNotBlank();
            assertThat(panel.path("datasource").path("uid").asText()).isEqualTo("onboarding");
        });
    }

    @Test
    void everyAlertWatchesAMeterThatThereIs() throws IOException {
        List<String> rules = Files.readAllLines(FILES.resolve("alerts.yml")).stream()
                .filter(line -> line.strip().startsWith("expr:"))
                .toList();
        assertThat(rules).hasSizeGreaterThan(8);
        rules.stream().filter(rule -> !rule.contains("up{")).forEach(this::asksForWhatThereIs);
    }

    /** What is counted for people to watch is watched. */
    @Test
    void everyMeterOfOursIsShown() throws IOException {
        String shown = Files.readString(FILES.resolve("grafana/dashboards/onboarding.json"));
        assertThat(meters.stream()
                        .filter(meter -> meter.startsWith("onboarding_"))
                        .filter(meter -> !meter.matches(".*(_total|_sum|_max|sweep_interval_seconds)"))
                        .filter(meter -> !meter.equals("onboarding_mails_oldest_seconds")))
                .allMatch(shown::contains);
    }

    private void asksForWhatThereIs(String query) {
        Matcher found = METER.matcher(LABELS.matcher(query).replaceAll(""));
        List<String> named = new ArrayList<>();
        while (found.find()) {
            named.add(found.group());
        }
        assertThat(named).as(query).isNotEmpty();
        assertThat(meters).as(query).containsAll(named);
    }
}
