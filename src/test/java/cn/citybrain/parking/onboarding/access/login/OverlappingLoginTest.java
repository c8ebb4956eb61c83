package cn.citybrain.parking.onboarding.access.login;

import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.PASSWORD;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.anId;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.entry;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.with;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.PeopleDesk;
import cn.citybrain.parking.onboarding.access.session.Sessions;
import cn.citybrain.parking.onboarding.access.throttle.Client;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** A login whose password was looked at before its sessions were ended, and whose session is stored after that. */
@OnboardingTest
class OverlappingLoginTest {

    private static final String OTHER = "nine-Ginkgo-2584-Ufer";

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    EngineLogin login;

    @Autowired
    SessionRepositoryFilter<?> store;

    @Autowired
    Sessions sessions;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    private PeopleDesk desk;
    private Browser admin;
    private String id;

    @BeforeEach
    void somebody() {
        desk = new PeopleDesk(port, beans);
        admin = Browser.of(port, "admin");
        id = desk.hire(admin, entry(anId(), Role.OPS_REVIEWER));
    }

    @AfterEach
    void everybodyLeaves() {
        desk.dismissAll();
    }

    @Test
    void withoutAnythingBetweenItIsIn() throws Exception {
        assertThat(statuses(stored(checked()))).containsOnly(200);
    }

    @Test
    void aResetEndsIt() throws Exception {
        desk.act(admin, id, "link");
        Authentication before = checked();

        assertThat(desk.setPassword(desk.tokenFor(id), OTHER).statusCode()).isEqualTo(303);
        String session = stored(before);

        assertThat(desk.sessions(id)).as("it is there").isOne();
        assertThat(statuses(session)).containsOnly(401);
        assertThat(sessions.of(id, "")).as("and not shown").isEmpty();
    }

    @Test
    void anotherPasswordOfOnesOwnEndsItAndNotTheSessionInWhichItWasSet() throws Exception {
        Browser mine = desk.loggedIn(id);
        Authentication before = checked();

        HttpResponse<String> changed = mine.call(
                "POST", "/api/account/password", "{\"old\":\"" + PASSWORD + "\",\"password\":\"" + OTHER + "\"}");
        assertThat(changed.statusCode()).as(changed.body()).isEqualTo(204);
        String session = stored(before);

        assertThat(statuses(session)).containsOnly(401);
        assertThat(mine.get("/api/session").statusCode()).isEqualTo(200);
        assertThat(mine.engine("task/count").statusCode()).isEqualTo(200);
        JsonNode shown = Browser.json(mine.get("/api/account")).path("sessions");
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0).path("current").asBoolean()).isTrue();
    }

    @Test
    void disabledAndEnabledItStaysEnded() throws Exception {
        Authentication before = checked();

        assertThat(desk.act(admin, id, "disable").statusCode()).isEqualTo(200);
        String session = stored(before);
        assertThat(statuses(session)).as("disabled").containsOnly(401);
        assertThat(desk.act(admin, id, "enable").statusCode()).isEqualTo(200);

        assertThat(statuses(session)).as("enabled").containsOnly(401);
        assertThat(desk.loggedIn(id).get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void anotherRoleEndsIt() throws Exception {
        Authentication before = checked();

        HttpResponse<String> moved = desk.change(admin, with(entry(id, Role.AUDITOR), "version", desk.version(id)));
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);

        assertThat(statuses(stored(before))).containsOnly(401);
    }

    /** Those of the version before say nothing of a generation. */
    @Test
    void aSessionOfTheVersionBeforeLastsUntilTheFirstTimeThatSessionsAreEnded() throws Exception {
        jdbc.sql("UPDATE account SET generation = 0 WHERE user_id = ?")
                .param(id)
                .update();
        String session = stored(checked());
        String mark = "{\"since\":\"" + clock.instant() + "\",\"address\":\"127.0.0.1\",\"agent\":\"\"}";
        assertThat(jdbc.sql(
                                "UPDATE spring_session_attributes SET attribute_bytes = ? WHERE attribute_name = 'login'"
                                        + " AND session_primary_id IN (SELECT primary_id FROM spring_session WHERE principal_name = ?)")
                        .params(mark.getBytes(StandardCharsets.UTF_8), id)
                        .update())
                .isOne();
        assertThat(statuses(session)).containsOnly(200);

        jdbc.sql("UPDATE account SET generation = 1 WHERE user_id = ?")
                .param(id)
                .update();

        assertThat(statuses(session)).containsOnly(401);
    }

    private Authentication checked() {
        UsernamePasswordAuthenticationToken attempt = UsernamePasswordAuthenticationToken.unauthenticated(id, PASSWORD);
        attempt.setDetails(new Client("127.0.0.1", "overlapping"));
        return login.authenticate(attempt);
    }

    /** The cookie of the session. */
    private String stored(Authentication checked) throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        store.doFilter(new MockHttpServletRequest("POST", "/login"), answer, (request, response) -> new KeptLogin(clock)
                .saveContext(new SecurityContextImpl(checked), (HttpServletRequest) request, (HttpServletResponse)
                        response));
        return answer.getCookies()[0].getName() + "=" + answer.getCookies()[0].getValue();
    }

    /** Of our own API and of the engine's. */
    private List<Integer> statuses(String session) {
        return Stream.of("/api/session", "/camunda/api/engine/engine/default/task/count")
                .map(path -> {
                    Browser browser = new Browser(port);
                    return browser.send(browser.request(path)
                                    .header("Cookie", session)
                                    .header("Accept", "application/json")
                                    .GET())
                            .statusCode();
                })
                .toList();
    }
}
