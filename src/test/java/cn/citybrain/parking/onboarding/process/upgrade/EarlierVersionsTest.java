package cn.citybrain.parking.onboarding.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import cn.citybrain.parking.onboarding.process.answer.Polls;
import cn.citybrain.parking.onboarding.process.work.EveryVersion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Instances of the versions before {@code awaited_answer}, in which an external task both acts and waits, end well. Their
 * models are kept in {@code src/test/resources/earlier}.
 */
@OnboardingTest
class EarlierVersionsTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    RepositoryService repository;

    @Autowired
    Polls polls;

    ProcessBench bench;
    Deployment earlier;

    @BeforeEach
    void aVersionThatRuns() {
        bench = new ProcessBench(app);
        earlier = repository
                .createDeployment()
                .addClasspathResource("earlier/wechatpay-onboarding.bpmn")
                .addClasspathResource("earlier/test-deduction-gate.bpmn")
                .deploy();
        EveryVersion.know(app);
    }

    @AfterEach
    void close() {
        bench.close();
        repository.deleteDeployment(earlier.getId(), true);
        EveryVersion.know(app);
    }

    @Test
    void waitForTheChannelAndGoLive() {
        String no = bench.apply();
        bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("serviceTask_reviewApplication");
        bench.channel.review = () -> new ReviewResult.Approved("sub-" + no);
        assertThat(bench.worker.runOnce()).as("polled too early").isZero();
        assertThat(polls.now(no)).as("立即查询").isEqualTo(1);
        bench.worker.runOnce();
        bench.complete(no, "userTask_confirmAccount", Map.of());

        bench.channel.registerLot = () -> new LotState.Pending("R1");
        bench.bind(no, 1);
        bench.worker.runOnce();
        LotBinding lot = bench.bindings.ofApplication(no).get(0);
        assertThat(bench.steps(ProcessBench.gate(lot))).containsExactly("serviceTask_registerLot");
        bench.channel.lotState = () -> new LotState.Registered("R1", "P1");
        assertThat(polls.now(no)).as("立即查询").isEqualTo(1);
        bench.worker.runOnce();
        bench.prepare(lot);

        bench.channel.deduct = order -> new DeductionResult.Pending();
        bench.drive(lot);
        bench.worker.runOnce();
        assertThat(bench.steps(ProcessBench.gate(lot))).containsExactly("serviceTask_deduct");
        bench.channel.query = ScriptedChannel::charged;
        bench.clock.advance(Duration.ofHours(1));
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lot));
        assertThat(bench.bindings.byId(lot.id()).orElseThrow().state()).isEqualTo(BindingState.LIVE);
        assertThat(bench.channel.told.stream().filter(call -> call.startsWith("deduct ")))
                .hasSize(1);
        assertThat(bench.ends(no)).contains("endEvent_done");
    }

    @Test
    void areRefusedByTheirErrors() {
        String no = bench.apply();
        bench.channel.review = () -> new ReviewResult.Rejected(List.of(new FieldIssue("storeName", "与营业执照不符")), "驳回");
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_correct");

        bench.correct(no);
        bench.channel.review = () -> new ReviewResult.Approved("sub-" + no);
        bench.accept(no);
        bench.worker.runOnce();
        bench.complete(no, "userTask_confirmAccount", Map.of());
        bench.channel.registerLot = () -> new LotState.Refused("缺少经营权证明");
        bench.bind(no, 1);
        bench.worker.runOnce();
        LotBinding lot = bench.bindings.ofApplication(no).get(0);
        assertThat(bench.steps(ProcessBench.gate(lot))).containsExactly("userTask_lotRefused");
    }

    @Test
    void areClosedByTheirErrors() {
        String no = bench.apply();
        bench.channel.review = () -> new ReviewResult.Closed("商户已注销");
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_channelRefusedForGood");
    }
}
