package cn.citybrain.parking.onboarding.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.charge.SentRequest;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.ledger.KeptRequests;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board and a lot's page, as the people of the demo world get them over HTTP. */
@OnboardingTest
class BoardTest {

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @Autowired
    Vendors vendors;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    LotBindings bindings;

    @Autowired
    TestDrafts drafts;

    @Autowired
    Deductions deductions;

    @Autowired
    KeptRequests requests;

    @Autowired
    JdbcClient jdbc;

    LotBinding binding;

    @BeforeEach
    void aLotOfHubinUnderTest() {
        String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        long hubin = merchants.byTenant("hubin").orElseThrow().id();
        lots.add("B" + unique, "看板" + unique, "文三路 1 号", 10, hubin);
        vendors.assign("B" + unique, "vendor-zhilian", "test");
        String no = drafts.create(Channel.WECHATPAY, "hubin", "hubin");
        accounts.open(hubin, "wechatpay", no, "6222" + unique);
        accounts.activate(no, "sub" + unique);
        binding = bindings.bind(no, List.of("B" + unique)).get(0);
        bindings.registered(binding.id(), "A", "L");
        bindings.testing(binding.id());
    }

    @Test
    void everybodySeesTheirLotsAndWhoActsNext() {
        for (String user : List.of("hubin", "zhilian", "supervisor", "auditor")) {
            JsonNode row = row(user);
            assertThat(row).as(user).isNotNull();
            JsonNode cell = row.get("bindings").get(0);
            assertThat(cell.get("stateText").asText()).isEqualTo("测试中");
            assertThat(cell.at("/turns/0/text").asText())
                    .isEqualTo((user.equals("zhilian") ? "请您" : "等待车场技术方") + "登记停车场系统的 accessID 和公钥");
            assertThat(cell.at("/turns/0/who").asText()).isEqualTo("车场技术方");
            assertThat(cell.at("/turns/0/mine").asBoolean()).as(user).isEqualTo(user.equals("zhilian"));
        }
        assertThat(row("chengxi")).isNull();
        assertThat(row("vendor2")).isNull();
    }

    @Test
    void aForeignLotDoesNotExist() {
        for (String user : List.of("chengxi", "vendor2")) {
            assertThat(get(user).statusCode()).as(user).isEqualTo(404);
            assertThat(register(user, "浙A12345", "1").statusCode()).as(user).isEqualTo(404);
            assertThat(post(user, "/refund", "{\"reason\":\"x\"}").statusCode())
                    .as(user)
                    .isEqualTo(404);
        }
    }

    @Test
    void onlyItsVendorRegistersVehiclesAndPlatesAreMaskedForOthers() {
        assertThat(register("reviewer", "浙A12345", "1").statusCode()).isEqualTo(403);
        assertThat(register("hubin", "浙A12345", "1").statusCode()).isEqualTo(403);
        HttpResponse<String> made = register("zhilian", "浙A12345", "1");
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);

        assertThat(plate("zhilian")).isEqualTo("浙A12345");
        assertThat(plate("supervisor")).isEqualTo("浙A12345");
        assertThat(plate("auditor")).isEqualTo("浙A***45");

