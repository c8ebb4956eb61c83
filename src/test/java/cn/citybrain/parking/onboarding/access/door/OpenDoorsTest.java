package cn.citybrain.parking.onboarding.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLots;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The doors of the whole application, with the settings that it is delivered with. */
@OnboardingTest
class OpenDoorsTest {

    private static final int CALLERS = 230;
    private static final String TEN_BYTES = "username=x";

    @LocalServerPort
    int port;

    @Autowired
    TestLots lots;

    @Test
    void slowCallersOfEveryKindStopNobody() {
        Browser operator = Browser.of(port, "hubin");
        TestLot lot = lots.connected();
        List<Wire> slow = new ArrayList<>();
        for (String path : List.of("/login", "/api/applications", "/api/v2/cp/uploadHeartbeat", "/callbacks/etc/x")) {
            slow.addAll(Wire.many(CALLERS / 5, port, Wire.head(path, "localhost", 1000) + TEN_BYTES));
        }
        slow.addAll(Wire.many(CALLERS / 5, port, "GET /logi"));

        assertThat(asked(Wire.get("/actuator/health/liveness", "localhost"))).isEqualTo(200);
        assertThat(asked(Wire.get("/actuator/health/readiness", "localhost"))).isEqualTo(200);
        assertThat(operator.engine("task/count").statusCode()).isEqualTo(200);
        assertThat(operator.engine("POST", "task/count", "{}").statusCode()).isEqualTo(200);
        assertThat(lot.send("uploadHeartbeat", lot.data("uploadHeartbeat", "1")).code())
                .isEqualTo(200);
        Wire.close(slow);
    }

    @Test
    void aForeignNameLeadsNobodyAnywhere() {
        for (String path : List.of("/", "/login", "/board", "/login/oauth2/authorization/oidc", "/camunda/")) {
            assertThat(asked(Wire.get(path, "evil.example"))).as(path).isEqualTo(421);
        }
    }

    @Test
    void nothingPrivateIsKept() {
        Browser operator = Browser.of(port, "hubin");
        for (String path : List.of(
                "/login",
                "/account/forgot",
                "/",
                "/board",
                "/no-such-page",
                "/api/session",
                "/api/no-such-thing",
                "/onboarding/board.html",
                "/camunda/app/tasklist/default/",
                "/camunda/api/admin/auth/user/default",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/task/no-such-task",
                "/camunda/api/engine/engine/default/user/hubin/profile",
                "/camunda/api/engine/engine/default/process-definition/statistics")) {
            assertThat(caching(operator.get(path))).as(path).contains("no-store");
        }
        assertThat(caching(new Browser(port).get("/api/session"))).contains("no-store");
        assertThat(caching(Browser.of(port, "auditor").get("/api/audit/definitions/acceptance/model")))
                .contains("no-store");
    }

    @Test
    void whatIsTheSameForEverybodyMayBeKept() {
        Browser operator = Browser.of(port, "hubin");
        for (String path : List.of(
                "/favicon.ico",
                "/camunda/lib/deps.js",
                "/camunda/app/tasklist/camunda-tasklist-bootstrap.js",
                "/camunda/app/tasklist/locales/zh-CN.json")) {
            HttpResponse<String> answer = operator.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(caching(answer)).as(path).doesNotContain("no-store");
        }
    }

    private int asked(String request) {
        try (Wire wire = Wire.open(port)) {
            return wire.say(request).status();
        }
    }

    private static String caching(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("cache-control")).hasSizeLessThan(2);
        return answer.headers().firstValue("cache-control").orElse("");
    }
}
