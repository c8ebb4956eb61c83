package cn.citybrain.parking.onboarding.watch.meter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.route.MappedRoutes;
import cn.citybrain.parking.onboarding.access.route.Route;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.channel.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsProperties;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The meters as Prometheus fetches them: who gets them, that they agree with the tables, and that they name nobody. */
@OnboardingTest
class MetersTest {

    private static final String PATH = "/actuator/prometheus";
    private static final String TOKEN = "Bearer demo-only-watch-token";

    /** What a label may be: each has a handful of values that the code knows. */
    private static final Set<String> LABELS = Set.of(
            "role", "topic", "channel", "state", "verdict", "type", "verb", "outcome", "by", "of", "sweep", "le");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    MetricsProperties settings;

    @Autowired
    CountedMeters meters;

    @Autowired
    MeterRegistry registry;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    TestDrafts drafts;

    @BeforeEach
    void moment() {
        clock.set(TestClock.START.plus(Duration.ofDays(800)));
    }

    @AfterEach
    void back() {
        jdbc.sql("DELETE FROM mail WHERE dedupe_key LIKE 'meters/%'").update();
        jdbc.sql("DELETE FROM open_task WHERE task_id LIKE 'meters%'").update();
        clock.reset();
    }

    @Test
    void onlyWhoHasTheTokenGetsMeters() {
        Browser nobody = new Browser(port);
        assertThat(nobody.get(PATH).statusCode()).isEqualTo(401);
        assertThat(Browser.of(port, "admin").get(PATH).statusCode())
                .as("a person without the token")
                .isEqualTo(401);
        for (String wrong :
                new String[] {"Bearer ", "Bearer demo-only-watch-toke", "Basic demo-only-watch-token", "x"}) {
            assertThat(nobody.send(nobody.request(PATH).header("Authorization", wrong))
                            .statusCode())
                    .as(wrong)
                    .isEqualTo(401);
        }
        assertThat(scrape()).contains("onboarding_tasks_open{", "jvm_memory_used_bytes", "onboarding_mqtt_connected");
    }

