package cn.citybrain.parking.onboarding.process.begin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.Beginnings;
import cn.citybrain.parking.onboarding.application.lot.IntendedLot;
import cn.citybrain.parking.onboarding.application.lot.IntendedLots;
import cn.citybrain.parking.onboarding.application.opening.Openings;
import cn.citybrain.parking.onboarding.application.opening.Turns;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** 申请接入, over HTTP: everything begins or nothing, and once. */
@OnboardingTest
class BeginTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Applications applications;

    @Autowired
    TestDrafts drafts;

    @Autowired
    IntendedLots intended;

    @Autowired
    HistoryService history;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    private ProcessBench bench;
    private Merchant hubin;
    private Browser operator;
    private String first;
    private String second;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
        hubin = app.getBean(Merchants.class).byTenant("hubin").orElseThrow();
        operator = Browser.of(port, "hubin");
        first = lot();
        second = lot();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void beginsOneApplicationPerChannelWithItsProcessAndLotsAndLeadsToTheFirstTask() {
        HttpResponse<String> answer = begin(
                operator,
                turn(operator),
                wish("wechatpay", null, first, second),
                wish("alipay", null, second),
                wish("etc", null));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        List<String> numbers = numbers(answer);
        assertThat(numbers).hasSize(3).doesNotHaveDuplicates();
        assertThat(numbers.get(0)).startsWith("WX");
        assertThat(numbers.get(1)).startsWith("ZF");
        assertThat(numbers.get(2)).startsWith("ET");
        assertThat(lots(numbers.get(0))).containsExactly(first, second);
        assertThat(lots(numbers.get(1))).containsExactly(second);
        assertThat(lots(numbers.get(2))).isEmpty();
        for (String no : numbers) {
            assertThat(applications.byNo(no).state()).as(no).isEqualTo(ApplicationState.FILLING);
            assertThat(applications.byNo(no).createdBy()).isEqualTo("hubin");
        }
        assertThat(bench.steps(numbers.get(0))).containsExactly("userTask_fillForm");
        assertThat(bench.steps(numbers.get(1))).containsExactly("userTask_confirmEnterpriseAccount");
        assertThat(bench.task(numbers.get(0), "userTask_fillForm").getId())
                .isEqualTo(Browser.json(answer).get("task").asText());
        assertThat(bench.task(numbers.get(0), "userTask_fillForm").getAssignee())
                .isEqualTo("hubin");
    }

    /** Requests that hold a connection and wait for a second one stop each other, and with them the node. */
    @Test
    void drawsNumbersBeforeItTakesAConnection() {
        List<Boolean> within = new ArrayList<>();
        Beginnings beginnings = app.getBean(Beginnings.class);
        Beginnings watched = mock(Beginnings.class, delegatesTo(beginnings));
        doAnswer(call -> {
                    within.add(TransactionSynchronizationManager.isActualTransactionActive());
                    return beginnings.number(call.getArgument(0));
                })
                .when(watched)
                .number(any());
        Turns turns = app.getBean(Turns.class);
        NewApplications together = new NewApplications(
                applications,
                watched,
                app.getBean(Openings.class),
                turns,
                app.getBean(ProcedureStart.class),
                app.getBean(TransactionTemplate.class));
        List<String> numbers = together.begin(
                app.getBean(People.class).find("hubin").orElseThrow(),
                hubin,
                new Order(
                        "hubin",
                        turns.next("hubin", "hubin"),
                        List.of(new Order.Wish("cmb", List.of(), null), new Order.Wish("etc", List.of(), null))));

        assertThat(within).containsExactly(false, false);
        assertThat(numbers)
                .hasSize(2)
                .allSatisfy(no -> assertThat(applications.byNo(no).state()).isEqualTo(ApplicationState.FILLING));
    }

    /** The same in the engine's history: who, whose, which version, which variables. */
    @Test
    void startsAsTasklistsOwnListDoes() {
        String here =
                numbers(begin(operator, turn(operator), wish("cmb", null))).get(0);
        String there = drafts.create(Channel.CMB, "hubin", "hubin");
        HttpResponse<String> started = operator.engine(
                "POST",
                "process-definition/key/cmb-onboarding/submit-form",
                "{\"variables\":{\"applicationNo\":{\"value\":\"" + there + "\",\"type\":\"String\"}}}");
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);

        HistoricProcessInstance ours = instance(here);
        HistoricProcessInstance theirs = instance(there);
        assertThat(ours.getProcessDefinitionId()).isEqualTo(theirs.getProcessDefinitionId());
        assertThat(ours.getTenantId()).isEqualTo(theirs.getTenantId()).isEqualTo("hubin");
        assertThat(ours.getStartUserId()).isEqualTo(theirs.getStartUserId()).isEqualTo("hubin");
        assertThat(ours.getBusinessKey()).isEqualTo(here);
        assertThat(variables(ours, here)).isEqualTo(variables(theirs, there)).contains("applicationNo=NO");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "supervisor", "auditor", "zhilian", "admin"})
    void isForOperatorsOnly(String user) {
        long before = count();
        Browser other = Browser.of(port, user);
        HttpResponse<String> refused =
                other.call("POST", "/api/accounts/applications", order("hubin", 1, List.of(wish("wechatpay", null))));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(403);
        assertThat(other.get("/api/accounts/openings").statusCode()).isEqualTo(403);
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void knowsNothingOfAnothersCompanyLotOrApplication() {
        Merchant other = TestMerchants.add(app.getBean(Merchants.class));
        String foreignLot =
                TestMerchants.addLot(app.getBean(ParkingLots.class), other).code();
        String foreignNo = drafts.create(Channel.WECHATPAY, other.tenantId(), "somebody");
        long before = count();
        for (var pair : List.of(
                Map.entry(other.tenantId(), order(other.tenantId(), 1, List.of(wish("wechatpay", null)))),
                Map.entry("t-nowhere", order("t-nowhere", 1, List.of(wish("wechatpay", null)))),
                Map.entry(foreignLot, order("hubin", turn(operator), List.of(wish("wechatpay", null, foreignLot)))),
                Map.entry("P0", order("hubin", turn(operator), List.of(wish("wechatpay", null, "P0")))),
                Map.entry(foreignNo, order("hubin", turn(operator), List.of(wish("wechatpay", foreignNo)))),
                Map.entry("WX0", order("hubin", turn(operator), List.of(wish("wechatpay", "WX0")))))) {
            HttpResponse<String> answer = operator.call("POST", "/api/accounts/applications", pair.getValue());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
            assertThat(Browser.json(answer).get("message").asText())
                    .startsWith("没有找到")
                    .endsWith(pair.getKey());
        }
        assertThat(count()).isEqualTo(before);
        assertThat(operator.get("/api/accounts/openings?company=" + other.tenantId())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void beginsNothingWhereOneChannelHasNoWay() {
        String running = live(first);
        int turn = turn(operator);
        long before = count();
        HttpResponse<String> refused = begin(
                operator, turn, wish("alipay", null, first), wish("wechatpay", null, first, second), wish("etc", null));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(Browser.json(refused).at("/fields/wechatpay").asText())
                .contains("微信支付")
                .contains("正在接入（申请 " + running + "）");
        assertThat(Browser.json(refused).get("message").asText()).startsWith("没有开始任何申请。微信支付：");
        assertThat(Browser.json(refused).get("fields")).hasSize(1);
        assertThat(count()).isEqualTo(before);
        assertThat(begin(operator, turn, wish("alipay", null, first), wish("wechatpay", null, second))
                        .statusCode())
                .as("the turn is not used up")
                .isEqualTo(201);
    }

    @Test
    void beginsNothingWhereTheEngineStartsOneOfThemNot() {
        ProcessDefinition unionpay = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("unionpay-onboarding")
                .latestVersion()
                .singleResult();
        repository.suspendProcessDefinitionById(unionpay.getId());
        long before = count();
        try {
            HttpResponse<String> refused =
                    begin(operator, turn(operator), wish("wechatpay", null, first), wish("unionpay", null, first));
            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
            assertThat(Browser.json(refused).get("message").asText()).contains("银联");
        } finally {
            repository.activateProcessDefinitionById(unionpay.getId());
        }
        assertThat(count()).isEqualTo(before);
        assertThat(intended.ofLots(List.of(first))).isEmpty();
    }

    @Test
    void answersASecondClickWithWhatTheFirstHasBegun() {
        int turn = turn(operator);
        HttpResponse<String> once = begin(operator, turn, wish("wechatpay", null, first));
        long after = count();
        HttpResponse<String> twice = begin(operator, turn, wish("wechatpay", null, first));
        assertThat(twice.statusCode()).isEqualTo(201);
        assertThat(twice.body()).isEqualTo(once.body());

        HttpResponse<String> otherTab = begin(operator, turn, wish("cmb", null, first));
        assertThat(otherTab.statusCode()).isEqualTo(409);
        assertThat(Browser.json(otherTab).get("message").asText())
                .contains("另一个窗口")
                .contains(numbers(once).get(0));
        assertThat(begin(operator, turn + 2, wish("cmb", null)).statusCode()).isEqualTo(409);
        assertThat(count()).isEqualTo(after);
        assertThat(turn(operator)).isEqualTo(turn + 1);
    }

    @Test
    void beginsOnceHoweverOftenItIsPressedAtTheSameMoment() {
        int turn = turn(operator);
        long before = count();
        List<CompletableFuture<HttpResponse<String>>> presses = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> begin(operator, turn, wish("wechatpay", null, first), wish("cmb", null))))
                .toList();
        List<HttpResponse<String>> answers =
                presses.stream().map(CompletableFuture::join).toList();
        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201));
        assertThat(answers.stream().map(BeginTest::numbers).distinct()).hasSize(1);
        assertThat(count()).as("two applications, two processes").isEqualTo(before + 4);
    }

    @Test
    void saysWhatIsMissingOrSaidTwice() {
        int turn = turn(operator);
        assertRefused(order("hubin", null, List.of(wish("wechatpay", null))), "turn", "刷新");
        assertRefused(order("hubin", turn, List.of()), "applications", "至少选择一个支付渠道");
        assertRefused(order("hubin", turn, List.of(wish("paypal", null))), "channel", "没有这个支付渠道");
        assertRefused(order("hubin", turn, List.of(wish("cmb", null), wish("cmb", null))), "channel", "选择了两次");
        assertRefused(order("hubin", turn, List.of(wish("cmb", null, first, first))), "cmb", "同一个停车场被选择了两次");
        assertThat(operator.call("POST", "/api/accounts/applications", "[1").statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesOverWhatIsKnownOfAnAccountAndSaysWhatHasBegun() {
        String draft = numbers(begin(operator, turn(operator), wish("citizencard", null, first)))
                .get(0);
        JsonNode openings = Browser.json(operator.get("/api/accounts/openings"));
        JsonNode channel = of(openings.get("channels"), "code", "citizencard");
        assertThat(of(channel.get("underWay"), "no", draft).get("draft").asBoolean())
                .isTrue();
        JsonNode lot = of(openings.get("lots"), "code", first);
        assertThat(lot.at("/notes/citizencard").asText()).isEqualTo("草稿 " + draft + " 也选了它");
        assertThat(lot.at("/obstacles/citizencard").isMissingNode()).isTrue();
        assertThat(begin(operator, turn(operator), wish("citizencard", draft, first))
                        .statusCode())
                .as("a second draft is allowed")
                .isEqualTo(201);
    }

    @Test
    void beginsNothingForAClosedLotOrADeactivatedCompany() {
        jdbc.sql("UPDATE parking_lot SET closed_at = CURRENT_TIMESTAMP WHERE code = ?")
                .param(first)
                .update();
        HttpResponse<String> closed = begin(operator, turn(operator), wish("cmb", null, first));
        assertThat(closed.statusCode()).isEqualTo(400);
        assertThat(Browser.json(closed).at("/fields/cmb").asText()).contains("已关闭");

        String unstarted = drafts.create(Channel.CMB, "hubin", "hubin");
        jdbc.sql("UPDATE merchant SET deactivated_at = CURRENT_TIMESTAMP WHERE tenant_id = 'hubin'")
                .update();
        long before = count();
        try {
            HttpResponse<String> refused = begin(operator, turn(operator), wish("cmb", null));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(Browser.json(refused).get("message").asText()).contains("已停用");
            assertThat(goOn("hubin", unstarted).statusCode()).isEqualTo(409);
            assertThat(operator.call("POST", "/api/applications", "{\"channel\":\"cmb\"}")
                            .statusCode())
                    .isEqualTo(400);
        } finally {
            jdbc.sql("UPDATE merchant SET deactivated_at = NULL WHERE tenant_id = 'hubin'")
                    .update();
        }
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void startsADraftThatHasNoProcessOnce() {
        String no = drafts.create(Channel.WECHATPAY, "hubin", "hubin");
        for (String stranger : List.of("chengxi", "reviewer", "supervisor", "auditor", "zhilian")) {
            assertThat(goOn(stranger, no).statusCode()).as(stranger).isEqualTo(404);
        }
        assertThat(goOn("hubin", "WX0").statusCode()).isEqualTo(404);
        HttpResponse<String> started = goOn("hubin", no);
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        assertThat(Browser.json(started).get("task").asText())
                .isEqualTo(bench.task(no, "userTask_fillForm").getId());
        assertThat(goOn("hubin", no).body()).isEqualTo(started.body());
        assertThat(goOn("reviewer", no).statusCode()).as("now it is seen").isEqualTo(403);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(no)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void askWhoeverWorksForSeveralCompaniesWhichOne() {
        IdentityService identity = app.getBean(IdentityService.class);
        identity.createTenantUserMembership("chengxi", "hubin");
        try {
            Browser both = Browser.of(port, "hubin");
            assertThat(Browser.json(both.get("/api/accounts/openings?company=chengxi"))
                            .get("companies"))
                    .hasSize(2);
            assertRefused(order(null, 1, List.of(wish("cmb", null))), "company", "哪一家公司");
            int turn = Browser.json(both.get("/api/accounts/openings?company=chengxi"))
                    .get("turn")
                    .asInt();
            HttpResponse<String> begun =
                    both.call("POST", "/api/accounts/applications", order("chengxi", turn, List.of(wish("cmb", null))));
            assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
            assertThat(applications.byNo(numbers(begun).get(0)).tenantId()).isEqualTo("chengxi");
        } finally {
            identity.deleteTenantUserMembership("chengxi", "hubin");
        }
    }

    private void assertRefused(String order, String field, String words) {
        HttpResponse<String> refused = operator.call("POST", "/api/accounts/applications", order);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(Browser.json(refused).at("/fields/" + field).asText()).contains(words);
    }

    private HttpResponse<String> goOn(String user, String no) {
        return Browser.of(port, user).call("POST", "/api/applications/" + no + "/begin", "{}");
    }

    private String lot() {
        String code = "BG" + UUID.randomUUID().toString().replace("-", "").substring(0, 10);
        app.getBean(ParkingLots.class).add(code, "申请" + code, "文三路 1 号", 10, hubin.id());
        return code;
    }

    /** The lot is bound at WeChat Pay under an application whose number this is. */
    private String live(String lot) {
        String no = drafts.create(Channel.WECHATPAY, "hubin", "hubin");
        ReceivingAccounts accounts = app.getBean(ReceivingAccounts.class);
        accounts.open(hubin.id(), "wechatpay", no, "6222" + lot);
        accounts.activate(no, "sub" + lot);
        app.getBean(LotBindings.class).bind(no, List.of(lot));
        return no;
    }

    private int turn(Browser browser) {
        return Browser.json(browser.get("/api/accounts/openings?company=hubin"))
                .get("turn")
                .asInt();
    }

    @SafeVarargs
    private static HttpResponse<String> begin(Browser browser, int turn, Map<String, Object>... wishes) {
        return browser.call("POST", "/api/accounts/applications", order("hubin", turn, List.of(wishes)));
    }

    private static Map<String, Object> wish(String channel, String like, String... lots) {
        Map<String, Object> wish = new HashMap<>(Map.of("channel", channel, "lotCodes", List.of(lots)));
        wish.put("like", like);
        return wish;
    }

    private static String order(String company, Integer turn, List<Map<String, Object>> wishes) {
        Map<String, Object> order = new HashMap<>();
        order.put("company", company);
        order.put("turn", turn);
        order.put("applications", wishes);
        return JSON.valueToTree(order).toString();
    }

    private static List<String> numbers(HttpResponse<String> begun) {
        List<String> numbers = new ArrayList<>();
        Browser.json(begun).get("numbers").forEach(no -> numbers.add(no.asText()));
        return numbers;
    }

    private static JsonNode of(JsonNode list, String key, String value) {
        for (JsonNode each : list) {
            if (each.get(key).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError(value + " is not in " + list);
    }

    private List<String> lots(String no) {
        return intended.of(no).stream().map(IntendedLot::code).toList();
    }

    private HistoricProcessInstance instance(String no) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .singleResult();
    }

    private List<String> variables(HistoricProcessInstance instance, String no) {
        return history.createHistoricVariableInstanceQuery().processInstanceId(instance.getId()).list().stream()
                .map((HistoricVariableInstance variable) -> variable.getName() + "="
                        + String.valueOf(variable.getValue()).replace(no, "NO"))
                .sorted()
                .toList();
    }

    /** Applications and processes together: neither may be more. */
    private long count() {
        return jdbc.sql("SELECT count(*) FROM application").query(Long.class).single()
                + bench.runtime.createProcessInstanceQuery().count();
    }
}
