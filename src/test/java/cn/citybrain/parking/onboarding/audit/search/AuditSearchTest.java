package cn.citybrain.parking.onboarding.audit.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.MortalDatabase;
import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * An auditor searches among three applications of one company: one was charged wrongly, gave the money back and went live, one
 * was refused, one waits for its review.
 */
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditSearchTest {

    private static final String DAY = "2026-11-23";
    private static final String PLATE = "浙A12345";

    @Autowired
    ApplicationContext app;

    @LocalServerPort
    int port;

    ProcessBench bench;
    Browser auditor;
    LotBinding lot;
    Deduction disputed;
    Deduction charged;
    String refused;
    String waiting;

    @BeforeAll
    void threeApplications() {
        bench = new ProcessBench(app);
        ChargedTwice twice = ChargedTwice.play(app, bench);
        lot = twice.lot();
        disputed = twice.disputed();
        charged = twice.charged();
        refused = bench.apply();
        bench.refuse(refused, "资料不全");
        waiting = bench.apply();
        auditor = Browser.of(port, "auditor");
    }

    @AfterAll
    void close() {
        bench.close();
    }

    @Test
    void findsByWhateverIsKnown() {
        String live = lot.applicationNo();
        assertThat(found("number=" + live.toLowerCase(Locale.ROOT))).containsExactly(live);
        assertThat(found()).as("newest first").containsExactly(waiting, refused, live);
        assertThat(found("channel=wechatpay")).hasSize(3);
        assertThat(found("channel=etc")).isEmpty();
        assertThat(found("lot=" + lot.lotCode())).containsExactly(live);
        assertThat(found("lot=" + lot.lotName().substring(2))).contains(live);
        assertThat(found("plate=浙A·12345")).containsExactly(live);
        assertThat(found("plate=" + encode("浙Ａ１２３ ４５"))).containsExactly(live);
        assertThat(found("plate=a1234")).containsExactly(live);
        assertThat(found("plate=浙Q90Q09")).isEmpty();
        assertThat(found("bill=" + charged.billNo())).containsExactly(live);
        assertThat(found("bill=" + charged.billNo().substring(1))).isEmpty();
        for (String number : List.of("TX" + charged.outTradeNo(), charged.outTradeNo(), refundNumber())) {
            assertThat(found("transaction=" + number)).as(number).containsExactly(live);
        }
        assertThat(found("person=supervisor2-test")).as("approved the refund").containsExactly(live);
        assertThat(found("person=vendor-test")).containsExactly(live);
        assertThat(found("person=" + ProcessBench.REVIEWER)).containsExactly(refused, live);
        assertThat(found("person=operator-test")).hasSize(3);
        assertThat(found("person=nobody-of-that-name")).isEmpty();
    }

    @Test
    void findsByStateOutcomePeriodAndMarks() {
        String live = lot.applicationNo();
        assertThat(found("state=RUNNING")).containsExactly(waiting);
        assertThat(found("state=ENDED")).containsExactly(refused, live);
        assertThat(found("outcome=DONE")).containsExactly(live);
        assertThat(found("outcome=REFUSED")).containsExactly(refused);
        assertThat(found("from=" + DAY + "&to=" + DAY)).hasSize(3);
        assertThat(found("to=2026-11-22")).isEmpty();
        assertThat(found("with=dispute,refund")).containsExactly(live);
        assertThat(found("with=intervention")).as("closed the dispute").containsExactly(live);
        assertThat(found("with=incident,refund")).isEmpty();
    }

    @Test
    void marksWhatBrokeAndWhoMendedIt() {
        String no = bench.apply();
        String instance = bench.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .list()
                .get(0)
                .getId();
        bench.jdbc
                .sql("INSERT INTO ACT_HI_INCIDENT (ID_, PROC_INST_ID_, CREATE_TIME_, INCIDENT_TYPE_)"
                        + " SELECT CONCAT('i-', PROC_INST_ID_), PROC_INST_ID_, START_TIME_, 'failedJob' FROM ACT_HI_PROCINST"
                        + " WHERE PROC_INST_ID_ = ?")
                .param(instance)
                .update();
        assertThat(found("with=incident")).containsExactly(no);
        JsonNode marks = rows("number=" + no).get(0).path("marks");
        assertThat(marks).hasSize(1);
        assertThat(marks.get(0).path("name").asText()).isEqualTo("异常");
        bench.runtime.deleteProcessInstance(instance, "test");
        bench.jdbc
                .sql("UPDATE application SET state = 'DRAFT' WHERE no = ?")
                .param(no)
                .update();
        assertThat(found("number=" + no))
                .as("what never began is its company's own")
                .isEmpty();
    }

    @Test
    void showsWhatALineIsAbout() {
        JsonNode line = rows("number=" + lot.applicationNo()).get(0);
        assertThat(line.path("companyName").asText()).isEqualTo(bench.merchant.name());
        assertThat(line.path("channelName").asText()).isEqualTo("微信支付");
        assertThat(line.path("lots").get(0).path("code").asText()).isEqualTo(lot.lotCode());
        assertThat(line.path("stateText").asText()).isEqualTo("接入完成");
        assertThat(line.path("outcome").asText()).isEqualTo("DONE");
        assertThat(line.path("begun").asText()).endsWith("Z");
        assertThat(line.path("ended").asText()).endsWith("Z");
        assertThat(line.path("marks"))
                .extracting(mark -> mark.path("code").asText())
                .contains("DISPUTE", "REFUND");
        JsonNode running = rows("number=" + waiting).get(0);
        assertThat(running.path("outcome").isNull()).isTrue();
        assertThat(running.path("ended").isNull()).isTrue();
    }

    @Test
    void pagesToTheLastOneWithTrueTotalsAndSorts() {
        JsonNode last = page("size=2&page=2&sort=number&company=" + company());
        assertThat(last.path("total").asLong()).isEqualTo(3);
        assertThat(numbers(last)).containsExactly(waiting);
        JsonNode beyond = page("size=2&page=9&company=" + company());
        assertThat(beyond.path("total").asLong()).isEqualTo(3);
        assertThat(beyond.path("rows")).isEmpty();
        assertThat(numbers(page("sort=ended&company=" + company())))
                .as("running ones last")
                .endsWith(waiting);
        for (Order order : Order.values()) {
            assertThat(numbers(page("sort=-" + order.name().toLowerCase(Locale.ROOT) + "&company=" + company())))
                    .as(order.name())
                    .hasSize(3);
        }
    }

    @Test
    void costsAFixedNumberOfStatements() {
        int few = statements(new Wanted("", 1, 1), "number", waiting);
        assertThat(few).isEqualTo(4);
        assertThat(statements(new Wanted("", 1, 100), "company", bench.merchant.uscc()))
                .isEqualTo(few);
        assertThat(statements(new Wanted("", 1, 100), "with", "dispute,refund,intervention"))
                .isEqualTo(few);
        assertThat(statements(new Wanted("", 1, 100), "person", "operator-test"))
                .as("one for who that is")
                .isEqualTo(few + 1);
    }

    @Test
    void writesTheResultAsATable() {
        HttpResponse<byte[]> file = auditor.download("/api/audit/applications.csv?company=" + company());
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment")
                .contains(".csv");
        List<String> lines =
                new String(file.body(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(4);
        assertThat(lines.get(0)).startsWith("\uFEFF申请编号,车场方,支付渠道,停车场,停车场编号,状态,结果,申请时间,结束时间,标记");
        assertThat(lines.get(3)).startsWith(lot.applicationNo()).contains("接入完成", "2026-11-23 09:00", "扣款争议、退款");
    }

    @Test
    void tellsForAPlateAndADayApplicationRecordDeductionAndPeople() {
        JsonNode visits = visits(PLATE, DAY);
        JsonNode visit = visits.findParents("uid").stream()
                .filter(one -> one.path("bill").path("billNo").asText().equals(disputed.billNo()))
                .findFirst()
                .orElseThrow();
        assertThat(visit.path("lotName").asText()).isEqualTo(lot.lotName());
        assertThat(visit.path("tests")).hasSize(1);
        JsonNode test = visit.path("tests").get(0);
        assertThat(test.path("applicationNo").asText()).isEqualTo(lot.applicationNo());
        assertThat(test.path("companyName").asText()).isEqualTo(bench.merchant.name());
        assertThat(test.path("checked").asBoolean()).isTrue();
        JsonNode charge = test.path("charges").get(0);
        assertThat(charge.path("transactionNo").asText()).isEqualTo("TX" + disputed.outTradeNo());
        assertThat(charge.path("chargedAmount").asInt()).isEqualTo(disputed.amount() + 1);
        assertThat(charge.path("refunds").get(0).path("stateText").asText()).isEqualTo("已退款");
        assertThat(test.path("people"))
                .extracting(one -> one.path("part").asText() + " "
                        + one.path("person").path("id").asText())
                .contains(
                        "创建申请 operator-test",
                        "受理 " + ProcessBench.REVIEWER,
                        "登记测试车辆 vendor-test",
                        "申请退款 supervisor-test",
                        "批准退款 supervisor2-test");
        assertThat(visits("浙a·12345", DAY)).hasSameSizeAs(visits);
        assertThat(visits("浙Ａ１２３ ４５", DAY)).hasSameSizeAs(visits);
        assertThat(visits(PLATE, "2019-11-20")).isEmpty();
        assertThat(visits("浙Q90Q09", DAY)).isEmpty();
    }

    @Test
    void tellsWhichFieldOfAQuestionIsWrong() {
        assertThat(message("/api/audit/visits?day=" + DAY)).contains("完整的车牌号码");
        assertThat(message("/api/audit/visits?plate=" + encode(PLATE))).contains("请选择日期");
        assertThat(message("/api/audit/visits?plate=" + encode(PLATE) + "&day=yesterday"))
                .contains("日期“yesterday”无效");
        assertThat(message("/api/audit/applications?channel=paypal")).contains("没有渠道");
        HttpResponse<String> percent = auditor.get("/api/audit/applications?number=%25");
        assertThat(percent.statusCode()).isEqualTo(200);
        assertThat(Browser.json(percent).path("total").asLong())
                .as("a percent sign is text")
                .isZero();
    }

    @Test
    void offersWhatCanBeAskedFor() {
        JsonNode choices = Browser.json(auditor.get("/api/audit/choices"));
        assertThat(choices.path("channels")).hasSize(Channel.values().length);
        assertThat(choices.path("marks")).hasSize(Mark.values().length);
        assertThat(choices.path("outcomes").findValuesAsText("name")).contains("接入完成");
        assertThat(choices.path("states").findValuesAsText("code")).doesNotContain("DRAFT");
    }

    @Test
    void isForAuditorsAlone() {
        for (String path :
                List.of("applications", "applications.csv", "choices", "visits?plate=x&day=y", "definitions")) {
            for (String user : List.of("hubin", "zhilian", "reviewer", "supervisor", "admin")) {
                assertThat(Browser.of(port, user).get("/api/audit/" + path).statusCode())
                        .as(user + " " + path)
                        .isEqualTo(403);
            }
            assertThat(new Browser(port).get("/api/audit/" + path).statusCode())
                    .as(path)
                    .isEqualTo(401);
            assertThat(auditor.call("POST", "/api/audit/" + path, "{}").statusCode())
                    .as(path)
                    .isEqualTo(405);
        }
    }

    /** Numbers of this company's that are found, in their order. */
    private List<String> found(String... conditions) {
        return numbers(page(String.join("&", conditions) + "&size=100&company=" + company()));
    }

    private JsonNode rows(String conditions) {
        return page(conditions).path("rows");
    }

    private JsonNode page(String conditions) {
        String encoded = Arrays.stream(conditions.split("&"))
                .map(one -> one.contains("%") ? one : encodeValue(one))
                .reduce((a, b) -> a + "&" + b)
                .orElse("");
        HttpResponse<String> answer = auditor.get("/api/audit/applications?" + encoded);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.json(answer);
    }

    private static String encodeValue(String condition) {
        int equals = condition.indexOf('=');
        return equals < 0 ? condition : condition.substring(0, equals + 1) + encode(condition.substring(equals + 1));
    }

    private static List<String> numbers(JsonNode page) {
        List<String> numbers = new ArrayList<>();
        page.path("rows").forEach(row -> numbers.add(row.path("number").asText()));
        return numbers;
    }

    private JsonNode visits(String plate, String day) {
        return Browser.json(auditor.get("/api/audit/visits?plate=" + encode(plate) + "&day=" + day));
    }

    private String message(String path) {
        HttpResponse<String> answer = auditor.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return Browser.json(answer).path("message").asText();
    }

    private String company() {
        return encode(bench.merchant.uscc());
    }

    private String refundNumber() {
        return app.getBean(Refunds.class).of(disputed.id()).get(0).outRefundNo();
    }

    /** In this thread: one over HTTP is another. */
    private int statements(Wanted wanted, String field, String value) {
        Search search = AskedTest.asked(Map.of(field, value)).search();
        MortalDatabase database = (MortalDatabase) app.getBean(DataSource.class);
        database.dieAt(-1, false);
        assertThat(app.getBean(ApplicationSearch.class).find(search, wanted).rows())
                .isNotEmpty();
        return database.revive();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
