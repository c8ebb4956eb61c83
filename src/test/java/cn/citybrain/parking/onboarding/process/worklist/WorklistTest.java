package cn.citybrain.parking.onboarding.process.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import cn.citybrain.parking.onboarding.masterdata.lot.LotVendors;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Each role finds its tasks by what people know of them; nobody finds another's. */
@OnboardingTest
class WorklistTest {

    private static final String ZHILIAN = "vendor-zhilian";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    IdentityService identity;

    private final Map<String, Browser> browsers = new HashMap<>();
    private ProcessBench bench;
    private String operator;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
    }

    @AfterEach
    void close() {
        bench.close();
        if (operator != null) {
            identity.deleteUser(operator);
        }
    }

    // finding

    @Test
    void findsAnApplicationsTaskByNumberCompanyChannelAndStepAlsoTogether() {
        String no = bench.apply();
        String company = bench.merchant.name();

        for (String q : List.of(
                no,
                no.toLowerCase(),
                wide(no),
                company,
                company.substring(2) + " ",
                bench.merchant.uscc(),
                company + " 微信",
                "微信支付　" + company + " 受理",
                "受理 " + no.substring(2))) {
            assertThat(found("reviewer", "todo", q)).as(q).containsExactly(no + " 受理");
        }
        for (String q : List.of(no + "x", company + " 支付宝", "补正 " + no, "%" + no.substring(4), "_".repeat(12))) {
            assertThat(found("reviewer", "todo", q)).as(q).isEmpty();
        }
    }

    @Test
    void findsWhatIsAboutALotByItsNameCodeAndPlateAndNotByAnothers() {
        List<LotBinding> lots = prepared("浙C7K58挂", "浙BD12345");
        LotBinding first = lots.get(0);
        String task = first.applicationNo() + " 接口开发与对接准备";

        for (String q : List.of(
                first.lotName(),
                first.lotCode(),
                first.lotCode().toLowerCase(),
                "浙C7K58挂",
                "c7k58",
                "浙 C·7K58 挂",
                wide("C7K58"))) {
            assertThat(found("supervisor", "all", q)).as(q).containsExactly(task + " " + first.lotCode());
        }
        assertThat(found("supervisor", "all", "D12345"))
                .containsExactly(task + " " + lots.get(1).lotCode());
        assertThat(found("supervisor", "all", first.applicationNo())).hasSize(2);
    }

    @Test
    void findsAnApplicationByALotThatItIsMeantForAndByTheNewNameOfACompany() {
        String no = bench.apply();
        String lot = bench.lot().code();
        bench.jdbc
                .sql("INSERT INTO intended_lot (application_no, list_position, lot_code) VALUES (?, 9, ?)")
                .params(no, lot)
                .update();
        bench.jdbc
                .sql("UPDATE merchant SET name = ? WHERE id = ?")
                .params("改名停车" + no, bench.merchant.id())
                .update();

        JsonNode row = rows("reviewer", "todo", lot).get(0);
        assertThat(row.path("applicationNo").asText()).isEqualTo(no);
        assertThat(row.path("lots").findValuesAsText("code")).contains(lot);
        assertThat(row.path("company").asText()).isEqualTo("改名停车" + no);
        assertThat(found("reviewer", "todo", "改名停车" + no)).containsExactly(no + " 受理");
    }

    @Test
    void theBoardFindsLotsAndApplicationsByTheSameWords() {
        List<LotBinding> lots = prepared("浙C5M77L", "浙C5M78L");
        LotBinding lot = lots.get(0);
        String name = lot.lotName();

        for (String q : List.of(
                name,
                lot.lotCode(),
                "c5m77",
                "浙C·5M77L",
                name + " 微信",
                "接口开发与对接准备 " + name,
                bench.merchant.name() + " " + name)) {
            assertThat(board("/api/board", q, "lotCode")).as(q).containsExactly(lot.lotCode());
            assertThat(board("/api/applications", q, "no")).as(q).containsExactly(lot.applicationNo());
        }
        assertThat(board("/api/board", lot.applicationNo(), "lotCode"))
                .containsExactlyInAnyOrder(lot.lotCode(), lots.get(1).lotCode());
        for (String q : List.of(name + " 支付宝", "补正申请资料 " + name, "c5m79")) {
            assertThat(board("/api/board", q, "lotCode")).as(q).isEmpty();
            assertThat(board("/api/applications", q, "no")).as(q).isEmpty();
        }
    }

    private List<String> board(String path, String q, String field) {
        return StreamSupport.stream(
                        Browser.json(browser("reviewer").get(path + "?q=" + encode(q)))
                                .path("rows")
                                .spliterator(),
                        false)
                .map(row -> row.path(field).asText())
                .toList();
    }

    // what a row says

    @Test
    void saysWhatATaskIsAboutWhoHasItAndUntilWhen() {
        String no = bench.apply();
        String id = bench.task(no, "userTask_review").getId();

        JsonNode free = rows("reviewer", "todo", no).get(0);
        assertThat(free.path("id").asText()).isEqualTo(id);
        assertThat(free.path("company").asText()).isEqualTo(bench.merchant.name());
        assertThat(free.path("channelName").asText()).isEqualTo("微信支付");
        assertThat(free.path("who").asText()).isEqualTo("运营公司审核");
        assertThat(free.path("due").asText()).isEqualTo("LATER");
        assertThat(free.path("claimable").asBoolean()).isTrue();
        assertThat(rows("supervisor", "all", no).get(0).path("claimable").asBoolean())
                .isFalse();

        bench.tasks.claim(id, "reviewer2");

        assertThat(found("reviewer", "todo", no)).isEmpty();
        JsonNode taken = rows("reviewer", "all", no).get(0);
        assertThat(taken.path("assignee").asText())
                .isEqualTo(app.getBean(cn.citybrain.parking.onboarding.access.people.People.class)
                        .nameOf("reviewer2"));
        assertThat(taken.path("mine").asBoolean()).isFalse();
        assertThat(taken.path("claimable").asBoolean()).isFalse();
        assertThat(rows("reviewer2", "mine", no).get(0).path("mine").asBoolean())
                .isTrue();
    }

    // filters

    @Test
    void knowsWhatIsDueTodayAndWhatIsOverdue() {
        bench.clock.set(OffsetDateTime.parse("2026-11-23T10:00:00+08:00").toInstant());
        String today = due("2026-11-23T23:59:59+08:00");
        String tomorrow = due("2026-11-24T00:00:00+08:00");
        String late = due("2026-11-23T09:59:59+08:00");
        String company = bench.merchant.name();

        assertThat(found("reviewer", "today", company)).containsExactly(today + " 受理");
        assertThat(found("reviewer", "overdue", company)).containsExactly(late + " 受理");
        assertThat(found("supervisor", "overdue", company)).containsExactly(late + " 受理");
        // by due date
        assertThat(found("reviewer", "todo", company)).containsExactly(late + " 受理", today + " 受理", tomorrow + " 受理");
        assertThat(rows("reviewer", "todo", company).findValuesAsText("due"))
                .containsExactly("OVERDUE", "TODAY", "LATER");
    }

    @Test
    void knowsWhatWasCorrectedAndIsBack() {
        String fresh = bench.apply();
        String back = bench.apply();
        bench.giveBack(back, "storeName", "请核对");
        assertThat(found("reviewer", "corrected", bench.merchant.name())).isEmpty();
        bench.correct(back);

        assertThat(found("reviewer", "corrected", bench.merchant.name())).containsExactly(back + " 受理");
        assertThat(found("reviewer", "todo", bench.merchant.name())).hasSize(2).contains(fresh + " 受理");
    }

    @Test
    void listsWhatAChannelIsWaitedForWithoutATask() {
        String no = bench.apply();
        bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        bench.accept(no);
        bench.worker.runOnce();

        JsonNode wait = rows("reviewer", "waiting", no).get(0);
        assertThat(wait.path("id").isNull()).isTrue();
        assertThat(wait.path("applicationNo").asText()).isEqualTo(no);
        assertThat(wait.path("name").asText()).startsWith("等待");
        assertThat(wait.path("who").asText()).isEqualTo("微信支付");
        assertThat(count("supervisor", "waiting", bench.merchant.name() + " 微信"))
                .isEqualTo(1);
        assertThat(found("reviewer", "waiting", no + " " + wait.path("name").asText()))
                .containsExactly(no + " " + wait.path("name").asText());
        assertThat(found("reviewer", "waiting", no + " 签约")).isEmpty();
        assertThat(rows("chengxi", "waiting", no)).isEmpty();
        assertThat(rows("zhilian", "waiting", no)).isEmpty();
        assertThat(found(operator(), "waiting", no))
                .containsExactly(no + " " + wait.path("name").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reviewer", "supervisor", "hubin", "zhilian", "auditor"})
    void countsWhatItLists(String user) {
        prepared("浙C00001");
        String corrected = bench.apply();
        bench.giveBack(corrected, "storeName", "请核对");
        bench.correct(corrected);
        bench.tasks.claim(bench.task(bench.apply(), "userTask_review").getId(), "reviewer");
        due("2026-11-01T10:00:00+08:00");

        for (String q : List.of("", bench.merchant.name())) {
            for (JsonNode filter : counts(user, q)) {
                String code = filter.path("code").asText();
                assertThat(list(user, code, q, "").path("total").asLong())
                        .as(code)
                        .isEqualTo(filter.path("total").asLong());
                filter.path("channels").fields().forEachRemaining(channel -> {
                    if (!channel.getKey().isEmpty()) {
                        assertThat(list(user, code, q, "&channel=" + channel.getKey())
                                        .path("total")
                                        .asLong())
                                .as(code + " " + channel.getKey())
                                .isEqualTo(channel.getValue().asLong());
                    }
                });
            }
        }
    }

    @Test
    void refusesFiltersAndChannelsThatThereAreNot() {
        for (String call : List.of("?filter=nothing", "?channel=paypal")) {
            var answer = browser("reviewer").get("/api/worklist" + call);
            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(Browser.json(answer).path("message").asText()).contains("请从列表里选择");
        }
        // what is corrected is reviewers' business
        assertThat(browser("hubin").get("/api/worklist?filter=corrected").statusCode())
                .isEqualTo(409);
    }

    // pages

    @Test
    void showsEachTaskOnOnePageAlsoWhereAllAreDueAtTheSameTime() {
        Set<String> numbers = new TreeSet<>();
        for (int i = 0; i < 7; i++) {
            numbers.add(due("2026-12-09T10:00:00+08:00"));
        }
        List<String> seen = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            JsonNode answer = list("reviewer", "todo", bench.merchant.name(), "&size=3&page=" + page);
            assertThat(answer.path("total").asInt()).isEqualTo(7);
            seen.addAll(answer.path("rows").findValuesAsText("applicationNo"));
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(numbers);
    }

    // who sees what

    @Test
    void aVendorSeesTheTasksOfItsLotsAndNoOthers() {
        LotBinding lot = prepared("浙C00002").get(0);
        String task = lot.applicationNo() + " 接口开发与对接准备 " + lot.lotCode();
        assertThat(everything("zhilian")).doesNotContain(lot.applicationNo());

        serve(lot, ZHILIAN);

        assertThat(found("zhilian", "todo", lot.lotName())).containsExactly(task);
        assertThat(found("zhilian", "free", "浙C00002")).containsExactly(task);
        assertThat(everything("vendor2")).doesNotContain(lot.applicationNo());
        assertThat(everything(operator())).doesNotContain(lot.applicationNo());

        serve(lot, "vendor-anxing");

        assertThat(everything("zhilian")).doesNotContain(lot.applicationNo());
        assertThat(found("vendor2", "todo", lot.lotName())).containsExactly(task);
    }

    @Test
    void anOperatorSeesItsOwnCompanysTasksAndNeitherOthersNorReviewers() {
        String no = bench.apply();
        bench.giveBack(no, "storeName", "请核对");
        String own = operator();

        assertThat(found(own, "todo", no)).containsExactly(no + " 补正申请资料");
        assertThat(everything("chengxi")).doesNotContain(no);
        assertThat(everything("zhilian")).doesNotContain(no);
        bench.tasks.claim(bench.task(no, "userTask_correct").getId(), "chengxi");
        assertThat(everything("chengxi"))
                .as("whatever the engine says of an assignee")
                .doesNotContain(no);
        assertThat(found(own, "all", no)).as("a colleague has it").hasSize(1);
        assertThat(found(own, "todo", no)).isEmpty();

        bench.tasks.setAssignee(bench.task(no, "userTask_correct").getId(), null);
        bench.correct(no);
        assertThat(everything(own)).doesNotContain(no);
    }

    @Test
    void anAuditorReadsAndHasNothingToDo() {
        String no = bench.apply();

        assertThat(found("auditor", "all", no)).hasSize(1);
        assertThat(found("auditor", "todo", "")).isEmpty();
        assertThat(everything("admin")).isEmpty();
    }

    @Test
    void theLineAboveAListCountsTheSameTasks() {
        prepared("浙C00003").forEach(lot -> serve(lot, ZHILIAN));
        bench.apply();

        for (String user : List.of("reviewer", "supervisor", "hubin", "zhilian", "auditor")) {
            JsonNode count = Browser.json(browser(user).get("/api/todos/count"));
            assertThat(count.path("open").asLong() - count.path("unstarted").asLong())
                    .as(user)
                    .isEqualTo(count(user, "todo", ""));
        }
    }

    /** Gates of lots without a vendor that wait for their preparation; the vehicles are registered. */
    private List<LotBinding> prepared(String... plates) {
        String no = bench.opened();
        bench.bind(no, plates.length);
        bench.worker.runOnce();
        List<LotBinding> lots = bench.bindings.ofApplication(no);
        for (int i = 0; i < plates.length; i++) {
            app.getBean(TestVehicles.class)
                    .register(lots.get(i).id(), plates[i], plates[i].length() == 8 ? 5 : 1, "openid-1", "vendor-test");
        }
        return lots;
    }

    private void serve(LotBinding lot, String vendor) {
        app.getBean(Memberships.class).align();
        app.getBean(LotVendors.class)
                .choose(
                        new VendorChoice(lot.lotCode(), vendor, ""),
                        app.getBean(ParkingLots.class)
                                .byCode(lot.lotCode())
                                .orElseThrow()
                                .version(),
                        "supervisor");
    }

    private String due(String at) {
        String no = bench.apply();
        bench.tasks.setDueDate(
                bench.task(no, "userTask_review").getId(),
                Date.from(OffsetDateTime.parse(at).toInstant()));
        return no;
    }

    /** Somebody of the company whose applications these are. */
    private String operator() {
        if (operator == null) {
            app.getBean(Memberships.class).align();
            User user = identity.newUser("operator-" + bench.merchant.tenantId());
            user.setPassword(DemoWorld.PASSWORD);
            identity.saveUser(user);
            identity.createMembership(user.getId(), Role.LOT_OPERATOR.group());
            identity.createTenantUserMembership(bench.merchant.tenantId(), user.getId());
            operator = user.getId();
        }
        return operator;
    }

    /** Numbers of all applications that any filter shows to somebody. */
    private Set<String> everything(String user) {
        Set<String> numbers = new HashSet<>();
        for (JsonNode filter : counts(user, "")) {
            numbers.addAll(rows(user, filter.path("code").asText(), "").findValuesAsText("applicationNo"));
        }
        return numbers;
    }

    /** Number, task and, of a lot's task, the lot. */
    private List<String> found(String user, String filter, String q) {
        return StreamSupport.stream(rows(user, filter, q).spliterator(), false)
                .map(row -> row.path("applicationNo").asText() + " "
                        + row.path("name").asText()
                        + (row.path("bindingId").isNull()
                                ? ""
                                : " " + row.at("/lots/0/code").asText()))
                .toList();
    }

    private JsonNode rows(String user, String filter, String q) {
        return list(user, filter, q, "&size=100").path("rows");
    }

    private JsonNode list(String user, String filter, String q, String more) {
        return Browser.json(browser(user).get("/api/worklist?filter=" + filter + "&q=" + encode(q) + more));
    }

    private JsonNode counts(String user, String q) {
        return Browser.json(browser(user).get("/api/worklist/counts?q=" + encode(q)));
    }

    private long count(String user, String filter, String q) {
        for (JsonNode count : counts(user, q)) {
            if (count.path("code").asText().equals(filter)) {
                return count.path("total").asLong();
            }
        }
        throw new AssertionError("no filter " + filter);
    }

    /** Logged in once. */
    private Browser browser(String user) {
        return browsers.computeIfAbsent(user, id -> Browser.of(port, id));
    }

    /** Full width, as an input method leaves it. */
    private static String wide(String text) {
        StringBuilder wide = new StringBuilder();
        text.chars().forEach(c -> wide.append((char) (c > 0x20 && c < 0x7f ? c + 0xfee0 : c)));
        return wide.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
