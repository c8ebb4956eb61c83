package cn.citybrain.parking.onboarding.process.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.RunStatements;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestSteps;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.turn.SeenTurn;
import cn.citybrain.parking.onboarding.turn.Turns;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whose turn it is, read of processes that really stand there. */
@OnboardingTest
class TurnsOfProcessesTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Turns turns;

    private ProcessBench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void severalAtTheSameTimeAreAllSaid() {
        bench = new ProcessBench(app, Channel.ETC);
        String fresh = bench.apply();
        String accepted = bench.apply();
        bench.accept(accepted);
        bench.worker.runOnce();

        assertThat(said("supervisor", fresh)).containsExactly("等待运营公司审核人员办理“受理”");
        assertThat(said("supervisor", accepted))
                .containsExactlyInAnyOrder("等待 ETC 联系车场方上门签约，由车场方登记", "等待车场方办理“安装 ETC 设备”");
        assertThat(said("reviewer", fresh)).containsExactly("请您办理“受理”");
        assertThat(json("reviewer", fresh).at("/0/until").asText())
                .as("when it is due")
                .isNotEmpty();
        String task = bench.task(fresh, "userTask_review").getId();
        assertThat(json("reviewer", fresh).at("/0/task").asText()).isEqualTo(task);
        assertThat(json("auditor", fresh).at("/0/task").isNull()).isTrue();
    }

    @Test
    void whoHasATaskIsNamedToColleaguesAndAskedOfNobodyElse() {
        bench = new ProcessBench(app, Channel.CITIZENCARD);
        String no = bench.apply();
        Task review = bench.task(no, "userTask_review");
        bench.tasks.claim(review.getId(), "reviewer");

        assertThat(said("reviewer", no)).containsExactly("请您办理“受理”");
        assertThat(said("reviewer2", no)).allMatch(text -> text.matches("等待运营公司审核人员办理“受理”（.+已认领）"));
        assertThat(json("reviewer2", no).at("/0/task").isNull()).isTrue();
        assertThat(asOperator(no)).containsExactly("等待运营公司审核人员办理“受理”");
    }

    @Test
    void theTasksOfDevicesThatAreInstalledLaterAreTheApplicationsToo() {
        bench = new ProcessBench(app, Channel.ETC);
        String no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        String lot = bench.lot().code();
        TestSteps.device(app, no, lot, "01", "33010000ABE0");
        bench.complete(no, "userTask_installDevices", Map.of());
        bench.complete(no, "userTask_acceptDevices", Map.of("devicesDecision", "accept"));
        bench.channel.review = () -> new ReviewResult.Approved("etc-" + no);
        bench.clock.advance(Duration.ofHours(1));
        bench.worker.runOnce();
        bench.worker.runOnce();
        bench.bind(no, List.of(lot));
        assertThat(said("supervisor", no)).containsExactly("对接测试中：共 1 个停车场，已正式接入 0 个，还有 1 个在办理，见各停车场");

        bench.runtime.startProcessInstanceByKey("etc-devices", Map.of("applicationNo", no));

        assertThat(said("supervisor", no))
                .containsExactly("等待车场方办理“补装 ETC 设备”", "对接测试中：共 1 个停车场，已正式接入 0 个，还有 1 个在办理，见各停车场");
    }

    /** It said that WeChat Pay's consent is awaited, to everybody. */
    @Test
    void aRefusedLotIsTheOperatorsAndNotTheChannels() {
        bench = new ProcessBench(app);
        bench.channel.registerLot = () -> new LotState.Refused("缺少经营权证明");
        LotBinding lot = bound();

        assertThat(lot("supervisor", lot)).containsExactly("微信支付没有同意这个停车场：缺少经营权证明。等待车场方办理“处理渠道拒绝的停车场”");
        assertThat(asOperator(lot)).containsExactly("微信支付没有同意这个停车场：缺少经营权证明。请您办理“处理渠道拒绝的停车场”");
    }

    @Test
    void theChannelIsWaitedForUntilTheDayItWasGiven() {
        bench = new ProcessBench(app);
        bench.channel.registerLot = () -> new LotState.Pending("R1");
        LotBinding lot = bound();

        List<SeenTurn> seen = seen(operator(), lot);
        assertThat(seen).singleElement().satisfies(turn -> {
            assertThat(turn.text()).isEqualTo("等待微信支付同意这个停车场收款，无需操作");
            assertThat(turn.who()).isEqualTo("微信支付");
            assertThat(turn.until()).isAfter(bench.clock.instant());
            assertThat(turn.late()).isFalse();
        });
        bench.clock.advance(Duration.ofDays(60));
        bench.runJobs(ProcessBench.gate(lot));

        assertThat(seen(operator(), lot)).singleElement().satisfies(turn -> {
            assertThat(turn.late()).isTrue();
            assertThat(turn.overdue()).startsWith("超期，").endsWith("等待运营公司主管处理");
        });
        assertThat(lot("supervisor", lot))
                .as("what the supervisors are asked to do about it comes first")
                .containsExactly("请您办理“处理超期：等待渠道同意注册”", "等待微信支付同意这个停车场收款，无需操作");
    }

    @Test
    void anIncidentOfOursBlamesNoChannel() {
        bench = new ProcessBench(app);
        bench.channel.registerLot = () -> {
            throw new ChannelException("应答不是 JSON");
        };
        LotBinding lot = bound();
        for (int tries = 0; tries < 20; tries++) {
            bench.clock.advance(Duration.ofHours(5));
            bench.worker.runOnce();
        }

        assertThat(asOperator(lot)).containsExactly("平台处理出错，运营公司正在处理，无需您操作");
        assertThat(lot("supervisor", lot)).containsExactly("平台在“平台支付渠道注册”处理出错，请您在“流程监控”里查看原因并重试");
        assertThat(lot("auditor", lot)).containsExactly("平台在“平台支付渠道注册”处理出错，等待运营公司主管处理");
    }

    /** It told the operator to correct something, who had no task. */
    @Test
    void aRefusalWithoutReasonsIsTheReviewersFirst() {
        bench = new ProcessBench(app);
        String no = bench.apply();
        bench.channel.review = () -> new ReviewResult.Rejected(List.of(), "不符合要求");
        bench.accept(no);
        bench.worker.runOnce();

        assertThat(asOperator(no)).containsExactly("微信支付退回了申请。等待运营公司审核人员办理“核实渠道拒绝原因”");
        assertThat(said("reviewer", no)).containsExactly("微信支付退回了申请。请您办理“核实渠道拒绝原因”");
    }

    @Test
    void theVendorOfALotIsAskedForItsWork() {
        bench = new ProcessBench(app);
        String no = bench.opened();
        String code = bench.lot().code();
        app.getBean(Vendors.class).assign(code, "vendor-zhilian", "test");
        bench.bind(no, List.of(code));
        bench.worker.runOnce();
        LotBinding lot = bench.bindings.ofApplication(no).get(0);

        assertThat(lot("zhilian", lot)).containsExactly("请您办理“接口开发与对接准备”");
        assertThat(asOperator(lot)).containsExactly("等待车场技术方办理“接口开发与对接准备”");
        bench.prepare(lot);
        assertThat(lot("zhilian", lot)).containsExactly("请您用测试车辆完整停一次车（入场、离场、申请扣款，并上传照片）");
    }

    @Test
    void nobodyReadsOfOthers() {
        bench = new ProcessBench(app, Channel.CITIZENCARD);
        String no = bench.apply();

        for (String user : List.of("chengxi", "zhilian")) {
            assertThat(Browser.json(Browser.of(port, user).get("/api/turns?applications=" + no)))
                    .isEmpty();
            assertThat(Browser.json(Browser.of(port, user).get("/api/turns/lots?application=" + no)))
                    .isEmpty();
        }
    }

    @Test
    void refusesMoreThanAPageCanShow() {
        bench = new ProcessBench(app);
        var answer = Browser.of(port, "supervisor")
                .get("/api/turns?applications=" + String.join(",", Collections.nCopies(101, "ET1")));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Browser.json(answer).path("message").asText()).isEqualTo("一次请查询 1 至 100 份申请");
    }

    @Test
    void aListCostsAsManyStatementsAsOneOfIt() {
        bench = new ProcessBench(app);
        List<LotBinding> lots = bench.testing(4);
        bench.record(lots.get(0), false);
        bench.record(lots.get(1), true);
        Actor reader = operator();

        int one =
                RunStatements.of(() -> turns.ofLots(reader, lots.subList(0, 1))).size();
        assertThat(RunStatements.of(() -> turns.ofLots(reader, lots))).hasSize(one);
        assertThat(one).as("of a lot").isLessThanOrEqualTo(20);

        String no = lots.get(0).applicationNo();
        String other = bench.apply();
        String third = bench.apply();
        int single =
                RunStatements.of(() -> turns.ofNumbers(reader, List.of(other))).size();
        assertThat(RunStatements.of(() -> turns.ofNumbers(reader, List.of(other, third))))
                .hasSize(single);
        assertThat(bench.applications.find(no)).isPresent();
    }

    private LotBinding bound() {
        String no = bench.opened();
        bench.bind(no, 1);
        bench.worker.runOnce();
        return bench.bindings.ofApplication(no).get(0);
    }

    private Actor operator() {
        return new Actor("operator-x", "", Set.of("lot-operator"), Set.of(bench.merchant.tenantId()));
    }

    private List<SeenTurn> seen(Actor actor, LotBinding lot) {
        return turns.ofLots(actor, bench.bindings.byIds(List.of(lot.id()))).get(lot.id());
    }

    private List<String> asOperator(LotBinding lot) {
        return seen(operator(), lot).stream().map(SeenTurn::text).toList();
    }

    private List<String> asOperator(String no) {
        return turns.ofNumbers(operator(), List.of(no)).get(no).stream()
                .map(SeenTurn::text)
                .toList();
    }

    private JsonNode json(String user, String no) {
        return Browser.json(Browser.of(port, user).get("/api/turns?applications=" + no))
                .path(no);
    }

    private List<String> said(String user, String no) {
        return texts(json(user, no));
    }

    /** As the lot's page says it. */
    private List<String> lot(String user, LotBinding lot) {
        return texts(Browser.json(Browser.of(port, user).get("/api/bindings/" + lot.id()))
                .path("turns"));
    }

    private static List<String> texts(JsonNode turns) {
        List<String> texts = new ArrayList<>();
        turns.forEach(turn -> texts.add(turn.path("text").asText()));
        return texts;
    }
}
