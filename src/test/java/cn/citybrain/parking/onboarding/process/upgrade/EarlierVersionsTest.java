package cn.citybrain.parking.onboarding.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import cn.citybrain.parking.onboarding.process.TestApplications;
import cn.citybrain.parking.onboarding.process.answer.Polls;
import cn.citybrain.parking.onboarding.process.work.EveryVersion;
import cn.citybrain.parking.onboarding.process.work.ExternalTaskOutcome;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Instances of the versions before {@code awaited_answer}, in which an external task both acts and waits, end well. Their
 * models are kept in {@code src/test/resources/earlier}.
 */
@OnboardingTest
class EarlierVersionsTest {

    /** Longer than any statement takes; who still waits then, waits for us. */
    private static final long PATIENCE_MILLIS = 500;

    @Autowired
    ApplicationContext app;

    @Autowired
    RepositoryService repository;

    @Autowired
    Polls polls;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

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

    /** Submitted, as it was before a process of those versions reached its review. */
    private String applied() {
        String no = TestApplications.begin(app, bench.channel.channel(), bench.merchant, "operator-test");
        String account = String.valueOf(System.nanoTime());
        TestForms.first(bench.channel.channel(), bench.merchant, account, no).forEach((task, form) -> {
            if (task.equals(ChannelFixture.UPLOAD_LICENCE)) {
                bench.applications.openStage(no, "papers");
            }
            TestForms.submit(bench.applications, no, form, "operator-test");
        });
        return no;
    }

    @AfterEach
    void close() {
        bench.close();
        repository.deleteDeployment(earlier.getId(), true);
        EveryVersion.know(app);
    }

    @Test
    void waitForTheChannelAndGoLive() {
        String no = applied();
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
        String no = applied();
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
        String no = applied();
        bench.channel.review = () -> new ReviewResult.Closed("商户已注销");
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_channelRefusedForGood");
    }

    /** The other transaction holds the task until the call waits for it, unless the call is slower than that. */
    @Test
    void askingNowLeavesATaskAloneThatAWorkerTakesMeanwhile() throws Exception {
        String no = applied();
        bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        bench.accept(no);
        bench.worker.runOnce();
        Browser supervisor = Browser.of(port, "supervisor");
        CompletableFuture<HttpResponse<String>> asked = transaction.execute(taken -> {
            bench.jdbc
                    .sql("UPDATE ACT_RU_EXT_TASK SET REV_ = REV_ + 1, WORKER_ID_ = 'another' WHERE WORKER_ID_ = ?")
                    .param(ExternalTaskOutcome.WAITING)
                    .update();
            CompletableFuture<HttpResponse<String>> call = CompletableFuture.supplyAsync(
                    () -> supervisor.call("POST", "/api/applications/" + no + "/check-now", "{}"));
            assertThatThrownBy(() -> call.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            return call;
        });

        assertThat(asked.get(10, TimeUnit.SECONDS).body()).isEqualTo("{\"asked\":0}");
        assertThat(asked.get().statusCode()).isEqualTo(200);
    }
}
