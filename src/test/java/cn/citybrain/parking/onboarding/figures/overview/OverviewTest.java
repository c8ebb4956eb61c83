package cn.citybrain.parking.onboarding.figures.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.RunStatements;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.figures.count.Scope;
import cn.citybrain.parking.onboarding.merchant.Reach;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of 总览 over a company whose every fact is known, and over everything against plain SQL. */
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverviewTest {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** Long after what other tests leave behind. */
    private static final Instant NOW = TestClock.START.plus(Duration.ofDays(700));

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    OverviewFigures figures;

    OverviewFacts facts;
    String running;
    long binding;

    @BeforeAll
    void facts() {
        clock.set(NOW);
        facts = new OverviewFacts(app);
        running = facts.application(Channel.WECHATPAY);
        binding = facts.binding(running, Channel.WECHATPAY);
        waits();
        decisions();
        money();
        steps();
    }

    /** Four reviews, two of them overdue, the middle ones 3 and 5 days old; one task of the lot; two words of the channel. */
    private void waits() {
        for (int days : new int[] {1, 3, 5, 9}) {
            Instant created = NOW.minus(Duration.ofDays(days));
            facts.task(
                    running, "userTask_review", "受理", "ops-reviewer", created, created.plus(Duration.ofDays(4)), null);
        }
        facts.task(running, "userTask_prepareInterface", "接口开发与对接准备", facts.vendorGroup(), ago(2), null, binding);
        facts.answer(running, ago(6), NOW.minus(HOUR));
        facts.answer(running, ago(2), NOW.plus(HOUR));
    }

    /** Of five that were decided in a month two were never returned; a sixth was decided before; a draft counts for nothing. */
    private void decisions() {
        decided("ACCEPT");
        decided("ACCEPT");
        decided("RETURN", "ACCEPT");
        decided("RETURN", "REFUSE");
        decided("REFUSE");
        decided("RETURN");
        facts.decision(facts.application(Channel.WECHATPAY), "ACCEPT", ago(40), true);
        facts.decision(facts.application(Channel.WECHATPAY), "ACCEPT", ago(3), false);
        facts.remark(running, "licenceNumber", "REVIEWER", ago(3));
        facts.remark(running, "licenceNumber", "REVIEWER", ago(4));
        facts.remark(running, "licenceNumber", "CHANNEL", ago(4));
        facts.remark(running, "nothing like it", "REVIEWER", ago(4));
        facts.remark(running, "licenceNumber", "REVIEWER", ago(50));
    }

    private void decided(String... decisions) {
        String no = facts.application(Channel.WECHATPAY);
        for (int i = 0; i < decisions.length; i++) {
            facts.decision(no, decisions[i], ago(10 - i), true);
        }
    }

    private void money() {
        facts.failedDeduction(binding, "NO_MONEY", "余额不足", ago(3));
        facts.failedDeduction(binding, "NO_MONEY", "余额不足", ago(2));
        facts.failedDeduction(binding, "CLOSED", "=1+1", ago(1));
        facts.failedDeduction(binding, "CLOSED", "账户已注销", ago(100));
    }

    /** Nine that are live, each a day later after its review began; and where the running one stands. */
    private void steps() {
        for (int days = 1; days <= 9; days++) {
            String no = facts.application(Channel.WECHATPAY);
            Instant begun = ago(60);
            String instance = facts.instance(no, begun, begun.plus(Duration.ofDays(days)));
            Instant asked = begun.plus(HOUR.multipliedBy(days));
            facts.pass(instance, "userTask_sign", "签署微信支付协议", "userTask", begun, asked, 0);
            facts.pass(instance, "receiveTask_awaitReview", "等待微信支付审核", "receiveTask", begun, asked, 0);
            Instant live = begun.plus(Duration.ofDays(days));
            facts.live(facts.binding(no, Channel.WECHATPAY), live);
            facts.pass(
                    instance, "receiveTask_awaitReview", "等待微信支付审核", "receiveTask", live.plus(HOUR), live.plus(DAY), 2);
        }
        String instance = facts.instance(running, ago(3), null);
        facts.pass(
                instance,
                "receiveTask_awaitReview",
                "等待微信支付审核",
                "receiveTask",
                NOW.minus(Duration.ofDays(3).plus(HOUR)),
                null,
                0);
    }

    private static Instant ago(int days) {
        return NOW.minus(DAY.multipliedBy(days));
    }

    @AfterAll
    void clean() {
        facts.clean();
        clock.reset();
    }

    @Test
    void saysWhatWaitsForWhomSinceWhenAndHowMuchIsOverdue() {
        assertThat(overview(facts.operator, 30).path("now").path("waiting"))
                .extracting(
                        each -> each.path("channelName").asText(),
                        each -> each.path("step").asText(),
                        each -> each.path("who").asText(),
                        each -> each.path("count").asInt(),
                        each -> each.path("overdue").asInt(),
                        each -> Instant.parse(each.path("oldest").asText()),
                        each -> Instant.parse(each.path("median").asText()))
                .containsExactly(
                        tuple("微信支付", "受理", "运营公司审核", 4, 2, ago(9), ago(5)),
                        tuple("微信支付", "等待微信支付审核", "微信支付", 2, 1, ago(6), ago(6)),
                        tuple("微信支付", "接口开发与对接准备", "车场技术方", 1, 0, ago(2), ago(2)));
        assertThat(overview(facts.operator, 30).path("now").path("waitingFor"))
                .extracting(
                        each -> each.path("who").asText(),
                        each -> each.path("count").asInt(),
                        each -> each.path("overdue").asInt())
                .containsExactly(tuple("运营公司审核", 4, 2), tuple("微信支付", 2, 1), tuple("车场技术方", 1, 0));
    }

    @Test
    void countsAsFirstPassOnlyWhatWasNeverReturned() {
        assertThat(overview(facts.operator, 30).path("past").path("firstPass"))
                .extracting(
                        each -> each.path("channel").asText(),
                        each -> each.path("decided").asInt(),
                        each -> each.path("atOnce").asInt(),
                        each -> each.path("refused").asInt())
                .containsExactly(tuple("wechatpay", 5, 2, 2));
        assertThat(overview(facts.operator, 90)
                        .path("past")
                        .path("firstPass")
                        .get(0)
                        .path("decided")
                        .asInt())
                .isEqualTo(6);
    }

    @Test
    void countsReturnsByWhatTheFormCallsTheField() {
        assertThat(overview(facts.operator, 30).path("past").path("returnedFields"))
                .extracting(
                        each -> each.path("field").asText(),
                        each -> each.path("byReviewers").asInt(),
                        each -> each.path("byChannel").asInt())
                .containsExactly(tuple("统一社会信用代码", 2, 1), tuple("其他", 1, 0));
    }

    @Test
    void saysWhyDeductionsFailed() {
        assertThat(overview(facts.operator, 30).path("past").path("failedDeductions"))
                .extracting(
                        each -> each.path("code").asText(),
                        each -> each.path("reason").asText(),
                        each -> each.path("count").asInt(),
                        each -> Instant.parse(each.path("last").asText()))
                .containsExactly(tuple("NO_MONEY", "余额不足", 2, ago(2)), tuple("CLOSED", "=1+1", 1, ago(1)));
    }

    @Test
    void splitsTimeIntoOursTheApplicantsAndTheChannels() {
        JsonNode past = overview(facts.operator, 90).path("past");
        assertThat(past.path("stepTimes"))
                .extracting(
                        each -> each.path("step").asText(),
                        each -> each.path("party").asText(),
                        each -> each.path("partyName").asText(),
                        each -> each.path("passes").asInt(),
                        each -> Duration.ofMillis(each.path("medianMillis").asLong()))
                .as("what was cancelled does not count")
                .containsExactly(
                        tuple("等待微信支付审核", "CHANNEL", "微信支付", 9, HOUR.multipliedBy(5)),
                        tuple("签署微信支付协议", "APPLICANT", "车场方", 9, HOUR.multipliedBy(5)));
        assertThat(past.path("partyTimes"))
                .extracting(
                        each -> each.path("party").asText(),
                        each -> Duration.ofMillis(each.path("sumMillis").asLong()),
                        each -> each.path("percent").asDouble())
                .containsExactly(
                        tuple("APPLICANT", HOUR.multipliedBy(45), 50.0), tuple("CHANNEL", HOUR.multipliedBy(45), 50.0));
        assertThat(overview(facts.operator, 30).path("past").path("stepTimes")).isEmpty();
    }

    /** It stands there for three days and an hour: those that took 4 to 9 days are its examples. */
    @Test
    void foretellsFromThoseThatStoodThereAsLong() {
        Instant since = NOW.minus(Duration.ofDays(3).plus(HOUR));
        JsonNode expected = only(overview(facts.operator, 30).path("past").path("expected"));
        assertThat(expected.path("applicationNo").asText()).isEqualTo(running);
        assertThat(Instant.parse(expected.path("median").asText())).isEqualTo(since.plus(Duration.ofHours(156)));
        assertThat(Instant.parse(expected.path("early").asText())).isEqualTo(since.plus(Duration.ofHours(126)));
        assertThat(Instant.parse(expected.path("late").asText())).isEqualTo(since.plus(Duration.ofHours(186)));
        assertThat(expected.path("cases").asInt()).isEqualTo(6);

        HttpResponse<String> alone = Browser.of(port, facts.operator).get("/api/applications/" + running + "/forecast");
        assertThat(Browser.json(alone)).isEqualTo(expected);
        assertThat(Browser.of(port, facts.vendor)
                        .get("/api/applications/" + running + "/forecast")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsAVendorHisLotsAlone() {
        JsonNode overview = overview(facts.vendor, 30);
        assertThat(overview.path("now").path("waiting"))
                .extracting(each -> each.path("step").asText())
                .containsExactly("接口开发与对接准备");
        assertThat(overview.path("past").path("failedDeductions")).hasSize(2);
        for (String ofApplications : List.of("firstPass", "returnedFields", "stepTimes", "partyTimes", "expected")) {
            assertThat(overview.path("past").get(ofApplications).isNull())
                    .as(ofApplications)
                    .isTrue();
        }
    }

    @Test
    void showsAnotherCompanyNothingOfIt() {
        assertThat(overview("chengxi", 365).toString()).doesNotContain(running, "NO_MONEY");
    }

    /** What everybody's figures say, counted row by row. */
    @Test
    void agreesWithPlainSqlOverEverything() {
        JsonNode all = overview("auditor", 365);
        assertThat(sum(all.path("now").path("waiting"), "count"))
                .isEqualTo(number("SELECT count(*) FROM open_task")
                        + number("SELECT count(*) FROM awaited_answer")
                        + number("SELECT count(*) FROM ACT_HI_ACTINST h WHERE END_TIME_ IS NULL"
                                + " AND ACT_ID_ = 'receiveTask_awaitRecord'")
                        + number("SELECT count(*) FROM ACT_RU_INCIDENT WHERE ID_ = CAUSE_INCIDENT_ID_"));
        String since = " AND decided_at >= TIMESTAMP WITH TIME ZONE '"
                + NOW.minus(Duration.ofDays(365)).toString().replace('T', ' ').replace("Z", "+00:00") + "'";
        assertThat(sum(all.path("past").path("failedDeductions"), "count"))
                .isEqualTo(number("SELECT count(*) FROM deduction WHERE state = 'FAILED'" + since));
        assertThat(sum(all.path("past").path("firstPass"), "decided"))
                .isEqualTo(number("SELECT count(DISTINCT application_no) FROM review_decision"
                        + " WHERE decision <> 'RETURN' AND used_at IS NOT NULL" + since));
        assertThat(sum(all.path("past").path("firstPass"), "atOnce"))
                .isEqualTo(number("SELECT count(DISTINCT application_no) FROM review_decision d"
                        + " WHERE decision = 'ACCEPT' AND used_at IS NOT NULL" + since
                        + " AND NOT EXISTS (SELECT 1 FROM review_decision r WHERE r.application_no = d.application_no"
                        + " AND r.decision = 'RETURN' AND r.used_at IS NOT NULL)"));
        assertThat(sum(all.path("past").path("returnedFields"), "byReviewers"))
                .isEqualTo(number("SELECT count(*) FROM field_remark WHERE source = 'REVIEWER'"
                        + since.replace("decided_at", "created_at")));
    }

    @Test
    void sendsAgainOnlyWhatHasChanged() {
        Browser browser = Browser.of(port, facts.operator);
        HttpResponse<String> first = browser.get("/api/overview");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> second = browser.send(
                browser.request("/api/overview").header("If-None-Match", tag).GET());
        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.headers().firstValue("X-Counted-At")).contains(NOW.toString());
        facts.task(running, "userTask_other", "另一件", "ops-reviewer", NOW, null, null);
        HttpResponse<String> third = browser.send(
                browser.request("/api/overview").header("If-None-Match", tag).GET());
        assertThat(third.statusCode()).isEqualTo(200);
        jdbc.sql("DELETE FROM open_task WHERE definition_key = 'userTask_other'")
                .update();
    }

    @Test
    void givesEachTableAsAFileInWhichNothingCalculates() {
        Browser browser = Browser.of(port, facts.operator);
        HttpResponse<String> failed = browser.get("/api/overview/failed-deductions.csv?days=30");
        assertThat(failed.headers().firstValue("content-type").orElseThrow()).contains("text/csv");
        assertThat(failed.headers().firstValue("content-disposition").orElseThrow())
                .contains("attachment")
                .contains(".csv");
        assertThat(failed.body().lines())
                .startsWith("\uFEFF支付渠道,渠道代码,原因,次数,最近一次", "微信支付,NO_MONEY,余额不足,2,2028-10-21 09:00")
                .anyMatch(line -> line.contains("'=1+1"));
        assertThat(browser.get("/api/overview/first-pass.csv?days=30").body().lines())
                .startsWith("\uFEFF支付渠道,一次通过率（%）,审结申请数,一次通过,拒绝")
                .anyMatch(line -> line.matches("微信支付,\\d+(\\.\\d)?,\\d+,\\d+,\\d+"));
        for (OverviewTable table : OverviewTable.values()) {
            assertThat(browser.get("/api/overview/" + table.key() + ".csv?days=90")
                            .body()
                            .lines())
                    .as(table.key())
                    .hasSizeGreaterThan(table == OverviewTable.FAILURES ? 0 : 1);
            assertThat(Browser.of(port, facts.vendor)
                            .get("/api/overview/" + table.key() + ".csv")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void saysWhatCannotBeAskedFor() {
        Browser browser = Browser.of(port, "supervisor");
        assertThat(browser.get("/api/overview?days=7").statusCode()).isEqualTo(400);
        assertThat(browser.get("/api/overview?days=7").body()).contains("days", "30、90、365");
        assertThat(browser.get("/api/overview/nothing.csv").body()).contains("没有表");
        assertThat(Browser.of(port, "admin").get("/api/overview").statusCode()).isEqualTo(403);
    }

    @Test
    void costsAFixedNumberOfStatements() {
        Scope own = new Scope(new Reach(false, Set.of(facts.company.tenantId()), Set.of()));
        assertThat(RunStatements.of(() -> figures.of(own, Period.YEAR))).hasSizeBetween(8, 9);
    }

    private JsonNode overview(String user, int days) {
        HttpResponse<String> answer = Browser.of(port, user).get("/api/overview?days=" + days);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.json(answer);
    }

    private static JsonNode only(JsonNode list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    private static long sum(JsonNode list, String name) {
        long sum = 0;
        for (JsonNode each : list) {
            sum += each.path(name).asLong();
        }
        return sum;
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
