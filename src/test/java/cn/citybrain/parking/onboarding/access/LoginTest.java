package cn.citybrain.parking.onboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** One login for everything, and one logout. */
@OnboardingTest
class LoginTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Test
    void everyRoleStartsWhereItsWorkIs() {
        String[][] homes = {
            {"hubin", "/camunda/app/tasklist/default/"},
            {"zhilian", "/camunda/app/tasklist/default/"},
            {"reviewer", "/camunda/app/tasklist/default/"},
            {"supervisor", "/camunda/app/tasklist/default/"},
            {"auditor", "/camunda/app/cockpit/default/#/audit"},
            {"admin", "/people"}
        };
        for (String[] home : homes) {
            Browser browser = new Browser(port);
            assertThat(location(browser.login(home[0], DemoWorld.PASSWORD))).endsWith("/");
            String page = location(browser.get("/"));
            assertThat(page).endsWith(home[1]);
            assertThat(browser.get(home[1]).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void oneLoginServesThePagesTheWebappsAndTheApi() {
        Browser operator = Browser.of(port, "hubin");

        assertThat(Browser.json(operator.get("/api/session")).toString())
                .isEqualTo("{\"userId\":\"hubin\",\"name\":\"林晓湖\",\"roles\":[\"lot-operator\"],\"demo\":true,"
                        + "\"home\":\"/camunda/app/tasklist/default/\",\"webapps\":\"/camunda\"}");
        assertThat(Browser.json(operator.get("/camunda/api/admin/auth/user/default"))
                        .path("userId")
                        .asText())
                .isEqualTo("hubin");
        assertThat(operator.engine("task/count").statusCode()).isEqualTo(200);
        assertThat(operator.get("/camunda/app/cockpit/default/").statusCode()).isNotEqualTo(200);
    }

    @Test
    void strangersAreLedToTheLoginPageAndScriptsGetASentence() {
        Browser stranger = new Browser(port);

        for (String page : List.of("/", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/default/", "/board")) {
            assertThat(location(stranger.get(page))).as(page).endsWith("/login");
        }
        for (String call : List.of(
                "/api/session",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/cockpit/plugin/base/default/process-definition/x/called-process-definitions")) {
            HttpResponse<String> answer = stranger.get(call);
            assertThat(answer.statusCode()).as(call).isEqualTo(401);
            assertThat(Browser.json(answer).path("message").asText()).isEqualTo("登录已过期，请重新登录。");
        }
        assertThat(stranger.get("/engine-rest/engine").statusCode()).isEqualTo(302);
        assertThat(stranger.get("/login").body()).contains("用户名", "密码", "演示环境");
    }

    @Test
    void everyPageBeforeTheLoginSaysThatThisIsTheDemo() {
        for (String page : List.of("/login", "/account/forgot", "/account/set-password?token=x")) {
            assertThat(new Browser(port).get(page).body()).as(page).contains("<p class=\"ribbon\" >演示环境");
        }
    }

    @Test
    void whoMistypesThePasswordNeedNotTypeTheNameAgain() {
        Browser browser = new Browser(port);

        String refused = location(browser.login("<typed>", "wrong"));

        assertThat(refused).startsWith("/login?reason=").doesNotContain("typed");
        assertThat(browser.get(refused).body()).contains("value=\"&lt;typed&gt;\"");
        assertThat(browser.get("/login").body()).as("once").doesNotContain("typed");
    }

    /** Who calls us by another name in the Host header sends nobody there. */
    @Test
    void redirectsNameNoHost() {
        assertThat(location(new Browser(port).get("/board"))).isEqualTo("/login");
        assertThat(location(new Browser(port).login("hubin", DemoWorld.PASSWORD)))
                .isEqualTo("/");
        assertThat(location(Browser.of(port, "auditor").get("/"))).isEqualTo("/camunda/app/cockpit/default/#/audit");
    }

    /** Nobody types one, and only one of the databases would take it. */
    @Test
    void aNulIsRefusedBeforeAnythingLooksForIt() {
        Browser stranger = new Browser(port);

        assertThat(stranger.login("a\0b", "x").statusCode()).isEqualTo(400);
        assertThat(Browser.of(port, "supervisor").get("/api/people?q=a%00b").statusCode())
                .isEqualTo(400);
    }

    @Test
    void loggingOutInAWebappEndsEverything() {
        Browser operator = Browser.of(port, "hubin");

        HttpResponse<String> answer = operator.call("POST", "/camunda/api/admin/auth/user/default/logout", null);

        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
        assertThat(operator.get("/api/session").statusCode()).isEqualTo(401);
        assertThat(operator.engine("task").statusCode()).isEqualTo(401);
        assertThat(location(operator.get("/camunda/app/tasklist/default/"))).contains("/login");
    }

    @Test
    void loginChangesTheSessionAndItsCookieIsGuarded() {
        Browser browser = Browser.of(port, "chengxi");
        String before = browser.cookie("JSESSIONID").orElseThrow();

        HttpResponse<String> answer = browser.login("hubin", DemoWorld.PASSWORD);

        assertThat(browser.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
        HttpResponse<String> withTheOldOne =
                new Browser(port).send(browser.request("/api/session").header("Cookie", "JSESSIONID=" + before));
        assertThat(withTheOldOne.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("set-cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Lax"));
        assertThat(browser.get("/login")
                        .headers()
                        .firstValue("content-security-policy")
                        .orElse(""))
                .contains("default-src 'none'", "script-src 'self'");
        assertThat(browser.get("/camunda/app/tasklist/default/")
                        .headers()
                        .firstValue("content-security-policy")
                        .orElse(""))
                .contains("nonce");
    }

    @Test
    void callsWithoutTheirTokenAreRefusedAndCostNothingElse() {
        Browser operator = Browser.of(port, "hubin");

        HttpResponse<String> ours = operator.send(operator.request("/api/applications")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"channel\":\"wechatpay\"}")));
        assertThat(ours.statusCode()).isEqualTo(403);
        assertThat(Browser.json(ours).path("message").asText()).contains("安全令牌");

        HttpResponse<String> theirs = operator.send(operator.request("/camunda/api/engine/engine/default/task/count")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(theirs.statusCode()).isEqualTo(403);
        assertThat(Browser.json(theirs).path("message").asText()).contains("安全令牌");

        HttpResponse<String> stale = operator.send(operator.request("/camunda/api/engine/engine/default/task/count")
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", "of-yesterday")
                .POST(BodyPublishers.ofString("{}")));
        assertThat(stale.statusCode()).isEqualTo(403);
        assertThat(operator.engine("POST", "task/count", "{}").statusCode()).isEqualTo(200);

        HttpResponse<String> login = new Browser(port)
                .send(operator.request("/login")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=hubin&password=demo-2026")));
        assertThat(location(login)).contains("reason=stale");
    }

    @Test
    void noCallWithoutItsTokenEndsTheSessionWhateverItIs() {
        Browser operator = Browser.of(port, "hubin");
        for (String path : List.of(
                "/camunda/api/engine/engine/default/task/count",
                "/camunda/api/admin/auth/user/default/logout",
                "/camunda/api/cockpit/plugin/base/default/incident",
                "/camunda/app/tasklist/default/",
                "/api/applications",
                "/logout",
                "/login")) {
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                for (String token : List.of("", "of-yesterday")) {
                    HttpResponse<String> answer = operator.send(operator.request(path)
                            .header("Content-Type", "application/json")
                            .header("X-XSRF-TOKEN", token)
                            .header("X-ONBOARDING-XSRF", token)
                            .method(method, BodyPublishers.ofString("{}")));
                    assertThat(answer.statusCode()).as(method + " " + path).isIn(302, 403, 405);
                    assertThat(operator.get("/api/session").statusCode())
                            .as(method + " " + path + " with '" + token + "'")
                            .isEqualTo(200);
                }
            }
        }
        assertThat(operator.engine("POST", "task/count", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void whoComesBeforeTheApplicationIsReadyIsToldSoAndNothingCountsAgainstThem() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        try {
            for (int attempt = 0; attempt < 2; attempt++) {
                Browser early = new Browser(port);
                assertThat(location(early.login("chengxi", "wrong"))).endsWith("/login?reason=starting");
                assertThat(early.get("/login?reason=starting").body()).contains("系统正在启动，请过几秒再登录。");
            }
        } finally {
            AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
        }
        assertThat(location(new Browser(port).login("chengxi", DemoWorld.PASSWORD)))
                .endsWith("/");
    }

    @Test
    void lotsAndChannelsNeedNoLoginAndNoToken() {
        Browser machine = new Browser(port);
        for (String path : List.of("/callbacks/wechatpay/nothing", "/api/v2/cp/heartbeat", "/tcjg/api/x")) {
            HttpResponse<String> answer = machine.send(machine.request(path)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).as(path).isNotIn(302, 401);
            assertThat(answer.headers().allValues("set-cookie")).as(path).isEmpty();
        }
        assertThat(machine.get("/actuator/health").statusCode()).isEqualTo(200);
        assertThat(machine.get("/actuator/env").statusCode()).isEqualTo(302);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("none");
    }
}
