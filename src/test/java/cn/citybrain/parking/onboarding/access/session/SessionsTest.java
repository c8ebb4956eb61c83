package cn.citybrain.parking.onboarding.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session is a row: what is in it, and what ends it. Each test has a person of its own. */
@OnboardingTest
class SessionsTest {

    @LocalServerPort
    int port;

    @Autowired
    UserAccounts accounts;

    @Autowired
    Sessions sessions;

    @Autowired
    SessionSweep sweep;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private String userId;

    @BeforeEach
    void somebody(TestInfo test) {
        userId = "s" + Integer.toHexString(test.getDisplayName().hashCode());
        accounts.add(userId, "会", "话", DemoWorld.PASSWORD, List.of(Role.LOT_OPERATOR.group()), List.of("hubin"));
    }

    @AfterEach
    void backToMonday() {
        clock.reset();
    }

    @Test
    void itsRowHoldsShortTextAloneWhateverTheWebappsPutIntoIt() {
        Browser browser = Browser.of(port, userId);
        browser.get("/camunda/app/tasklist/default/");
        browser.engine("POST", "task/count", "{}");

        Map<String, String> kept = attributes();

        assertThat(kept.keySet())
                .containsExactlyInAnyOrder(
                        "login",
                        "CAMUNDA_CSRF_TOKEN",
                        "org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME");
        assertThat(kept.get("login")).contains("\"address\":\"127.0.0.1\"", "\"since\":");
        assertThat(String.join("", kept.values())).hasSizeLessThan(700).matches("\\p{Print}*");
    }

    @Test
    void anotherVersionsAdditionsAreLeftAlone() {
        Browser browser = Browser.of(port, userId);
        jdbc.sql("UPDATE spring_session_attributes SET attribute_bytes = ? WHERE attribute_name = 'login'"
                        + " AND session_primary_id IN (SELECT primary_id FROM spring_session WHERE principal_name = ?)")
                .params(bytes(attributes().get("login").replace("{", "{\"howElse\":7,")), userId)
                .update();
        jdbc.sql("INSERT INTO spring_session_attributes SELECT primary_id, 'of.tomorrow', ? FROM spring_session"
                        + " WHERE principal_name = ?")
                .params(bytes("whatever"), userId)
                .update();

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        assertThat(attributes()).containsKey("of.tomorrow");
    }

    @Test
    void endsAfterHalfAnHourWithoutACall() {
        Browser browser = Browser.of(port, userId);
        clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(29));
        assertThat(browser.get("/api/session").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(30));

        assertThat(browser.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(rows()).isZero();
        assertThat(browser.get("/board").headers().firstValue("location").orElse(""))
                .contains("/login");
    }

    @Test
    void endsAfterTwelveHoursHoweverBusy() {
        Browser browser = Browser.of(port, userId);
        for (int time = 0; time < 35; time++) {
            clock.advance(Duration.ofMinutes(20));
            assertThat(browser.engine("task/count").statusCode()).isEqualTo(200);
        }
        clock.advance(Duration.ofMinutes(20));

        assertThat(browser.engine("task/count").statusCode()).isEqualTo(401);
    }

    @Test
    void itsRowIsWrittenOnceAMinuteAtMost() {
        Browser browser = Browser.of(port, userId);
        long before = seen();
        clock.advance(Duration.ofSeconds(50));
        for (int poll = 0; poll < 5; poll++) {
            browser.engine("POST", "task/count", "{}");
        }
        assertThat(seen()).isEqualTo(before);

        clock.advance(Duration.ofSeconds(10));
        browser.engine("POST", "task/count", "{}");

        assertThat(seen()).isEqualTo(before + 60_000);
    }

    @Test
    void everySessionOfAPersonEndsAtOnceAndNobodyElses() {
        Browser one = Browser.of(port, userId);
        Browser two = Browser.of(port, userId);
        Browser other = Browser.of(port, "hubin");

        sessions.endAll(userId);

        assertThat(one.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(two.engine("task/count").statusCode()).isEqualTo(401);
        assertThat(other.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void allButTheKeptOneEnd() {
        Browser kept = Browser.of(port, userId);
        Browser other = Browser.of(port, userId);

        sessions.endOthers(userId, id(kept));

        assertThat(kept.get("/api/session").statusCode()).isEqualTo(200);
        assertThat(other.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(sessions.of(userId, id(kept))).singleElement().satisfies(session -> assertThat(session.current())
                .isTrue());
    }

    @Test
    void leavingEndsTheRow() {
        Browser ours = Browser.of(port, userId);
        ours.call("POST", "/logout", null);
        assertThat(rows()).isZero();
        assertThat(ours.get("/api/session").statusCode()).isEqualTo(401);

        Browser theirs = Browser.of(port, userId);
        theirs.call("POST", "/camunda/api/admin/auth/user/default/logout", null);
        assertThat(rows()).isZero();
    }

    @Test
    void strangersCostNoRow() {
        long before = all();
        Browser stranger = new Browser(port);
        List.of("/login", "/board", "/camunda/app/tasklist/default/", "/api/session")
                .forEach(stranger::get);
        stranger.login(userId, "wrong");

        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aPersonLandsOnThePageThatTheyAskedFor() {
        Browser browser = new Browser(port);
        browser.get("/board?lots-q=x");

        assertThat(landing(browser)).isEqualTo("/board?lots-q=x");
        assertThat(landing(browser)).isEqualTo("/");
    }

    @Test
    void rowsThatNobodyCameBackToAreSwept() {
        Browser.of(port, userId);
        clock.advance(Duration.ofMinutes(31));
        Browser.of(port, userId);

        sweep.sweep();

        assertThat(rows()).isOne();
        assertThat(jdbc.sql("SELECT count(*) FROM spring_session_attributes WHERE session_primary_id NOT IN"
                                + " (SELECT primary_id FROM spring_session)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String landing(Browser browser) {
        return browser.login(userId, DemoWorld.PASSWORD)
                .headers()
                .firstValue("location")
                .orElse("");
    }

    private Map<String, String> attributes() {
        return jdbc
                .sql("SELECT a.attribute_name, a.attribute_bytes FROM spring_session_attributes a JOIN spring_session s"
                        + " ON s.primary_id = a.session_primary_id WHERE s.principal_name = ?")
                .param(userId)
                .query((row, number) ->
                        Map.entry(row.getString(1), new String(row.getBytes(2), StandardCharsets.UTF_8)))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private long rows() {
        return jdbc.sql("SELECT count(*) FROM spring_session WHERE principal_name = ?")
                .param(userId)
                .query(Long.class)
                .single();
    }

    private long all() {
        return jdbc.sql("SELECT count(*) FROM spring_session").query(Long.class).single();
    }

    private long seen() {
        return jdbc.sql("SELECT last_access_time FROM spring_session WHERE principal_name = ?")
                .param(userId)
                .query(Long.class)
                .single();
    }

    private static String id(Browser browser) {
        return new String(
                Base64.getDecoder().decode(browser.cookie("JSESSIONID").orElseThrow()), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
