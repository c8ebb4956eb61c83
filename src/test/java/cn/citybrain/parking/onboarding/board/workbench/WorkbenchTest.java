package cn.citybrain.parking.onboarding.board.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.parking.TestLot;
import cn.citybrain.parking.onboarding.parking.TestLots;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.LotKeys;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The workbench of a lot: what its vendor reads there, what others read, and who gets nothing. */
@OnboardingTest
class WorkbenchTest {

    private static final String PRIVATE_PLATE = "浙B98765";

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots parkingLots;

    @Autowired
    Vendors vendors;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    LotBindings bindings;

    @Autowired
    AccessKeys keys;

    @Autowired
    TestLots lots;

    @Autowired
    TestVehicles vehicles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    @Autowired
    TestClock clock;

    final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
    private final Map<String, Browser> browsers = new HashMap<>();
    LotBinding binding;
    TestLot lot;

    @BeforeEach
    void aLotOfZhilians() {
        String code = "WB" + unique;
        long hubin = merchants.byTenant("hubin").orElseThrow().id();
        parkingLots.add(code, "联调" + code, "文三路 1 号", 10, hubin);
        vendors.assign(code, "vendor-zhilian", "test");
        accounts.open(hubin, "citizencard", "CC" + code, "6222" + code);
        accounts.activate("CC" + code, "sub" + code);
        binding = bindings.bind("CC" + code, List.of(code)).get(0);
        bindings.registered(binding.id(), "A" + code, "L" + code);
        bindings.testing(binding.id());
        keys.register(code, "acc-" + code, LotKeys.publicPem("lot-1024"), "zhilian");
        lot = lots.unknown(code, "acc-" + code, "lot-1024");
    }

    @AfterEach
    void theClockStandsStillAgain() {
        clock.reset();
    }

    @Test
    void eachCallIsListedWithItsVerdictAndFoundByVisitCallAndFault() {
        lot.send("uploadCarInData", entry("U1", TestLot.PLATE));
        Map<String, Object> odd = entry("U2", PRIVATE_PLATE);
        odd.put("plateColor", "蓝");
        lot.send("uploadCarInData", odd);
        Map<String, Object> broken = entry("U3", PRIVATE_PLATE);
        broken.remove("arriveTime");
        lot.send("uploadCarInData", broken);
        lot.send("uploadHeartbeat", lot.data("uploadHeartbeat", ""));
        lot.send("uploadCarIn", entry("U4", PRIVATE_PLATE));

        JsonNode all = calls("zhilian", "");
        assertThat(all.get("total").asInt()).isGreaterThanOrEqualTo(4);
        assertThat(calls("zhilian", "?uid=U2").get("rows")).singleElement().satisfies(row -> {
            assertThat(row.get("resultCode").asInt()).isEqualTo(200);
            assertThat(row.get("warnings").asText()).contains("plateColor（车牌颜色）");
            assertThat(row.get("title").asText()).isEqualTo("入场记录");
        });
        assertThat(calls("zhilian", "?uid=U3").get("rows")).singleElement().satisfies(row -> {
            assertThat(row.get("resultCode").asInt()).isEqualTo(400);
            assertThat(row.get("sentence").asText()).contains("arriveTime（入场时间）不能为空");
        });
        assertThat(calls("zhilian", "?call=uploadHeartbeat").get("total").asInt())
                .isEqualTo(1);
        assertThat(calls("zhilian", "?faults=true&call=uploadCarInData").get("rows"))
                .extracting(row -> row.get("uid").asText())
                .containsExactly("U3", "U2");
        JsonNode second = calls("zhilian", "?call=uploadCarInData&size=2&page=2");
        assertThat(second.get("total").asInt()).isEqualTo(3);
        assertThat(second.get("rows"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("uid").asText()).isEqualTo("U1"));
    }

