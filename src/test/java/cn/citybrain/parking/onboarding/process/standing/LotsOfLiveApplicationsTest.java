package cn.citybrain.parking.onboarding.process.standing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.RunStatements;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.turn.SeenTurn;
import cn.citybrain.parking.onboarding.turn.Turns;
import cn.citybrain.parking.onboarding.turn.WaitingLots;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What each role reads of an application whose lots are all live while another lot is added to its account. */
@OnboardingTest
class LotsOfLiveApplicationsTest {

    private static final String UNDER_WAY = "有停车场还在办理：共 2 个停车场，已正式接入 1 个，还有 1 个在办理，见各停车场";

    @Autowired
    ApplicationContext app;

    @Autowired
    Turns turns;

    @Autowired
    WaitingLots waiting;

    private ProcessBench bench;
    private String no;

    @BeforeEach
    void everyLotIsLive() {
        bench = new ProcessBench(app);
        no = live();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void nobodyIsAskedForAnythingWhileNoneIsAdded() {
        assertThat(bench.applications.find(no).orElseThrow().state()).isEqualTo(ApplicationState.DONE);
        readers().forEach((who, actor) -> assertThat(application(actor)).as(who).containsExactly("接入完成，无需操作"));
    }

    @Test
    void aRefusedLotWaitsForItsOperator() {
        bench.channel.registerLot = () -> new LotState.Refused("缺少经营权证明");
        LotBinding added = add();

        readers().forEach((who, actor) -> {
            if (!who.equals("技术方") && !who.equals("车场方")) {
                assertThat(application(actor)).as(who).containsExactly(UNDER_WAY);
            }
        });
        assertThat(turns.ofNumbers(readers().get("车场方"), List.of(no)).get(no))
                .singleElement()
                .satisfies(turn -> {
                    assertThat(turn.text()).isEqualTo(UNDER_WAY + "。其中 1 个等您办理");
                    assertThat(turn.mine()).isTrue();
                    assertThat(turn.task())
                            .isEqualTo(turns.ofLotsOf(readers().get("车场方"), no)
                                    .get(added.id())
                                    .get(0)
                                    .task());
                });
        assertThat(lot("车场方", added)).containsExactly("微信支付没有同意这个停车场：缺少经营权证明。请您办理“处理渠道拒绝的停车场”");
        assertThat(lot("审核", added)).containsExactly("微信支付没有同意这个停车场：缺少经营权证明。等待车场方办理“处理渠道拒绝的停车场”");
    }

    @Test
    void aLotWithTheChannelIsUnderWay() {
        bench.channel.registerLot = () -> new LotState.Pending("R1");
        LotBinding added = add();

        everybodyReadsThatALotIsUnderWay();
        assertThat(lot("车场方", added)).containsExactly("等待微信支付同意这个停车场收款，无需操作");
    }

    @Test
    void anIncidentOfALotIsTheSupervisors() {
        bench.channel.registerLot = () -> {
            throw new ChannelException("应答不是 JSON");
        };
        LotBinding added = add();
        for (int tries = 0; tries < 20; tries++) {
            bench.clock.advance(Duration.ofHours(5));
            bench.worker.runOnce();
        }

        everybodyReadsThatALotIsUnderWay();
        assertThat(lot("主管", added)).containsExactly("平台在“平台支付渠道注册”处理出错，请您在“流程监控”里查看原因并重试");
        assertThat(lot("车场方", added)).containsExactly("平台处理出错，运营公司正在处理，无需您操作");
    }

    @Test
    void aLotUnderTestIsTheVendorsWhoIsToldOfItAndCounted() {
        LotBinding added = add();
        everybodyReadsThatALotIsUnderWay();
        assertThat(lot("技术方", added)).containsExactly("请您办理“接口开发与对接准备”");
        assertThat(waiting.of(readers().get("技术方")))
                .as("there is a task in the list")
                .doesNotContain(added.lotCode());

        bench.prepare(added);
        everybodyReadsThatALotIsUnderWay();
        assertThat(lot("技术方", added)).containsExactly("请您用测试车辆完整停一次车（入场、离场、申请扣款，并上传照片）");
        assertThat(waitingFor("技术方", added)).isTrue();
        assertThat(waitingFor("车场方", added)).as("the vendor connects it").isFalse();
        assertThat(waitingFor("主管", added)).isFalse();

        bench.record(added, false);
        bench.clock.advance(Duration.ofMinutes(10));
        bench.arrivals.sweep();
        bench.runJobs(ProcessBench.gate(added));
        bench.worker.runOnce();
        assertThat(lot("技术方", added))
                .singleElement()
                .satisfies(text -> assertThat(text).startsWith("上次测试没有通过：").endsWith("请您改正后再测"));
        assertThat(waitingFor("技术方", added)).as("after a failed test").isTrue();
        everybodyReadsThatALotIsUnderWay();

        connect(added);
        assertThat(waitingFor("技术方", added)).isFalse();
        assertThat(application(readers().get("车场方"))).containsExactly("接入完成，无需操作");
    }

    @Test
    void anOperatorConnectsAndIsToldOfALotWithoutAVendor() {
        String code = bench.lot().code();
        LotBinding added = add(code);
        bench.prepare(added);

        assertThat(waitingFor("车场方", added)).isTrue();
        assertThat(waitingFor("技术方", added)).isFalse();
    }

    @Test
    void aVendorIsToldOfItsOwnLotsOnlyAndOfNoApplication() {
        LotBinding added = add();
        LotBinding other = add(bench.lot().code());
        Actor vendor = readers().get("技术方");

        assertThat(turns.ofNumbers(vendor, List.of(no))).isEmpty();
        assertThat(turns.ofLotsOf(vendor, no)).containsOnlyKeys(added.id());
        assertThat(turns.ofLotsOf(new Actor("anxing", "", Set.of("lot-vendor", "vendor-anxing"), Set.of()), no))
                .isEmpty();
        assertThat(turns.ofLotsOf(readers().get("车场方"), no)).containsKeys(added.id(), other.id());
    }

    @Test
    void aListCostsAsManyStatementsAsOneOfIt() {
        bench.prepare(add());
        String first = no;
        no = live();
        Actor operator = readers().get("车场方");
        Actor vendor = readers().get("技术方");
        int one = RunStatements.of(() -> turns.ofNumbers(operator, List.of(first)))
                .size();
        int waits = RunStatements.of(() -> waiting.of(vendor)).size();
        bench.prepare(add());

        assertThat(RunStatements.of(() -> turns.ofNumbers(operator, List.of(first, no))))
                .hasSize(one);
        assertThat(RunStatements.of(() -> waiting.of(vendor))).hasSize(waits);
        assertThat(waits).isLessThanOrEqualTo(20);
    }

    /** A vendor has no business with applications. */
    private void everybodyReadsThatALotIsUnderWay() {
        readers().forEach((who, actor) -> {
            if (!who.equals("技术方")) {
                assertThat(application(actor)).as(who).containsExactly(UNDER_WAY);
            }
        });
    }

    private String live() {
        LotBinding lot = bench.testing(1).get(0);
        connect(lot);
        bench.runJobs(lot.applicationNo());
        return lot.applicationNo();
    }

    private void connect(LotBinding lot) {
        bench.drive(lot);
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lot));
    }

    private LotBinding add() {
        String code = bench.lot().code();
        app.getBean(Vendors.class).assign(code, "vendor-zhilian", "test");
        return add(code);
    }

    private LotBinding add(String code) {
        bench.runtime.startProcessInstanceByKey("add-lot", Map.of("applicationNo", no, "lotCode", code));
        bench.worker.runOnce();
        return bench.bindings.of(code).get(0);
    }

    private boolean waitingFor(String who, LotBinding lot) {
        return waiting.of(readers().get(who)).contains(lot.lotCode());
    }

    private List<String> application(Actor actor) {
        return texts(
                turns.ofApplications(actor, List.of(bench.applications.find(no).orElseThrow()))
                        .get(no));
    }

    private List<String> lot(String who, LotBinding lot) {
        return texts(turns.ofLots(readers().get(who), bench.bindings.byIds(List.of(lot.id())))
                .get(lot.id()));
    }

    private static List<String> texts(List<SeenTurn> turns) {
        List<String> texts = new ArrayList<>();
        turns.forEach(turn -> texts.add(turn.text()));
        return texts;
    }

    private Map<String, Actor> readers() {
        Map<String, Actor> readers = new LinkedHashMap<>();
        readers.put("车场方", new Actor("operator-x", "", Set.of("lot-operator"), Set.of(bench.merchant.tenantId())));
        readers.put("技术方", new Actor("zhilian", "", Set.of("lot-vendor", "vendor-zhilian"), Set.of()));
        readers.put("审核", new Actor("reviewer", "", Set.of("ops-reviewer"), Set.of()));
        readers.put("主管", new Actor("supervisor", "", Set.of("ops-supervisor"), Set.of()));
        readers.put("审计", new Actor("auditor", "", Set.of("auditor"), Set.of()));
        return readers;
    }
}
