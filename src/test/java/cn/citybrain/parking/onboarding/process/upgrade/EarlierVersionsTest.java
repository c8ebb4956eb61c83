package cn.citybrain.parking.onboarding.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.visit.Appointments;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import cn.citybrain.parking.onboarding.process.answer.Polls;
import cn.citybrain.parking.onboarding.process.expiry.ForgottenApplications;
import cn.citybrain.parking.onboarding.process.work.ExternalTaskOutcome;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Instances of the version before, in which an external task both acts and waits, end well on every way that leaves the
 * straight line ({@link EveryStepBeforeTest} walks that). Their models are kept in {@code src/test/resources/earlier}.
 */
@OnboardingTest
class EarlierVersionsTest {

    /** Longer than any statement takes; who still waits then, waits for us. */
    private static final long PATIENCE_MILLIS = 500;

    @Autowired
    ApplicationContext app;

    @Autowired
    Polls polls;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    ProcessBench bench;
    VersionBefore version;

    @BeforeEach
    void aVersionThatRuns() {
        bench = new ProcessBench(app);
        version = new VersionBefore(app);
    }

    @AfterEach
    void close() {
        bench.close();
        version.close();
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

        bench.drafts.save(no, Map.of("storeName", "西湖停车场"), "operator-test");
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

    @Test
    void endWhenTheyAreNotAccepted() {
        String no = applied();
        bench.refuse(no, "不在接入范围");
        assertThat(bench.ends(no)).contains("endEvent_notAccepted");
    }

    @Test
    void endWhenNothingCanBeCorrected() {
        String no = applied();
        bench.channel.review = () -> new ReviewResult.Rejected(List.of(new FieldIssue("", "主体受限")), "主体受限");
        bench.accept(no);
        bench.worker.runOnce();
        bench.complete(no, "userTask_findReason", Map.of("findReasonDecision", "final"));
        assertThat(bench.ends(no)).contains("endEvent_channelRefusedForGood");
    }

    /** Their models have no end for it, and so nobody is told of one. */
    @Test
    void doNotExpire() {
        String no = applied();
        bench.giveBack(no, "storeName", "与营业执照不符");
        for (int days : List.of(53, 7, 60)) {
            bench.clock.advance(Duration.ofDays(days));
            app.getBean(ForgottenApplications.class).runOnce();
        }
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        assertThat(bench.applications.byNo(no).state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(bench.mails(no)).noneMatch(subject -> subject.contains("即将过期"));
    }

    /** Their models have no task for it: it is noted and mailed. */
    @Test
    void noteWhatPeopleHaveToTellAChannelThatHasNoCallForAWithdrawal() {
        bench.channel.withdraw = () -> new ByHand("微信支付", "请作废申请单");
        String no = applied();
        bench.accept(no);
        bench.worker.runOnce();
        bench.withdrawals.application(no, "operator-test", "换账户");
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_withdrawn");
        assertThat(bench.remembered(no, "withdrawalByHand")).contains("告知微信支付：请作废申请单");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("请告知微信支付"));
    }

    /** Their task ends with a visit that did not happen, and comes again. */
    @Test
    void waitForAnotherVisitWhenNobodyCame() {
        bench.close();
        bench = new ProcessBench(app, Channel.UNIONPAY);
        EarlierInstance instance = new EarlierInstance(app, bench, version);
        instance.reach("userTask_awaitVisit", Map.of());
        String task = bench.task(instance.no, "userTask_awaitVisit").getId();
        app.getBean(Appointments.class)
                .agree(instance.no, bench.clock.instant().plus(Duration.ofDays(1)), "王经理 13800000001", "operator-test");
        bench.clock.advance(Duration.ofDays(2));
        instance.complete("userTask_awaitVisit", Map.of("visitOutcome", "missed"));
        assertThat(bench.task(instance.no, "userTask_awaitVisit").getId()).isNotEqualTo(task);
    }

    /** The form of today asks first what the task takes: in their version there is no decision at the check of an account. */
    @Test
    void confirmTheAccountWithNothingButItsApplication() {
        String no = applied();
        bench.channel.review = () -> new ReviewResult.Approved("sub-" + no);
        bench.accept(no);
        bench.worker.runOnce();
        String task = bench.task(no, "userTask_confirmAccount").getId();
        Browser reviewer = Browser.of(port, "reviewer");

        assertThat(reviewer.engine("POST", "task/" + task + "/claim", "{\"userId\":\"reviewer\"}")
                        .statusCode())
                .isEqualTo(204);
        String decided = "{\"variables\":{\"applicationNo\":{\"value\":\"" + no
                + "\"},\"accountDecision\":{\"value\":\"confirm\"}}}";
        assertThat(reviewer.engine("POST", "task/" + task + "/submit-form", decided)
                        .statusCode())
                .as("their model does not know it")
                .isGreaterThanOrEqualTo(400);
        String confirmed = "{\"variables\":{\"applicationNo\":{\"value\":\"" + no + "\"}}}";
        assertThat(reviewer.engine("POST", "task/" + task + "/submit-form", confirmed)
                        .statusCode())
                .isEqualTo(204);
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
    }

    private String applied() {
        return new EarlierInstance(app, bench, version).no;
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