    @Test
    void whatProvedNothingIsListedWithTheLotWhoseAccessIdItNames() {
        Map<String, String> unsigned = lot.form("{\"data\":{}}");
        unsigned.put("sign", "bm8=");
        lot.post(TestLot.path("uploadPhoto"), unsigned);
        Map<String, String> incomplete = lot.form("{\"data\":{}}");
        incomplete.remove("cipher");
        lot.post(TestLot.path("uploadCarOutData"), incomplete);
        lot.post("/api/v2/cp/uploadCarInDate", lot.form("{\"data\":{}}"));

        eventually(3, "?faults=true");
        assertThat(calls("zhilian", "?faults=true").get("rows")).allSatisfy(row -> {
            assertThat(row.get("proven").asBoolean()).isFalse();
            assertThat(row.get("opened").asBoolean()).isFalse();
        });
        assertThat(calls("zhilian", "?call=uploadPhoto").at("/rows/0/sentence").asText())
                .contains("签名");
        assertThat(calls("zhilian", "?call=uploadCarOutData")
                        .at("/rows/0/sentence")
                        .asText())
                .contains("cipher（密文）不能为空");
        assertThat(calls("zhilian", "?call=uploadCarInDate")
                        .at("/rows/0/sentence")
                        .asText())
                .contains("没有名为 uploadCarInDate 的接口");
    }

    @Test
    void whoKnowsTheAccessIdAloneDoesNotFillTheList() {
        Map<String, String> unsigned = lot.form("{\"data\":{}}");
        unsigned.put("sign", "bm8=");
        for (int i = 0; i < 40; i++) {
            lot.post(TestLot.path("uploadHeartbeat"), unsigned);
        }
        lot.send("uploadHeartbeat", lot.data("uploadHeartbeat", ""));

        eventually(31, "");
    }

