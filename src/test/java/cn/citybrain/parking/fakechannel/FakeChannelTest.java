package cn.citybrain.parking.fakechannel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A second channel on the common part, played over HTTP from both sides: protocol and desk. */
class FakeChannelTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NOTIFY = "https://platform.example/callbacks/fake";
    private static final List<JsonNode> TOLD = new CopyOnWriteArrayList<>();
    private static final TestClock CLOCK = new TestClock();

    private static volatile String platformSays = "success";
    private static SimulatorServer server;
    private static HttpServer platform;
    private static String account;
    private static int number;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String no = "F%05d".formatted(++number);
    private final String plate = "浙C%05d".formatted(number);

    @BeforeAll
    static void start() throws Exception {
        server = SimulatorServer.start(
                Map.of(
                        "simulator.port", "0",
                        "simulator.mail-port", "0",
                        "simulator.schedules", "false",
                        "simulator.database", "jdbc:h2:mem:fake-channel;DB_CLOSE_DELAY=-1"),
                FakeChannel.class,
                FakeProtocol.class,
                FakeController.class);
        platform = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        platform.createContext("/callbacks/fake", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            TOLD.add(JSON.readTree(URLDecoder.decode(body.replace("content=", ""), StandardCharsets.UTF_8)));
            byte[] answer = platformSays.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        platform.start();
        server.meet(
                CLOCK, URI.create("http://localhost:" + platform.getAddress().getPort()));
    }

    @AfterAll
    static void stop() {
        server.close();
        platform.stop(0);
    }

    @BeforeEach
    void openAccount() throws Exception {
        platformSays = "success";
        if (account == null) {
            desk("POST", "accounts", Map.of("number", "8001", "name", "试验商户"));
            account = "8001";
        }
        desk("DELETE", "faults", null);
        desk("POST", "notices/deliver", Map.of());
        TOLD.clear();
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(server.url() + path))
                        .timeout(Duration.ofSeconds(5))
                        .header("Content-Type", type)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> tryDesk(String method, String path, Object body) throws Exception {
        return send(
                method,
                "/demo/api/fake/" + path,
                "application/json",
                body == null ? "" : JSON.writeValueAsString(body));
    }

    private JsonNode desk(String method, String path, Object body) throws Exception {
        HttpResponse<String> answer = tryDesk(method, path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().isEmpty() ? null : JSON.readTree(answer.body());
    }

    private JsonNode record(String kind, String key, String value) throws Exception {
        return StreamSupport.stream(desk("GET", kind, null).spliterator(), false)
                .filter(record -> record.path(key).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> raw(String operation, String... pairs) throws IOException, InterruptedException {
        List<String> form = new ArrayList<>(List.of("partner=us"));
        for (int i = 0; i < pairs.length; i += 2) {
            form.add(pairs[i] + "=" + URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return send("POST", "/sim/fake?do=" + operation, "application/x-www-form-urlencoded", String.join("&", form));
    }

    private JsonNode call(String operation, String... pairs) throws Exception {
        return JSON.readTree(raw(operation, pairs).body());
    }

    private JsonNode deduct() throws Exception {
        return call("DEDUCT", debit());
    }

    private String[] debit() {
        return new String[] {"no", no, "account", account, "plate", plate, "amount", "500", "notifyUrl", NOTIFY};
    }

    private JsonNode refund(String refundNo, int amount) throws Exception {
        return call("REFUND", "no", refundNo, "order", no, "account", account, "amount", String.valueOf(amount));
    }

    private void plan(Kind kind, String operation) throws Exception {
        desk(
                "POST",
                "faults",
                Map.of(
                        "operation",
                        operation,
                        "kind",
                        kind,
                        "match",
                        operation.equals("NOTIFY") ? no : plate,
                        "code",
                        "SORRY",
                        "millis",
                        50));
    }

    private int booked() throws Exception {
        HttpResponse<String> ledger = send("GET", "/demo/api/ledger", "application/json", "");
        int sum = 0;
        for (JsonNode entry : JSON.readTree(ledger.body())) {
            if (entry.path("channel").asText().equals("fake")
                    && entry.path("plateNo").asText().equals(plate)) {
                int sign = entry.path("kind").asText().equals("CHARGE") ? 1 : -1;
                sum += sign * entry.path("amount").asInt();
            }
        }
        return sum;
    }

    @Test
    void standsBesideTheOthersUnderItsName() throws Exception {
        JsonNode channels = JSON.readTree(
                send("GET", "/demo/api/channels", "application/json", "").body());
        assertThat(channels)
                .extracting(channel -> channel.path("code").asText())
                .contains("wechatpay", "fake");
        assertThat(send("GET", "/demo/channel/fake", "text/html", "").body()).contains("channel.js");
        assertThat(send("GET", "/demo/channel/nobody", "text/html", "").statusCode())
                .isEqualTo(404);
        JsonNode deduct = StreamSupport.stream(
                        desk("GET", "words", null).path("operations").spliterator(), false)
                .filter(operation -> operation.path("name").asText().equals("DEDUCT"))
                .findFirst()
                .orElseThrow();
        assertThat(deduct.path("faults"))
                .extracting(kind -> kind.path("code").asText())
                .contains("DECIDE_LATER", "DONE_THEN_CUT")
                .doesNotContain("WRONG_SIGNATURE", "NOTICE_TWICE");
    }

    @Test
    void anApplicationGoesItsOwnWayToAnAccount() throws Exception {
        call("SUBMIT", "no", no, "name", "试验停车公司", "notifyUrl", NOTIFY);
        JsonNode received = desk("GET", "applications/" + no, null);
        assertThat(received.path("words").asText()).isEqualTo("已收到");
        assertThat(received.path("actions"))
                .extracting(action -> action.path("name").asText())
                .containsExactly("appoint", "refuse");
        assertThat(received.path("papers").path(0).path("label").asText()).isEqualTo("营业执照");
        assertThat(tryDesk("POST", "applications/" + no + "/open", null).statusCode())
                .isEqualTo(409);

        JsonNode meeting = desk("POST", "applications/" + no + "/advance", null);
        assertThat(meeting.path("message").asText()).isEqualTo("渠道客户经理将于2026-11-30上门");
        JsonNode open = desk("POST", "applications/" + no + "/advance", null);
        assertThat(open.path("state").asText()).isEqualTo("OPEN");
        assertThat(call("REVIEW", "no", no).path("account").asText())
                .isEqualTo(open.path("account").asText())
                .matches("90\\d\\d");
        assertThat(tryDesk("POST", "applications/" + no + "/advance", null).statusCode())
                .isEqualTo(409);
        desk("POST", "notices/deliver", Map.of());
        assertThat(TOLD).extracting(told -> told.path("state").asText()).containsExactly("MEETING", "OPEN");
    }

    @Test
    void aRefusalNamesTheFieldsAndTheNextSubmissionKeepsTheNumber() throws Exception {
        call("SUBMIT", "no", no, "name", "试验停车公司", "notifyUrl", "");
        JsonNode refused = desk(
                "POST",
                "applications/" + no + "/refuse",
                Map.of("complaints", List.of(Map.of("field", "name", "reason", "与执照不一致")), "message", "请修改"));
        assertThat(refused.path("complaints").path(0).path("reason").asText()).isEqualTo("与执照不一致");
        assertThat(refused.path("complaints").path(0).path("fieldName").asText())
                .isEqualTo("商户名称");
        assertThat(refused.path("message").asText()).isEqualTo("请修改");
        call("SUBMIT", "no", no, "name", "试验停车有限公司", "notifyUrl", "");
        assertThat(desk("GET", "applications/" + no, null).path("submissions").asInt())
                .isEqualTo(2);
    }

    @Test
    void theAutopilotTakesTheFirstStepAndPassesLots() throws Exception {
        desk("PUT", "autopilot", Map.of("on", true));
        try {
            assertThat(call("SUBMIT", "no", no, "name", "甲", "notifyUrl", "")
                            .path("state")
                            .asText())
                    .isEqualTo("MEETING");
            assertThat(call("LOT_SUBMIT", "account", "auto" + no, "lot", "试验停车场")
                            .path("state")
                            .asText())
                    .isEqualTo("PASSED");
        } finally {
            desk("PUT", "autopilot", Map.of("on", false));
        }
    }

    @Test
    void aLotIsAudited() throws Exception {
        assertThat(call("LOT_SUBMIT", "account", no, "lot", "试验停车场")
                        .path("state")
                        .asText())
                .isEqualTo("AUDITING");
        String reference = record("lots", "account", no).path("reference").asText();
        desk("POST", "lots/" + reference + "/refuse", Map.of("reason", "地址不详"));
        assertThat(record("lots", "account", no).path("words").asText()).isEqualTo("已拒绝");
        call("LOT_SUBMIT", "account", no, "lot", "试验停车场");
        String again = record("lots", "account", no).path("reference").asText();
        desk("POST", "lots/" + again + "/pass", null);
        assertThat(call("LOT_SUBMIT", "account", no, "lot", "试验停车场").path("lot").asText())
                .startsWith("PL");
        assertThat(tryDesk("POST", "lots/" + again + "/pass", null).statusCode())
                .isEqualTo(409);
    }

    @Test
    void anAgreementIsSetPerPlate() throws Exception {
        desk("PUT", "vehicles", Map.of("plateNo", plate, "state", "PAUSED"));
        assertThat(record("vehicles", "plateNo", plate).path("words").asText()).isEqualTo("已暂停");
        assertThat(tryDesk("PUT", "vehicles", Map.of("plateNo", plate, "state", "SOMETHING"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aDebitIsTakenOnceAndGivenBackAtMostOnce() throws Exception {
        assertThat(deduct().path("state").asText()).isEqualTo("PAID");
        assertThat(deduct().path("state").asText()).isEqualTo("PAID");
        String[] other = debit();
        other[7] = "900";
        assertThat(call("DEDUCT", other).path("code").asText()).isEqualTo("OTHER_DATA");
        assertThat(booked()).isEqualTo(500);

        assertThat(refund("R1" + no, 300).path("state").asText()).isEqualTo("SUCCESS");
        assertThat(refund("R1" + no, 300).path("state").asText()).isEqualTo("SUCCESS");
        assertThat(refund("R1" + no, 200).path("code").asText()).isEqualTo("OTHER_DATA");
        assertThat(refund("R2" + no, 300).path("code").asText()).isEqualTo("TOO_MUCH");
        assertThat(booked()).isEqualTo(200);
        assertThat(record("orders", "outTradeNo", no).path("state").asText()).isEqualTo("REFUNDED");
    }

    @ParameterizedTest
    @CsvSource({"true, PAID, 500", "false, FAILED, 0"})
    void theDeskDecidesWhatWasOnlyAccepted(boolean success, String state, int booked) throws Exception {
        plan(Kind.DECIDE_LATER, "DEDUCT");
        assertThat(deduct().path("state").asText()).isEqualTo("ACCEPTED");
        assertThat(refund("R" + no, 100).path("code").asText()).isEqualTo("NOT_PAID");
        desk("POST", "orders/" + no + "/decide", Map.of("success", success, "code", "POOR", "reason", "余额不足"));
        assertThat(call("QUERY", "no", no).path("state").asText()).isEqualTo(state);
        assertThat(booked()).isEqualTo(booked);
        assertThat(tryDesk("POST", "orders/" + no + "/decide", Map.of("success", true))
                        .statusCode())
                .isEqualTo(409);
        desk("POST", "notices/deliver", Map.of());
        assertThat(TOLD)
                .singleElement()
                .satisfies(told -> assertThat(told.path("state").asText()).isEqualTo(state));
    }

    @Test
    void aDebitAndARefundCanFail() throws Exception {
        plan(Kind.PAY_FAIL, "DEDUCT");
        assertThat(deduct().path("reason").asText()).isEqualTo("SORRY");
        assertThat(booked()).isZero();

        String[] second = debit();
        second[1] = no + "B";
        call("DEDUCT", second);
        desk("POST", "faults", Map.of("operation", "REFUND", "kind", "PAY_FAIL", "match", "RB" + no));
        assertThat(call("REFUND", "no", "RB" + no, "order", no + "B", "account", account, "amount", "500")
                        .path("state")
                        .asText())
                .isEqualTo("FAILED");
        assertThat(booked()).isEqualTo(500);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT", "HOLD", "DONE_THEN_CUT"})
    void theConnectionBreaks(Kind kind) throws Exception {
        plan(kind, "DEDUCT");
        assertThatThrownBy(() -> raw("DEDUCT", debit())).isInstanceOf(IOException.class);
        assertThat(booked()).isEqualTo(kind == Kind.DONE_THEN_CUT ? 500 : 0);
        assertThat(deduct().path("state").asText()).isEqualTo("PAID");
        assertThat(booked()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSE, 200, SORRY, 0",
        "DONE_THEN_ERROR, 200, SORRY, 500",
        "DONE_THEN_HOLD, 200, '\"OK\"', 500",
        "MALFORMED, 200, <html>, 500",
        "ACCEPTED_202, 202, '', 0"
    })
    void theAnswerIsAnother(Kind kind, int status, String part, int booked) throws Exception {
        plan(kind, "DEDUCT");
        HttpResponse<String> answer = raw("DEDUCT", debit());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(part);
        assertThat(answer.headers().firstValue("X-Seal")).hasValue("GENUINE");
        assertThat(booked()).isEqualTo(booked);
        assertThat(desk("GET", "faults", null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "NOTICE_OTHER_AMOUNT, amount, 1",
        "NOTICE_OTHER_PLATE, plate, 浙A00000",
        "NOTICE_OTHER_ACCOUNT, account, 9999",
        "NOTICE_OTHER_LOT, lot, 另一个停车场"
    })
    void aNoticeTellsSomethingElse(Kind kind, String field, String value) throws Exception {
        plan(kind, "NOTIFY");
        deduct();
        desk("POST", "notices/deliver", Map.of());
        assertThat(TOLD).singleElement().satisfies(told -> {
            assertThat(told.path(field).asText()).isEqualTo(value);
            assertThat(told.path("no").asText()).isEqualTo(no);
        });
    }

    @Test
    void aNoticeComesTwiceOrNever() throws Exception {
        plan(Kind.NOTICE_TWICE, "NOTIFY");
        deduct();
        desk("POST", "notices/deliver", Map.of());
        assertThat(TOLD).hasSize(2);

        TOLD.clear();
        String[] second = debit();
        second[1] = no + "B";
        plan(Kind.NOTICE_NEVER, "NOTIFY");
        call("DEDUCT", second);
        desk("POST", "notices/deliver", Map.of());
        assertThat(TOLD).isEmpty();
    }

    @Test
    void aNoticeIsRepeatedByTheChannelsOwnPlanUntilTaken() throws Exception {
        platformSays = "failure";
        deduct();
        desk("POST", "notices/deliver", Map.of());
        assertThat(last().path("taken").asBoolean()).isFalse();
        CLOCK.advance(Duration.ofSeconds(3));
        assertThat(desk("POST", "notices/deliver", Map.of()).path("delivered").asInt())
                .isZero();
        CLOCK.advance(Duration.ofSeconds(1));
        platformSays = "success";
        assertThat(desk("POST", "notices/deliver", Map.of()).path("delivered").asInt())
                .isEqualTo(1);
        assertThat(last().path("taken").asBoolean()).isTrue();
        assertThat(last().path("nextAt").isNull()).isTrue();
    }

    private JsonNode last() throws Exception {
        JsonNode notices = desk("GET", "notices", null);
        return notices.path(notices.size() - 1);
    }

    @ParameterizedTest
    @CsvSource({"DEDUCT, WRONG_SIGNATURE", "DEDUCT, NOTICE_TWICE", "NOTIFY, CUT", "SUBMIT, PAY_FAIL", "NOTHING, CUT"})
    void whatCannotHappenIsNotPlanned(String operation, Kind kind) throws Exception {
        HttpResponse<String> answer = tryDesk("POST", "faults", Map.of("operation", operation, "kind", kind));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(answer.body()).path("message").asText()).isNotBlank();
    }

    @Test
    void whoIsNotKnownIsRefusedBeforeAnyFault() throws Exception {
        plan(Kind.CUT, "DEDUCT");
        HttpResponse<String> answer = send(
                "POST",
                "/sim/fake",
                "application/x-www-form-urlencoded",
                "do=DEDUCT&partner=them&plate=" + URLEncoder.encode(plate, StandardCharsets.UTF_8));
        assertThat(answer.body()).contains("WHO");
        assertThat(desk("GET", "faults", null)).hasSize(1);
    }
}
