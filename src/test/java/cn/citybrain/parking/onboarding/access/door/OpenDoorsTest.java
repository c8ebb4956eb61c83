package cn.citybrain.parking.onboarding.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLots;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The doors of the whole application, with the settings that it is delivered with. */
@OnboardingTest
class OpenDoorsTest {

    private static final int CALLERS = 230;
    private static final int PATIENCE = 20_000;
    private static final String TEN_BYTES = "username=x";
    private static final List<String> TOLD = List.of(
            "Content-Security-Policy: default-src 'none'",
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
            "Referrer-Policy: no-referrer",
            "Cache-Control: no-store");

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

    /** The server refuses these before it knows of any application. */
    @Test
    void whatIsNoRequestIsAnsweredLikeAllOthers() {
        List<String> unfit = new ArrayList<>();
        for (String path : List.of("/a%2fb", "/a%5cb", "/%zz", "/a%00b", "/..", "/a|b", "/<x>")) {
            unfit.add(Wire.get(path, "localhost"));
        }
        unfit.add(Wire.get("/login", "a b"));
        unfit.add("GET /login HTTP/1.1\r\n\r\n");
        unfit.add("GET /login HTTP/1.1\r\nHost: localhost\r\nBad Header: x\r\n\r\n");
        unfit.add("GET /login HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: odd\r\n\r\n");
        unfit.add("GET /login HTTP/7.1\r\nHost: localhost\r\n\r\n");
        unfit.add("GET /login HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");
        unfit.add("NOTHING\r\n\r\n");

        for (String request : unfit) {
            try (Wire wire = Wire.open(port)) {
                assertThat(wire.say(request).heard(PATIENCE))
                        .as(request)
                        .contains("请求的地址或格式不正确", "\"resultCode\":")
                        .doesNotContain("HTTP Status")
                        .contains(TOLD);
            }
        }
    }

    @Test
    void aBrowserReadsItAsAPage() {
        try (Wire wire = Wire.open(port)) {
            assertThat(wire.say("GET /a%2fb HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\n\r\n")
                            .heard(PATIENCE))
                    .startsWith("HTTP/1.1 400")
                    .contains("text/html", "<p>请求的地址或格式不正确");
        }
    }

    @Test
    void aRefusalAtTheDoorTellsTheBrowserTheSame() {
        try (Wire wire = Wire.open(port)) {
            assertThat(wire.say(Wire.get("/login", "evil.example")).heard(PATIENCE))
                    .startsWith("HTTP/1.1 421")
                    .contains(TOLD);
        }
    }

    /** Old libraries name formats of their own accord; a refusal of theirs would follow a record that was taken. */
    @Test
    void whoeverAsksForAnotherFormatGetsTheOneThatThereIs() {
        TestLot lot = lots.connected();
        String taken = lot.write(Map.of("data", lot.data("uploadCarInData", "format")));
        for (String accept :
                List.of("text/html", "text/plain", "image/gif, image/jpeg", "application/xml", "nonsense")) {
            assertThat(told(lot, taken, accept))
                    .as(accept)
                    .startsWith("HTTP/1.1 200")
                    .contains("\"resultCode\":200");
            assertThat(told(lot, "{\"data\":{}}", accept))
                    .as(accept)
                    .startsWith("HTTP/1.1 200")
                    .contains("\"resultCode\":400", "不能为空");
        }
    }

    private String told(TestLot lot, String plain, String accept) {
        String body = lot.form(plain).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try (Wire wire = Wire.open(port)) {
            return wire.say(Wire.post(
                            TestLot.path("uploadCarInData"),
                            "localhost",
                            body,
                            "Accept: " + accept,
                            "Connection: close"))
                    .heard(PATIENCE);
        }
    }

    @Test
    void aWebApplicationThatThereIsNotIsNotThere() {
        Browser operator = Browser.of(port, "hubin");
        for (String path : List.of("nope/default/", "nope/", "tasklistx/default/", "nope/default/index.html")) {
            assertThat(operator.get("/camunda/app/" + path).statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(operator.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
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