    @Test
    void onlyTheLotsOwnVendorOpensWhatWasSentAndThatIsWrittenDown() {
        Map<String, Object> photo = lot.data("uploadPhoto", "P1");
        lot.send("uploadPhoto", photo);
        lot.send("uploadCarInData", entry("U1", PRIVATE_PLATE));
        long id = calls("zhilian", "?uid=U1").at("/rows/0/id").asLong();
        long pictured = calls("zhilian", "?call=uploadPhoto").at("/rows/0/id").asLong();

        JsonNode opened = Browser.json(get("zhilian", "/calls/" + id));
        assertThat(opened.get("body").asText()).contains(PRIVATE_PLATE).contains("\"uid\" : \"U1\"");
        assertThat(Browser.json(get("zhilian", "/calls/" + pictured))
                        .get("body")
                        .asText())
                .contains("照片等内容不在这里显示")
                .doesNotContain(TestLot.jpeg(2000).substring(0, 300));

        for (String reader : List.of("hubin", "reviewer", "supervisor", "auditor")) {
            assertThat(get(reader, "/calls").statusCode()).as(reader).isEqualTo(200);
            assertThat(get(reader, "/calls").body())
                    .as(reader)
                    .doesNotContain(PRIVATE_PLATE)
                    .contains("浙B***65");
            assertThat(get(reader, "/calls/" + id).statusCode()).as(reader).isEqualTo(403);
        }
        for (String stranger : List.of("vendor2", "chengxi", "admin")) {
            for (String path : List.of("", "/calls", "/calls/" + id, "/messages", "/visits", "/samples", "/fields")) {
                assertThat(get(stranger, path).statusCode()).as(stranger + path).isEqualTo(404);
            }
        }
        assertThat(jdbc.sql("SELECT looked_by FROM lot_look WHERE lot_code = ? ORDER BY id")
                        .param(lot.code)
                        .query(String.class)
                        .list())
                .containsExactly("zhilian", "zhilian");
        assertThat(jdbc.sql("SELECT body FROM lot_call WHERE id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .doesNotContain(PRIVATE_PLATE);
    }

    @Test
    void anotherLotsCallIsNotOpenedThroughOnesOwn() {
        TestLot other = lots.connected();
        other.send("uploadCarInData", other.data("uploadCarInData", "X1"));
        long id = jdbc.sql("SELECT id FROM lot_call WHERE lot_code = ?")
                .param(other.code)
                .query(Long.class)
                .single();

        assertThat(get("zhilian", "/calls/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void theNextVendorBeginsAnewAndTheFormerOneHasNothing() {
        lot.send("uploadCarInData", entry("U1", PRIVATE_PLATE));
        long id = calls("zhilian", "").at("/rows/0/id").asLong();
        clock.advance(Duration.ofMinutes(1));
        vendors.assign(lot.code, "vendor-anxing", "test");

        assertThat(get("zhilian", "/calls").statusCode()).isEqualTo(404);
        assertThat(get("zhilian", "/calls/" + id).statusCode()).isEqualTo(404);
        assertThat(check("zhilian", Map.of("call", "uploadCarInData", "form", "x"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(calls("vendor2", "").get("total").asInt()).isZero();
        assertThat(get("vendor2", "/calls/" + id).statusCode()).isEqualTo(404);
        assertThat(calls("hubin", "").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void aTestVehiclesPlateIsShownToThoseWhoMaySeeItAlone() throws Exception {
        String vehicle = json.writeValueAsString(Map.of("plateNo", TestLot.PLATE, "plateColor", 5, "payerId", ""));
        HttpResponse<String> registered =
                Browser.of(port, "zhilian").call("POST", "/api/bindings/" + binding.id() + "/vehicles", vehicle);
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        lot.send("uploadCarInData", entry("U1", TestLot.PLATE));

        assertThat(calls("zhilian", "?uid=U1").at("/rows/0/plateNo").asText()).isEqualTo(TestLot.PLATE);
        assertThat(calls("supervisor", "?uid=U1").at("/rows/0/plateNo").asText())
                .isEqualTo(TestLot.PLATE);
        assertThat(calls("reviewer", "?uid=U1").at("/rows/0/plateNo").asText()).contains("***");
        assertThat(calls("auditor", "?uid=U1").at("/rows/0/plateNo").asText()).contains("***");
        JsonNode visit = Browser.json(get("zhilian", "/visits?uid=U1")).at("/rows/0");
        assertThat(visit.get("plateNo").asText()).isEqualTo(TestLot.PLATE);
        assertThat(visit.get("channels").toString()).doesNotContain(TestLot.PLATE);
        assertThat(Browser.json(get("reviewer", "/visits?uid=U1")).toString()).doesNotContain(TestLot.PLATE);
    }

    @Test
    void whatALotWasToldIsListedWithItsVisitAndOpenedByItsVendorAlone() throws Exception {
        String vehicle = json.writeValueAsString(Map.of("plateNo", TestLot.PLATE, "plateColor", 5, "payerId", ""));
        Browser.of(port, "zhilian").call("POST", "/api/bindings/" + binding.id() + "/vehicles", vehicle);
        Map<String, Object> asked = lot.data("getDeparturePayInfo", "");
        lot.send("getDeparturePayInfo", asked);
        lot.send("uploadCarInData", entry("U1", TestLot.PLATE));

        JsonNode told = Browser.json(get("zhilian", "/messages"));
        assertThat(told.get("total").asInt()).isPositive();
        String requestId = told.at("/rows/0/requestId").asText();
        assertThat(told.toString()).doesNotContain(TestLot.PLATE);
        assertThat(Browser.json(get("zhilian", "/messages/" + requestId))
                        .get("body")
                        .asText())
                .contains(TestLot.PLATE);
        assertThat(get("auditor", "/messages").statusCode()).isEqualTo(200);
        assertThat(get("auditor", "/messages/" + requestId).statusCode()).isEqualTo(403);
        assertThat(get("vendor2", "/messages/" + requestId).statusCode()).isEqualTo(404);
        assertThat(Browser.json(get("zhilian", "/visits?uid=U1"))
                        .at("/rows/0/messages")
                        .toString())
                .contains("departurePayInfo");
    }

    @Test
    void aConfirmationBelongsToTheVisitOfItsMessage() {
        parksATestVehicle();
        String departure = Browser.json(get("zhilian", "/visits?uid=U1"))
                .at("/rows/0/messages/0/requestId")
                .asText();
        message("R" + unique, lot.code, bill("U1", "B1", clock.instant()));
        TestLot other = lots.connected();
        message("S" + unique, other.code, null);

        lot.send("confirmDeparturePayInfo", numeric("confirmDeparturePayInfo", departure));
        lot.send("confirmPayResult", lot.data("confirmPayResult", "R" + unique));
        lot.send("confirmPayResult", lot.data("confirmPayResult", "S" + unique));
        lot.send("getPayResult", lot.data("getPayResult", "B1"));

        assertThat(calls("zhilian", "?uid=U1").get("rows"))
                .extracting(
                        row -> row.get("call").asText(), row -> row.get("uid").asText())
                .containsExactly(
                        tuple("getPayResult", "U1"),
                        tuple("confirmPayResult", "U1"),
                        tuple("confirmDeparturePayInfo", "U1"),
                        tuple("uploadCarInData", "U1"));
        assertThat(calls("zhilian", "?call=confirmPayResult").get("rows"))
                .extracting(row -> row.get("uid").asText(null))
                .containsExactly(null, "U1");
    }

    private void parksATestVehicle() {
        vehicles.register(binding.id(), TestLot.PLATE, 5, "", "zhilian");
        lot.send("uploadCarInData", entry("U1", TestLot.PLATE));
    }

    /** The number as known clients send it back. */
    private Map<String, Object> numeric(String call, String requestId) {
        Map<String, Object> confirmation = lot.data(call, requestId);
        confirmation.put("requestId", Double.valueOf(requestId));
        return confirmation;
    }

    private void message(String requestId, String lotCode, Long bill) {
        jdbc.sql("INSERT INTO lot_message (request_id, lot_code, topic, bill_id, uid, content, created_at)"
                        + " VALUES (?, ?, 'payResult', ?, ?, '{}', ?)")
                .params(requestId, lotCode, bill, bill == null ? "U1" : null, SqlTime.of(clock.instant()))
                .update();
    }

    @Test
    void aChargeThatTheChannelSettledLaterIsShownAsItStandsBesideItsBill() {
        lot.send("uploadCarInData", entry("U1", TestLot.PLATE));
        lot.send("uploadCarOutData", lot.data("uploadCarOutData", "U1"));
        Instant received = clock.instant();
        long bill = bill("U1", "B1", received);
        assertThat(charge("U1").isNull()).isTrue();

        attempt(bill, 1, "FAILED", received);
        attempt(bill, 2, "SENT", null);
        assertThat(charge("U1").get("words").asText()).isEqualTo("已发往渠道，等待结果");
        assertThat(charge("U1").get("channelName").asText()).isEqualTo("市民卡");
        assertThat(charge("U1").get("at").isNull()).isTrue();

        Instant settled = received.plus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.SECONDS);
        jdbc.sql("UPDATE deduction SET state = 'SUCCEEDED', decided_at = ? WHERE bill_id = ? AND attempt_no = 2")
                .params(SqlTime.of(settled), bill)
                .update();
        assertThat(charge("U1").get("state").asText()).isEqualTo("SUCCEEDED");
        assertThat(charge("U1").get("words").asText()).isEqualTo("扣款成功");
        assertThat(Instant.parse(charge("U1").get("at").asText())).isEqualTo(settled);
    }

    private JsonNode charge(String uid) {
        return Browser.json(get("zhilian", "/visits?uid=" + uid)).at("/rows/0/bills/0/charge");
    }

    private long bill(String uid, String billId, Instant received) {
        jdbc.sql(
                        "INSERT INTO bill (lot_code, bill_no, uid, plate_no, arrived_at, left_at, billed_at, amount, pay_status, received_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, 500, 0, ?)")
                .params(lot.code, billId, uid, TestLot.PLATE, SqlTime.of(received), SqlTime.of(received))
                .params(SqlTime.of(received), SqlTime.of(received))
                .update();
        return jdbc.sql("SELECT id FROM bill WHERE lot_code = ?")
                .param(lot.code)
                .query(Long.class)
                .single();
    }

    private void attempt(long bill, int number, String state, Instant decided) {
        jdbc.sql(
                        "INSERT INTO deduction (version, binding_id, bill_id, attempt_no, out_trade_no, channel, lot_code, uid,"
                                + " bill_no, amount, state, sends, queries, note, created_at, decided_at)"
                                + " VALUES (0, ?, ?, ?, ?, 'citizencard', ?, 'U1', 'B1', 500, ?, 1, 0, '', ?, ?)")
                .params(binding.id(), bill, number, "T" + number + lot.code, lot.code, state)
                .params(SqlTime.of(clock.instant()), SqlTime.of(decided))
                .update();
    }

    @Test
    void aMessageIsTestedAndLeavesNoTrace() {
        Map<String, String> right = lot.form(lot.write(Map.of("data", entry("U9", TestLot.PLATE))));
        JsonNode verdict = Browser.json(check("zhilian", pasted(right)));
        assertThat(verdict.get("right").asBoolean()).as(verdict.toString()).isTrue();
        assertThat(verdict.get("plainText").asText()).contains("\"uid\" : \"U9\"");

        right.put("sign", right.get("cipher").substring(0, 172));
        JsonNode wrong = Browser.json(check("zhilian", pasted(right)));
        assertThat(wrong.get("right").asBoolean()).isFalse();
        assertThat(wrong.get("steps"))
                .anySatisfy(step -> assertThat(step.get("text").asText()).contains("验证不通过"));

        assertThat(check("hubin", pasted(right)).statusCode()).isEqualTo(403);
        assertThat(check("supervisor", pasted(right)).statusCode()).isEqualTo(403);
        assertThat(check("vendor2", pasted(right)).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT count(*) FROM stay WHERE lot_code = ?")
                        .param(lot.code)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(calls("zhilian", "").get("total").asInt()).isZero();
    }

    @Test
    void testsOfMessagesAreCountedForEachPerson() {
        clock.advance(Duration.ofMinutes(10));
        Map<String, String> pasted = Map.of("call", "uploadCarInData", "form", "x");
        int refused = 0;
        for (int i = 0; i < 35; i++) {
            refused += check("zhilian", pasted).statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(5);
    }

    @Test
    void samplesAreFilledInForThisLotAndCanBeDownloaded() {
        JsonNode overview = Browser.json(get("zhilian", ""));
        assertThat(overview.get("endpoint").asText()).startsWith("http").doesNotEndWith("/");
        assertThat(overview.get("opens").asBoolean()).isTrue();
        assertThat(Browser.json(get("auditor", "")).get("opens").asBoolean()).isFalse();
        JsonNode programs = Browser.json(get("zhilian", "/samples"));
        assertThat(programs).hasSize(4).allSatisfy(program -> {
            assertThat(program.get("text").asText())
                    .contains(lot.code, lot.accessId, overview.get("endpoint").asText())
                    .doesNotContain("__ACCESS_ID__", "__PARKING_CODE__", "__ENDPOINT__", "__PHOTO__");
            HttpResponse<String> file =
                    get("zhilian", "/samples/" + program.get("file").asText());
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .contains("attachment", program.get("file").asText());
            assertThat(file.body()).isEqualTo(program.get("text").asText());
        });
        assertThat(Browser.json(get("zhilian", "/fields")).toString()).contains("uploadCarInData", "停车记录编号");
    }

    @Test
    void samplesParkTheLotsOwnTestVehicleForWhoMayKnowIt() {
        String plate = "浙AD" + unique.substring(0, 5).toUpperCase(Locale.ROOT).replaceAll("[^0-9]", "7");
        assertThat(Browser.json(get("zhilian", "/samples")))
                .allSatisfy(program -> assertThat(program.get("run").asText()).endsWith(" 浙A12345"));

        vehicles.register(binding.id(), plate, 5, "", "zhilian");

        for (String user : List.of("zhilian", "hubin", "supervisor")) {
            assertThat(Browser.json(get(user, "/samples"))).as(user).allSatisfy(program -> {
                assertThat(program.get("run").asText()).endsWith(" " + plate);
                assertThat(program.get("text").asText()).contains(plate).doesNotContain("__");
            });
        }
        for (String user : List.of("reviewer", "auditor")) {
            assertThat(get(user, "/samples").body())
                    .as(user)
                    .contains("浙A12345")
                    .doesNotContain(plate);
        }
    }

    private Map<String, Object> entry(String uid, String plate) {
        Map<String, Object> entry = lot.data("uploadCarInData", uid);
        entry.put("plateNo", plate);
        return entry;
    }

    private static Map<String, String> pasted(Map<String, String> form) {
        Map<String, String> pasted = new HashMap<>(form);
        pasted.put("call", "uploadCarInData");
        return pasted;
    }

    /** What nobody could prove is written after its answer. */
    private void eventually(int total, String query) {
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(calls("zhilian", query).get("total").asInt()).isEqualTo(total));
    }

    private JsonNode calls(String user, String query) {
        return Browser.json(get(user, "/calls" + query));
    }

    private HttpResponse<String> get(String user, String path) {
        return browser(user).get("/api/bindings/" + binding.id() + "/workbench" + path);
    }

    private HttpResponse<String> check(String user, Map<String, String> pasted) {
        return browser(user).call("POST", "/api/bindings/" + binding.id() + "/workbench/check", lot.write(pasted));
    }

    private Browser browser(String user) {
        return browsers.computeIfAbsent(user, id -> Browser.of(port, id));
    }
}
