package cn.citybrain.parking.onboarding.access.own;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 我的账号. Each test has a person of its own. */
@OnboardingTest
class OwnAccountTest {

    private static final String GOOD = "lantern otter gravel";

    @LocalServerPort
    int port;

    @Autowired
    UserAccounts accounts;

    @Autowired
    TestClock clock;

    private String userId;

    @BeforeEach
    void somebody(TestInfo test) {
        userId = "o" + Integer.toHexString(test.getDisplayName().hashCode());
        accounts.add(userId, "本", "人", DemoWorld.PASSWORD, List.of(Role.LOT_OPERATOR.group()), List.of("hubin"));
    }

    @AfterEach
    void backToMonday() {
        clock.reset();
    }

    @Test
    void chooseWhetherToBeReminded() {
        Browser browser = Browser.of(port, userId);
        assertThat(Browser.json(browser.get("/api/account")).path("reminded").asBoolean())
                .isTrue();

        assertThat(browser.call("PUT", "/api/account/reminders", "{\"on\":false}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(Browser.json(browser.get("/api/account")).path("reminded").asBoolean())
                .isFalse();
        assertThat(browser.call("PUT", "/api/account/reminders", "{}").body()).contains("请选择是否接收邮件提醒");
    }

    @Test
    void showsWhoIAmAndWhereIAmLoggedIn() {
        Browser.of(port, userId);
        clock.advance(Duration.ofMinutes(5));
        Browser browser = Browser.of(port, userId);

        JsonNode account = Browser.json(browser.get("/api/account"));

        assertThat(account.path("facts").path("name").asText()).isEqualTo("本人");
        assertThat(account.path("facts").path("roles").toString()).isEqualTo("[\"车场方\"]");
        assertThat(account.path("facts").path("companies")).hasSize(1);
        assertThat(account.path("idle").asInt()).isEqualTo(30);
        assertThat(account.path("absolute").asInt()).isEqualTo(720);
        assertThat(account.path("sessions")).hasSize(2);
        assertThat(account.path("sessions").get(0).path("current").asBoolean()).isTrue();
        assertThat(account.path("sessions").get(0).path("since").asText()).isEqualTo("2026-11-23T01:05:00Z");
        assertThat(account.path("sessions").get(0).path("address").asText()).isEqualTo("127.0.0.1");
        assertThat(account.path("sessions").get(1).path("current").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hubin", "zhilian", "reviewer", "supervisor", "auditor", "admin"})
    void everyRoleHasThePage(String user) {
        Browser browser = Browser.of(port, user);

        assertThat(browser.get("/account").statusCode()).isEqualTo(200);
        assertThat(Browser.json(browser.get("/api/account"))
                        .path("facts")
                        .path("userId")
                        .asText())
                .isEqualTo(user);
        assertThat(new Browser(port).get("/account").statusCode()).isEqualTo(302);
        assertThat(new Browser(port).get("/api/account").statusCode()).isEqualTo(401);
    }

    @Test
    void aNewPasswordEndsMyOtherSessionsAndTheOldPassword() {
        Browser other = Browser.of(port, userId);
        Browser mine = Browser.of(port, userId);

        assertThat(change(mine, DemoWorld.PASSWORD, GOOD).statusCode()).isEqualTo(204);

        assertThat(mine.get("/api/session").statusCode()).isEqualTo(200);
        assertThat(other.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(location(new Browser(port).login(userId, GOOD))).doesNotContain("login");
        assertThat(location(new Browser(port).login(userId, DemoWorld.PASSWORD)))
                .contains("reason=wrong");
    }

    @ParameterizedTest
    @CsvSource({
        "'', lantern otter gravel, old, 请填写现在的密码。",
        "wrong, lantern otter gravel, old, 现在的密码不正确，请重新填写。",
        "demo-2026, short, password, '密码至少 10 个字符，现在是 5 个。'",
        "demo-2026, password1234, password, 太常见",
    })
    void whatIsWrongStandsAtItsFieldAndNothingIsChanged(String old, String password, String field, String sentence) {
        Browser mine = Browser.of(port, userId);

        HttpResponse<String> answer = change(mine, old, password);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Browser.json(answer).path("fields").path(field).asText()).contains(sentence);
        assertThat(Browser.json(answer).path("fields")).hasSize(1);
        assertThat(location(new Browser(port).login(userId, DemoWorld.PASSWORD)))
                .doesNotContain("login");
    }

    @Test
    void guessingTheOldPasswordIsSlowedDownLikeALogin() {
        Browser mine = Browser.of(port, userId);

        assertThat(change(mine, "wrong", GOOD).statusCode()).isEqualTo(400);
        HttpResponse<String> soon = change(mine, DemoWorld.PASSWORD, GOOD);

        assertThat(soon.statusCode()).isEqualTo(429);
        assertThat(Browser.json(soon).path("message").asText()).contains("请 3 秒后再试", "没有修改");
        clock.advance(Duration.ofSeconds(3));
        assertThat(change(mine, DemoWorld.PASSWORD, GOOD).statusCode()).isEqualTo(204);
    }

    @Test
    void oneLoginOrAllOfThemAreEnded() {
        Browser lost = Browser.of(port, userId);
        Browser mine = Browser.of(port, userId);
        clock.advance(Duration.ofMinutes(2));
        JsonNode sessions = Browser.json(mine.get("/api/account")).path("sessions");
        String id = sessions.get(1).path("id").asText();

        assertThat(mine.call("DELETE", "/api/account/sessions/" + id, null).statusCode())
                .isEqualTo(204);
        assertThat(lost.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(mine.get("/api/session").statusCode()).isEqualTo(200);

        assertThat(mine.call("DELETE", "/api/account/sessions", null).statusCode())
                .isEqualTo(204);
        assertThat(mine.get("/api/session").statusCode()).isEqualTo(401);
    }

    @Test
    void anothersSessionIsOutOfReach() {
        Browser mine = Browser.of(port, userId);
        Browser other = Browser.of(port, "chengxi");
        String id = Browser.json(other.get("/api/account"))
                .path("sessions")
                .get(0)
                .path("id")
                .asText();

        mine.call("DELETE", "/api/account/sessions/" + id, null);

        assertThat(other.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void nothingIsChangedWithoutThePagesToken() {
        Browser mine = Browser.of(port, userId);

        HttpResponse<String> answer =
                mine.send(mine.request("/api/account/sessions").DELETE());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(mine.get("/api/session").statusCode()).isEqualTo(200);
    }

    @Test
    void theEnginesOwnDoorForPasswordsIsClosed() {
        Browser mine = Browser.of(port, userId);

        HttpResponse<String> answer = mine.engine(
                "PUT",
                "user/" + userId + "/credentials",
                "{\"password\":\"" + GOOD + "\",\"authenticatedUserPassword\":\"" + DemoWorld.PASSWORD + "\"}");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Browser.json(answer).path("message").asText()).contains("/account");
    }

    private static HttpResponse<String> change(Browser browser, String old, String password) {
        return browser.call(
                "POST", "/api/account/password", "{\"old\":\"" + old + "\",\"password\":\"" + password + "\"}");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("none");
    }
}