        long id = Browser.json(made).get("id").asLong();
        assertThat(browser("zhilian")
                        .call("DELETE", path("/vehicles/" + id), null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(Browser.json(get("zhilian")).get("vehicles")).isEmpty();
    }

    @Test
    void badInputNamesItsFieldInChinese() {
        JsonNode vehicle = Browser.json(register("zhilian", "A1", "1"));
        assertThat(vehicle.get("fields").get("plateNo").asText()).contains("车牌");
        assertThat(register("zhilian", "浙A12345", "\"red\"").statusCode()).isEqualTo(400);
        HttpResponse<String> key = post("zhilian", "/access-key", "{\"accessId\":\"\",\"publicKey\":\"x\"}");
        assertThat(key.statusCode()).isEqualTo(400);
        assertThat(Browser.json(key).get("fields")).isNotEmpty();
    }

    @Test
    void anAddressWithoutANumberIsAnsweredInChineseToo() {
        for (String wrong : List.of("abc", "1x", "99999999999999999999")) {
            HttpResponse<String> answer = browser("zhilian").get("/api/bindings/" + wrong);

            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(Browser.json(answer).get("message").asText()).isEqualTo("地址中的编号“" + wrong + "”无效，应为数字。请从看板重新打开");
            assertThat(Browser.json(answer).at("/fields/id").asText()).contains(wrong);
        }
        assertThat(Browser.json(browser("zhilian").get("/api/board?page=x"))
                        .at("/fields/page")
                        .asText())
                .contains("查询条件 page");
    }

    /** A payment request came before its photos: nobody is told to drive once more. */
    @Test
    void aBillThatWaitsForPhotosSaysSo() {
        keyAndVehicle();
        OffsetDateTime now = OffsetDateTime.now();
        assertThat(next()).contains("请您用测试车辆完整停一次车");
        jdbc.sql("INSERT INTO stay (lot_code, uid, entry_plate, entered_at, left_at) VALUES (?, 'u1', '浙A12345', ?, ?)")
                .params(binding.lotCode(), now.minusMinutes(5), now)
                .update();
        jdbc.sql(
                        "INSERT INTO bill (lot_code, uid, bill_no, plate_no, arrived_at, left_at, billed_at, amount, pay_status,"
                                + " received_at) VALUES (?, 'u1', 'b1', '浙A12345', ?, ?, ?, 500, 0, ?)")
                .params(binding.lotCode(), now.minusMinutes(5), now, now, now)
                .update();

        assertThat(next()).contains("已收到支付申请，还缺入场照片、出场照片，最晚等到");
    }

    @Test
    void aVehicleWithoutAPlateAndWhatWasOddInACallAreShown() {
        jdbc.sql(
                        "INSERT INTO stay (lot_code, uid, entry_plate, entry_plate_sent, entered_at) VALUES (?, 'u2', '无牌车', '未识别', ?)")
                .params(binding.lotCode(), OffsetDateTime.now())
                .update();
        jdbc.sql("INSERT INTO lot_traffic (lot_code, call_name, ok_count, error_count, correct, warning_count,"
                        + " last_warning_at, last_warning) VALUES (?, 'uploadCarInData', 1, 0, TRUE, 1, ?, '颜色不详')")
                .params(binding.lotCode(), OffsetDateTime.now())
                .update();

        for (String user : List.of("zhilian", "auditor")) {
            JsonNode lot = Browser.json(get(user));
            assertThat(lot.at("/stays/0/plateNo").asText()).as(user).isEqualTo("无牌车");
            assertThat(lot.at("/stays/0/testVehicle").asBoolean()).isFalse();
            assertThat(lot.at("/traffic/0/lastWarning").asText()).isEqualTo("颜色不详");
            assertThat(lot.at("/traffic/0/warningCount").asInt()).isEqualTo(1);
        }
    }

    private void keyAndVehicle() {
        jdbc.sql("INSERT INTO access_key (access_id, lot_code, public_key, key_size, fingerprint, registered_by,"
                        + " registered_at, active_lot) VALUES (?, ?, 'x', 2048, 'x', 'zhilian', ?, ?)")
                .params("K" + binding.lotCode(), binding.lotCode(), OffsetDateTime.now(), binding.lotCode())
                .update();
        assertThat(register("zhilian", "浙A12345", "1").statusCode()).isEqualTo(201);
    }

    private String next() {
        return row("zhilian").at("/bindings/0/turns/0/text").asText();
    }

    @Test
    void aRefundNeedsTwoSupervisors() {
        assertThat(post("supervisor", "/refund", "{\"reason\":\"退\"}").statusCode())
                .isEqualTo(409);
        charged();
        assertThat(post("reviewer", "/refund", "{\"reason\":\"退\"}").statusCode())
                .isEqualTo(403);
        HttpResponse<String> asked = post("supervisor", "/refund", "{\"reason\":\"测试款退回\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(201);
        String approve = "/api/refunds/" + Browser.json(asked).get("id").asLong() + "/approve";
        assertThat(browser("chengxi").call("POST", approve, null).statusCode()).isEqualTo(404);
        assertThat(browser("supervisor").call("POST", approve, null).statusCode())
                .isEqualTo(409);
        HttpResponse<String> approved = browser("supervisor2").call("POST", approve, null);
        assertThat(Browser.json(approved).get("state").asText()).isEqualTo("APPROVED");
        assertThat(Browser.json(get("auditor"))
                        .at("/deduction/refund/approvedBy")
                        .asText())
                .isEqualTo("方副主管");
        jdbc.sql("DELETE FROM refund WHERE deduction_id IN (SELECT id FROM deduction WHERE binding_id = ?)")
                .param(binding.id())
                .update();
    }

    @Test
    void onlySupervisorsSeeTheSignedRequests() {
        charged();
        requests.keep(new SentRequest(
                "T" + binding.lotCode(), "POST", "/v3/pay", Map.of("Authorization", "X"), "{\"a\":1}".getBytes()));
        JsonNode seen = Browser.json(browser("supervisor").get(path("/sent-requests")));
        assertThat(seen).hasSize(1);
        assertThat(seen.get(0).get("what").asText()).isEqualTo("扣款");
        assertThat(seen.get(0).get("body").asText()).isEqualTo("{\"a\":1}");
        assertThat(seen.get(0).at("/headers/Authorization").asText()).isEqualTo("X");
        for (String user : List.of("hubin", "zhilian", "reviewer", "auditor")) {
            assertThat(browser(user).get(path("/sent-requests")).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(browser("chengxi").get(path("/sent-requests")).statusCode()).isEqualTo(404);
    }

    /** The schedule of queries has ended, and the task comes with the next question: nobody is told to act before. */
    @Test
    void asksTheSupervisorsToActOnceTheyHaveATask() {
        charged();
        jdbc.sql("UPDATE deduction SET state = 'UNKNOWN', decided_at = NULL, query_until = ? WHERE binding_id = ?")
                .params(OffsetDateTime.now().minusMinutes(1), binding.id())
                .update();
        assertThat(row("supervisor").at("/bindings/0/turns/0/who").asText()).isEqualTo("微信支付");
        deductions.withSupervisor(-binding.id());
        assertThat(row("supervisor").at("/bindings/0/turns/0/who").asText()).isEqualTo("运营公司主管");
        assertThat(row("supervisor").at("/bindings/0/turns/0/text").asText()).isEqualTo("渠道长时间没有给出扣款结果，等待运营公司主管核实");
    }

    private void charged() {
        OffsetDateTime now = OffsetDateTime.now();
        jdbc.sql(
                        "INSERT INTO deduction (version, binding_id, bill_id, attempt_no, out_trade_no, channel, lot_code, uid,"
                                + " bill_no, amount, state, sends, queries, note, charged_amount, created_at, decided_at)"
                                + " VALUES (0, ?, ?, 1, ?, 'wechatpay', ?, 'u', 'b', 500, 'SUCCEEDED', 1, 0, '', 500, ?, ?)")
                .params(binding.id(), -binding.id(), "T" + binding.lotCode(), binding.lotCode(), now, now)
                .update();
    }

    private JsonNode row(String user) {
        for (JsonNode row : Browser.json(browser(user).get("/api/board?q=" + binding.lotCode()))
                .get("rows")) {
            if (row.get("lotCode").asText().equals(binding.lotCode())) {
                return row;
            }
        }
        return null;
    }

    private String plate(String user) {
        return Browser.json(get(user)).at("/vehicles/0/plateNo").asText();
    }

    private HttpResponse<String> get(String user) {
        return browser(user).get(path(""));
    }

    private HttpResponse<String> register(String user, String plate, String color) {
        return post(user, "/vehicles", "{\"plateNo\":\"" + plate + "\",\"plateColor\":" + color + "}");
    }

    private HttpResponse<String> post(String user, String path, String body) {
        return browser(user).call("POST", path(path), body);
    }

    private String path(String rest) {
        return "/api/bindings/" + binding.id() + rest;
    }

    private Browser browser(String user) {
        return Browser.of(port, user);
    }
}