    @Test
    void healthIsToldInDetailOnlyToWhoHasTheToken() {
        Browser nobody = new Browser(port);
        assertThat(nobody.get("/actuator/health").body()).doesNotContain("details", "components");
        JsonNode health =
                Browser.json(nobody.send(nobody.request("/actuator/health").header("Authorization", TOKEN)));
        assertThat(health.path("components").fieldNames())
                .toIterable()
                .contains("worker", "sweeps", "channels", "outbox", "mqtt", "holidays", "mail", "db", "restore");
        assertThat(Browser.json(nobody.send(
                                nobody.request("/actuator/health/liveness").header("Authorization", TOKEN)))
                        .path("components")
                        .fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("livenessState", "worker");
    }

    /** A registry that is full denies what comes later, and the sums that a dashboard shows are too low. */
    @Test
    void thereIsRoomToTimeEveryAddress() {
        long addresses = MappedRoutes.controllers(app).keySet().stream()
                .map(Route::path)
                .distinct()
                .count();
        assertThat(addresses).isPositive();
        assertThat(settings.getWeb().getServer().getMaxUriTags()).isGreaterThan((int) addresses * 2);
    }

    @Test
    void agreesWithTheTables() {
        drafts.create(Channel.WECHATPAY, "hubin", "hubin");
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        for (int task = 0; task < 3; task++) {
            jdbc.sql("INSERT INTO open_task (task_id, name, definition_key, process_key, process_instance_id,"
                            + " candidate_group, created_at, due_at) VALUES (?, '受理', 'k', 'p', 'i',"
                            + " 'ops-reviewer', ?, ?)")
                    .params(
                            "meters" + task,
                            now.minusDays(9),
                            now.plusDays(task - 1).plusHours(1))
                    .update();
        }
        for (int mail = 0; mail < 2; mail++) {
            jdbc.sql("INSERT INTO mail (dedupe_key, recipient, subject, body, state, attempts, next_attempt_at,"
                            + " created_at) VALUES (?, 'a@example.com', 's', 'b', 'FAILED', 5, ?, ?)")
                    .params("meters/" + mail, now, now.minusHours(mail + 1))
                    .update();
        }
        meters.count();

        assertThat(gauge("onboarding.tasks.open", "role", "ops-reviewer"))
                .isEqualTo(number("SELECT count(*) FROM open_task WHERE candidate_group = 'ops-reviewer'"));
        assertThat(gauge("onboarding.tasks.overdue", "role", "ops-reviewer"))
                .isEqualTo(number("SELECT count(*) FROM open_task WHERE candidate_group = 'ops-reviewer'"
                        + " AND task_id NOT IN ('meters1', 'meters2') AND due_at IS NOT NULL"));
        assertThat(gauge("onboarding.mails.kept", "state", "FAILED"))
                .isEqualTo(number("SELECT count(*) FROM mail WHERE state = 'FAILED'"));
        assertThat(gauge("onboarding.mails.oldest", "state", "FAILED")).isGreaterThanOrEqualTo(7200);
        for (String state : new String[] {"SUCCEEDED", "FAILED", "UNKNOWN", "DISPUTED", "SENT", "PREPARED"}) {
            assertThat(gauge("onboarding.deductions.kept", "state", state))
                    .isEqualTo(number("SELECT count(*) FROM deduction WHERE state = '" + state + "'"));
        }
        for (Channel channel : Channel.values()) {
            assertThat(gauge("onboarding.answers.awaited", "channel", channel.code()))
                    .isEqualTo(number("SELECT count(*) FROM awaited_answer WHERE channel = '" + channel.code() + "'"));
            assertThat(gauge("onboarding.lots.live", "channel", channel.code()))
                    .isEqualTo(number("SELECT count(*) FROM lot_binding WHERE state = 'LIVE' AND channel = '"
                            + channel.code() + "'"));
        }
        assertThat(gauge("onboarding.records.checked", "verdict", "passed"))
                .isEqualTo(number("SELECT count(*) FROM record_check WHERE passed"));
    }

    @Test
    void agesExternalTasksByTopic() {
        jdbc.sql("INSERT INTO ACT_RU_EXT_TASK (ID_, REV_, TOPIC_NAME_, RETRIES_, CREATE_TIME_, PRIORITY_) VALUES"
                        + " ('meters-1', 1, 'meters-topic', NULL, ?, 0), ('meters-2', 1, 'meters-topic', 0, ?, 0)")
                .params(
                        java.sql.Timestamp.from(clock.instant().minusSeconds(90)),
                        java.sql.Timestamp.from(clock.instant().minusSeconds(900)))
                .update();
        try {
            meters.count();
            assertThat(gauge("onboarding.external.tasks.waiting", "topic", "meters-topic"))
                    .isEqualTo(1);
            assertThat(gauge("onboarding.external.tasks.failed", "topic", "meters-topic"))
                    .isEqualTo(1);
            assertThat(gauge("onboarding.external.tasks.oldest", "topic", "meters-topic"))
                    .isEqualTo(90);
        } finally {
            jdbc.sql("DELETE FROM ACT_RU_EXT_TASK WHERE ID_ LIKE 'meters-%'").update();
        }
        meters.count();
        assertThat(registry.find("onboarding.external.tasks.waiting")
                        .tag("topic", "meters-topic")
                        .gauge())
                .as("what is worked off is no longer there")
                .isNull();
    }

    @Test
    void namesNoPersonLotOrApplication() {
        meters.count();
        Set<String> labels = new TreeSet<>();
        registry.getMeters().stream()
                .map(Meter::getId)
                .filter(id -> id.getName().startsWith("onboarding."))
                .forEach(id -> id.getTags().stream().map(Tag::getKey).forEach(labels::add));
        assertThat(LABELS).containsAll(labels);
        for (Counted counted : Counted.ALL) {
            assertThat(counted.columns())
                    .allMatch(column -> !column.description().isBlank());
        }
    }

    @Test
    void asksTheDatabaseOnScheduleAndNotWhenSomebodyFetches() {
        meters.count();
        String before = scrape();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("INSERT INTO mail (dedupe_key, recipient, subject, body, state, attempts, next_attempt_at, created_at)"
                        + " VALUES ('meters/later', 'a@example.com', 's', 'b', 'FAILED', 5, ?, ?)")
                .params(now, now)
                .update();
        String failed = "onboarding_mails_kept{state=\"FAILED\"}";
        assertThat(line(scrape(), failed)).isEqualTo(line(before, failed));
    }

    private static String line(String scraped, String begin) {
        return scraped.lines()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElseThrow();
    }

    private String scrape() {
        Browser watcher = new Browser(port);
        HttpResponse<String> answer = watcher.send(watcher.request(PATH).header("Authorization", TOKEN));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private double gauge(String name, String label, String value) {
        return registry.get(name).tag(label, value).gauge().value();
    }

    private double number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
