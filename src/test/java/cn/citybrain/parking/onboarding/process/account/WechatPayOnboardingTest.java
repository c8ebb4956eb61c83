package cn.citybrain.parking.onboarding.process.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.answer.Polls;
import cn.citybrain.parking.onboarding.process.answer.WaitComparison;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every path of {@code wechatpay-onboarding}. */
@OnboardingTest
class WechatPayOnboardingTest {

    @Autowired
    ApplicationContext app;

    ProcessBench bench;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
        BpmnAwareTests.init(app.getBean(ProcessEngine.class));
    }

    @AfterEach
    void close() {
        BpmnAwareTests.reset();
        bench.close();
    }

    @Test
    void goesFromTheApplicationToLiveLots() {
        List<LotBinding> lots = bench.testing(2);
        String no = lots.get(0).applicationNo();
        ProcessInstance procedure = procedure(no);

        bench.drive(lots.get(0));
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lots.get(0)));
        assertThat(state(lots.get(0))).isEqualTo(BindingState.LIVE);
        assertThat(state(lots.get(1))).isEqualTo(BindingState.TESTING);
        assertThat(bench.steps(no)).containsExactly("callActivity_testDeductionGate");

        bench.drive(lots.get(1));
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lots.get(1)));
        assertThat(procedure)
                .isEnded()
                .hasPassed(
                        "callActivity_acceptance",
                        "serviceTask_submitApplication",
                        "userTask_bindLots",
                        "endEvent_done");
        assertThat(application(no)).isEqualTo(ApplicationState.DONE);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("接入完成"));
    }

    @Test
    void verifiesTheAccountAndSignsWhenTheChannelSaysSo() {
        String no = bench.apply();
        bench.accept(no);
        bench.channel.review = () -> new ReviewResult.AwaitingVerification("https://pay.example/v", "待账户验证");
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_verifyMail");
        assertThat(bench.task(no, "userTask_verifyMail"))
                .hasCandidateGroup("lot-operator")
                .isNotAssigned();
        assertThat(bench.applications.byNo(no).channelLink()).isEqualTo("https://pay.example/v");

        bench.channel.review = () -> new ReviewResult.AwaitingSignature("https://pay.example/s", "待签约");
        bench.clock.advance(Duration.ofMinutes(11));
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_sign");
        assertThat(procedure(no)).hasPassed("userTask_verifyMail").isNotEnded();

        bench.channel.review = () -> new ReviewResult.UnderReview("开通权限中");
        bench.clock.advance(Duration.ofMinutes(11));
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitReview");

        bench.channel.review = () -> new ReviewResult.Approved("sub-" + no);
        bench.clock.advance(Duration.ofMinutes(11));
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
        assertThat(bench.task(no, "userTask_confirmAccount"))
                .hasCandidateGroup("ops-reviewer")
                .isNotAssigned();
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("请验证微信支付账户"));
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("请签署微信支付协议"));
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("账户已开通"));
    }

    @Test
    void pollsOnlyWhenTheWaitIsOverOrACallbackEndsIt() {
        String no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        bench.channel.review = () -> new ReviewResult.Approved("sub-" + no);
        assertThat(bench.worker.runOnce()).isZero();
        assertThat(app.getBean(Polls.class).now(no)).isEqualTo(1);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
    }

    @Test
    void returnsTheApplicationWithReasonsAndReviewsItAgain() {
        String no = bench.apply();
        bench.giveBack(no, "storeName", "门店名称与营业执照不符，联系 13857100001");
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        assertThat(application(no)).isEqualTo(ApplicationState.RETURNED);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("请补正"));
        assertThat(bench.jdbc
                        .sql("SELECT count(*) FROM mail WHERE body LIKE '%13857100001%'")
                        .query(Integer.class)
                        .single())
                .as("numbers are masked in mails")
                .isZero();

        assertThatThrownBy(() -> bench.complete(no, "userTask_correct", Map.of()))
                .hasMessageContaining("还没有提交");
        correct(no, "storeName", "西湖停车场");
        assertThat(bench.steps(no)).containsExactly("userTask_review");
        assertThat(bench.task(no, "userTask_review")).isNotNull();
        assertThat(bench.runtime
                        .createVariableInstanceQuery()
                        .variableName("reviewDecision")
                        .list())
                .as("an old decision does not stay")
                .noneMatch(variable -> no.equals(bench.runtime
                        .createProcessInstanceQuery()
                        .processInstanceId(variable.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()));
    }

    @Test
    void actsOnTheDecisionOfTheReviewerWhoCompletesTheTaskAndOnNobodyElses() {
        String no = bench.apply();
        TestReviews.accept(app, no, "another-reviewer");

        assertThatThrownBy(() -> bench.complete(no, "userTask_review", Map.of("reviewDecision", "accept")))
                .hasMessageContaining("您的审核意见没有保存");
        assertThat(application(no)).isEqualTo(ApplicationState.SUBMITTED);

        bench.accept(no);
        assertThat(application(no)).isEqualTo(ApplicationState.ACCEPTED);
    }

    @Test
    void refusesAnApplicationWithAReason() {
        String no = bench.apply();
        bench.refuse(no, "不在接入范围");
        assertThat(bench.ends(no)).contains("endEvent_notAccepted");
        assertThat(application(no)).isEqualTo(ApplicationState.REFUSED);
        assertThat(bench.jdbc
                        .sql("SELECT count(*) FROM mail WHERE body LIKE '%' || ? || '%' AND body LIKE '%不在接入范围%'")
                        .param(no)
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void takesNoDecisionThatTheFormHasNotStored() {
        String no = bench.apply();
        assertThatThrownBy(() -> bench.complete(no, "userTask_review", Map.of("reviewDecision", "accept")))
                .hasMessageContaining("审核意见没有保存");
        assertThatThrownBy(() -> bench.complete(no, "userTask_review", Map.of()))
                .hasMessageContaining("请先选择处理结果");
        assertThatThrownBy(() -> bench.complete(no, "userTask_review", Map.of("reviewDecision", "live")))
                .hasMessageContaining("请先选择处理结果");
        assertThatThrownBy(() -> bench.complete(
                        no, "userTask_review", Map.of("reviewDecision", "accept", "applicationNo", "WX1")))
                .isInstanceOf(RuntimeException.class);
        assertThat(bench.steps(no)).containsExactly("userTask_review");
    }

    @Test
    void startsAnApplicationOnceOnly() {
        String no = bench.apply();
        assertThatThrownBy(() -> bench.start(no)).hasMessageContaining("已经开始办理");
    }

    @Test
    void correctsWhatTheChannelRefusedAtTheDoor() {
        String no = bench.apply();
        bench.channel.submit =
                () -> new SubmitResult.Rejected(List.of(new FieldIssue("storeName", "门店名称不符合要求")), "参数错误");
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("微信支付驳回，请补正"));

        bench.channel.submit = () -> new SubmitResult.Submitted("A2");
        correct(no, "storeName", "西湖停车场");
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitReview");
        assertThat(bench.channel.told).containsExactly("submit " + no, "submit " + no);
    }

    @Test
    void correctsWhatTheChannelRefusedWhileTheMerchantWasToVerify() {
        String no = bench.apply();
        bench.accept(no);
        bench.channel.review = () -> new ReviewResult.AwaitingVerification("https://pay.example/v", "待账户验证");
        bench.worker.runOnce();
        bench.channel.review = () -> new ReviewResult.Rejected(List.of(new FieldIssue("accountName", "户名不一致")), "驳回");
        bench.clock.advance(Duration.ofMinutes(11));
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
    }

    @Test
    void findsTheReasonOfAnEmptyRefusalBeforeTheApplicantIsAsked() {
        String no = bench.apply();
        bench.channel.review = () -> new ReviewResult.Rejected(List.of(), "审核不通过");
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_findReason");
        assertThatThrownBy(() -> bench.complete(no, "userTask_findReason", Map.of("findReasonDecision", "correct")))
                .hasMessageContaining("请先登记");

        bench.answers.refused(no, List.of(new FieldIssue("storeName", "门店照片看不清")), "门店照片看不清");
        bench.complete(no, "userTask_findReason", Map.of("findReasonDecision", "correct"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
    }

    @Test
    void endsWhenTheReasonIsThatNothingCanBeCorrected() {
        String no = bench.apply();
        bench.channel.review = () -> new ReviewResult.Rejected(List.of(new FieldIssue("", "主体受限")), "主体受限");
        bench.accept(no);
        bench.worker.runOnce();
        bench.complete(no, "userTask_findReason", Map.of("findReasonDecision", "final"));
        assertThat(bench.ends(no)).contains("endEvent_channelRefusedForGood");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("微信支付拒绝"));
    }

    @Test
    void endsWhenTheChannelClosesTheApplication() {
        String no = bench.apply();
        bench.accept(no);
        bench.channel.review = () -> new ReviewResult.Closed("已作废");
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_channelRefusedForGood");
        assertThat(application(no)).isEqualTo(ApplicationState.CHANNEL_CLOSED);
    }

    @Test
    void withdrawsBeforeTheChannelKnowsWithoutTellingIt() {
        String no = bench.apply();
        bench.withdrawals.application(no, "operator-test", "换账户");
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_withdrawn");
        assertThat(bench.channel.told).isEmpty();
        assertThat(application(no)).isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    void tellsTheChannelOfAWithdrawal() {
        String no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        bench.withdrawals.application(no, "operator-test", "换账户");
        bench.worker.runOnce();
        assertThat(bench.channel.told).contains("withdraw " + no);
        assertThat(bench.ends(no)).contains("endEvent_withdrawn");
        assertThat(bench.mails(no))
                .anyMatch(subject -> subject.contains("已撤回"))
                .noneMatch(subject -> subject.contains("请告知"));
        assertThat(bench.remembered(no, "withdrawalByHand")).isEmpty();
    }

    @Test
    void asksTheReviewersToTellAChannelThatHasNoCallForAWithdrawal() {
        bench.channel.withdraw = () -> new ByHand("微信支付", "请作废申请单");
        String no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        bench.withdrawals.application(no, "operator-test", "换账户");
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_tellChannel");
        assertThat(bench.task(no, "userTask_tellChannel")).hasCandidateGroup("ops-reviewer");
        assertThat(bench.remembered(no, "withdrawalByHand")).contains("告知微信支付：请作废申请单");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.matches("请告知微信支付：撤回.+的微信支付申请"));
        bench.complete(no, "userTask_tellChannel", Map.of());
        assertThat(bench.ends(no)).contains("endEvent_toldByHand", "endEvent_withdrawn");
    }

    @Test
    void correctsAnAccountThatIsNotTheOneAppliedForAndOpensItAnew() {
        String no = opened();
        assertThatThrownBy(() -> checked(no, "correct")).hasMessageContaining("请先登记");
        bench.answers.remark(
                no, List.of(new FieldIssue("accountName", "与开户许可证不一致")), RemarkSource.CHANNEL, "wechatpay");
        bench.answers.said(no, "户名与开户许可证不一致");
        checked(no, "correct");
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        assertThat(bench.applications.openFields(no)).containsExactly("accountName");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("微信支付驳回，请补正"));
        assertThat(account(no).state()).isEqualTo(AccountState.APPLYING);

        correct(no, "accountName", bench.merchant.name());
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.channel.told).containsExactly("submit " + no, "submit " + no);
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
        checked(no, "confirm");
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
        assertThat(account(no).state()).isEqualTo(AccountState.ACTIVE);
    }

    @Test
    void endsWithTheChannelWhenTheAccountIsNotTheOneAppliedFor() {
        String no = opened();
        assertThatThrownBy(() -> checked(no, "close")).hasMessageContaining("请先登记");
        bench.answers.said(no, "主体不是申请的公司");
        checked(no, "close");
        assertThat(bench.ends(no)).contains("endEvent_accountGivenUp", "endEvent_channelRefusedForGood");
        assertThat(application(no)).isEqualTo(ApplicationState.CHANNEL_CLOSED);
        assertThat(account(no).state()).isEqualTo(AccountState.CLOSED);
    }

    @Test
    void asksAgainForAMailThatIsToBeVerifiedWhenItsRowWasLost() {
        String no = bench.apply();
        bench.accept(no);
        bench.channel.review = () -> new ReviewResult.AwaitingVerification("https://pay.example/v", "待账户验证");
        bench.worker.runOnce();
        WaitComparison comparison = app.getBean(WaitComparison.class);
        assertThat(comparison.compare()).as("nothing is stale, nothing lost").isZero();
        bench.jdbc.sql("DELETE FROM awaited_answer").update();
        assertThat(comparison.compare()).isEqualTo(1);
        bench.channel.review = () -> new ReviewResult.Approved("sub-" + no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
    }

    @Test
    void isPartlyConnectedWhenSomeLotsAreLive() {
        List<LotBinding> lots = bench.testing(2);
        String no = lots.get(0).applicationNo();
        bench.drive(lots.get(0));
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lots.get(0)));
        bench.withdrawals.lot(lots.get(1).id(), "operator-test", "停业");
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_partlyDone");
        assertThat(application(no)).isEqualTo(ApplicationState.PARTLY_DONE);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("部分接入"));
    }

    @Test
    void saysThatTheChannelDidNotAgreeWhenItRefusedTheLots() {
        bench.channel.registerLot = () -> new LotState.Refused("停车场不在服务范围");
        String no = bench.opened();
        bench.bind(no, 1);
        bench.worker.runOnce();
        bench.complete(
                ProcessBench.gate(bench.bindings.ofApplication(no).get(0)),
                "userTask_correctLot",
                Map.of("correctLotDecision", "giveUp"));
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_lotsRefused");
        assertThat(application(no)).isEqualTo(ApplicationState.LOTS_REFUSED);
        assertThat(account(no).state()).isEqualTo(AccountState.CLOSED);
        assertThat(bench.jdbc
                        .sql("SELECT body FROM mail WHERE subject LIKE '%渠道未同意%' AND body LIKE '%' || ? || '%'")
                        .param(no)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allSatisfy(body -> assertThat(body).contains("停车场不在服务范围"));
    }

    @Test
    void withdrawsEveryLotThatIsNotLive() {
        List<LotBinding> lots = bench.testing(2);
        String no = lots.get(0).applicationNo();
        bench.drive(lots.get(0));
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lots.get(0)));
        bench.withdrawals.application(no, "operator-test", "不再接入");
        bench.worker.runOnce();
        assertThat(state(lots.get(0))).isEqualTo(BindingState.LIVE);
        assertThat(state(lots.get(1))).isEqualTo(BindingState.WITHDRAWN);
        assertThat(bench.ends(no)).contains("endEvent_partlyDone");
        assertThatThrownBy(() -> bench.withdrawals.application(no, "operator-test", "再来"))
                .hasMessageContaining("没有可以撤回的内容");
    }

    @Test
    void isWithdrawnWhenNoLotWentLive() {
        List<LotBinding> lots = bench.testing(1);
        String no = lots.get(0).applicationNo();
        bench.withdrawals.lot(lots.get(0).id(), "operator-test", "停业");
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_noLotLive");
        assertThat(application(no)).isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    void remindsBeforeAndEscalatesAfterTheDueDateOfATask() {
        String no = bench.apply();
        bench.clock.advance(Duration.ofHours(25));
        bench.runJobs(no);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("提醒：受理"));
        assertThat(bench.mails(no)).noneMatch(subject -> subject.contains("超期"));
        bench.clock.advance(Duration.ofDays(2));
        bench.runJobs(no);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("超期：受理"));
        assertThat(timeouts(no)).isZero();
        assertThat(bench.steps(no)).containsExactly("userTask_review");
    }

    @Test
    void escalatesAReviewThatTakesTooLongAndGoesOnWaiting() {
        String no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        bench.clock.advance(Duration.ofDays(15));
        bench.runJobs(no);
        assertThat(bench.ends(no)).contains("endEvent_reviewEscalated");
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitReview");
    }

    @Test
    void triesATechnicalFailureAgainAndRaisesAnIncidentInTheEnd() {
        String no = bench.apply();
        bench.channel.submit = () -> {
            throw new ChannelException("timed out");
        };
        bench.accept(no);
        for (int attempt = 0; attempt < 6; attempt++) {
            bench.worker.runOnce();
            bench.clock.advance(Duration.ofHours(5));
        }
        String instance = bench.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .singleResult()
                .getId();
        assertThat(bench.runtime
                        .createIncidentQuery()
                        .processInstanceId(instance)
                        .list())
                .singleElement()
                .satisfies(incident -> assertThat(incident.getActivityId()).isEqualTo("serviceTask_submitApplication"));
        assertThat(bench.channel.told).hasSize(6);
        assertThat(bench.mails(instance)).as("mail to the supervisors").anyMatch(subject -> subject.contains("平台处理出错"));
    }

    /** Up to the check of the account that the channel has opened. */
    private String opened() {
        String no = bench.apply();
        bench.channel.review = () -> new ReviewResult.Approved("sub-" + no);
        bench.accept(no);
        bench.worker.runOnce();
        return no;
    }

    private void checked(String no, String decision) {
        bench.complete(no, "userTask_confirmAccount", Map.of("accountDecision", decision));
    }

    private ReceivingAccount account(String no) {
        return app.getBean(ReceivingAccounts.class).byApplication(no).orElseThrow();
    }

    /** Of the application's own tasks: the one of the supervisors has timers of its own. */
    private long timeouts(String no) {
        return bench.runtime.createProcessInstanceQuery().processInstanceBusinessKey(no).list().stream()
                .filter(instance -> !instance.getProcessDefinitionId().startsWith("escalation:"))
                .mapToLong(instance -> bench.jobs
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .count())
                .sum();
    }

    private void correct(String no, String field, String value) {
        bench.drafts.save(no, Map.of(field, value), "operator-test");
        bench.correct(no);
    }

    private BindingState state(LotBinding lot) {
        return bench.bindings.byId(lot.id()).orElseThrow().state();
    }

    private ApplicationState application(String no) {
        return bench.applications.byNo(no).state();
    }

    private ProcessInstance procedure(String no) {
        return bench.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(no, "wechatpay-onboarding")
                .singleResult();
    }
}
