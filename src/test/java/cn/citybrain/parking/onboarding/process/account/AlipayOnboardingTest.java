package cn.citybrain.parking.onboarding.process.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.RemarkSource;
import cn.citybrain.parking.onboarding.application.SampleAlipay;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.account.SignState;
import cn.citybrain.parking.onboarding.channel.account.SubmitResult;
import cn.citybrain.parking.onboarding.merchant.AccountState;
import cn.citybrain.parking.onboarding.merchant.BindingRefused;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.answer.Polls;
import cn.citybrain.parking.onboarding.process.expiry.ForgottenApplications;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every path of {@code alipay-onboarding}. */
@OnboardingTest
class AlipayOnboardingTest {

    private static final AtomicLong PID = new AtomicLong(2088_1000_0000_0000L);
    private static final Duration POLL = Duration.ofMinutes(11);

    @Autowired
    ApplicationContext app;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    ParkingLots lots;

    ProcessBench bench;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app, Channel.ALIPAY);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void goesFromTheAccountThroughApplicationAndSignatureToLiveLots() {
        String no = begun();
        assertThat(bench.steps(no)).containsExactly("userTask_confirmEnterpriseAccount");
        assertThat(state(no)).isEqualTo(ApplicationState.FILLING);

        String pid = account(no);
        assertThat(bench.channel.told).containsExactly("signState " + pid);
        assertThat(bench.steps(no)).containsExactly("userTask_fillApplication");

        form(no);
        assertThat(bench.steps(no)).containsExactly("userTask_review");
        assertThat(bench.task(no, "userTask_review").getName())
                .as("受理 is called under the procedure's own name")
                .isEqualTo("审核并代提交支付宝申请");
        bench.accept(no);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("资料审核通过"));
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitReview");
        assertThat(bench.applications.byNo(no).expectedAt()).isAfter(bench.clock.instant());

        answer(new ReviewResult.AwaitingSignature("https://alipay.example/sign", "待商户确认"));
        assertThat(bench.steps(no)).containsExactly("userTask_sign");
        assertThat(bench.applications.byNo(no).channelLink()).isEqualTo("https://alipay.example/sign");
        assertThat(bench.applications.byNo(no).channelLinkUntil())
                .isEqualTo(bench.clock.instant().plus(Duration.ofDays(15)));
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("请签署支付宝协议"));

        answer(new ReviewResult.Approved(pid));
        assertThat(bench.steps(no)).containsExactly("userTask_fillReceivingAccount");
        assertThat(account(no, AccountState.ACTIVE)).isEqualTo(pid);
        assertThat(state(no)).isEqualTo(ApplicationState.FILLING);
        assertThat(bench.applications.byNo(no).channelLink()).isNull();

        receiving(no);
        assertThat(bench.steps(no)).containsExactly("userTask_review");
        assertThat(bench.task(no, "userTask_review").getName()).isEqualTo("受理");
        accept(no);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("受理完成"));
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
        assertThat(state(no)).isEqualTo(ApplicationState.BINDING);

        LotBinding lot = bound(no);
        bench.prepare(lot);
        bench.drive(lot);
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lot));
        assertThat(bench.bindings.byId(lot.id()).orElseThrow().state()).isEqualTo(BindingState.LIVE);
        assertThat(bench.ends(no)).contains("endEvent_done");
        assertThat(state(no)).isEqualTo(ApplicationState.DONE);
    }

    @Test
    void goesStraightToTheReceivingAccountWhenTheProductIsSigned() {
        bench.channel.signState = SignState.Signed::new;
        String no = begun();
        String pid = account(no);
        assertThat(bench.steps(no)).containsExactly("userTask_fillReceivingAccount");
        assertThat(bench.applications.byNo(no).stages()).containsExactly("account", "receive");
        assertThat(account(no, AccountState.ACTIVE)).isEqualTo(pid);

        receiving(no);
        accept(no);
        assertThat(state(no)).isEqualTo(ApplicationState.BINDING);
        bench.withdrawals.application(no, "operator-test", "不接了");
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_withdrawn");
        assertThat(bench.channel.told).as("Alipay never got an application").noneMatch(call -> call.contains(no));
    }

    @Test
    void asksForTheAccountAgainWhenAlipayCannotTell() {
        bench.channel.signState = account -> new SignState.Undeterminable("支付宝查不到该账号，请改填 PID");
        String no = begun();
        account(no);
        assertThat(bench.steps(no)).containsExactly("userTask_confirmEnterpriseAccount");
        assertThat(state(no)).isEqualTo(ApplicationState.CHANNEL_REFUSED);
        assertThat(bench.applications.openFields(no)).containsExactly("alipayAccount");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("支付宝驳回，请补正"));
        assertThat(bench.mails(no))
                .filteredOn(subject -> subject.contains("待办：确认企业支付宝账户"))
                .hasSize(1);
        assertThatThrownBy(() -> bench.complete(no, "userTask_confirmEnterpriseAccount", Map.of()))
                .hasMessageContaining("还没有提交");

        bench.channel.signState = account -> new SignState.NotSigned("尚未签约");
        String pid = pid();
        submit(no, "userTask_confirmEnterpriseAccount", Map.of("alipayAccount", pid), List.of());
        bench.worker.runOnce();
        assertThat(bench.channel.told).endsWith("signState " + pid);
        assertThat(bench.steps(no)).containsExactly("userTask_fillApplication");
    }

    @Test
    void staysAtTheAccountUntilThereIsOne() {
        String no = begun();
        assertThatThrownBy(() -> bench.complete(no, "userTask_confirmEnterpriseAccount", Map.of()))
                .hasMessageContaining("“确认企业支付宝账户”还没有提交");
        Map<String, String> values = SampleAlipay.account(bench.merchant, pid());
        values.put("hasEnterpriseAccount", "false");
        SampleAlipay.fill(bench.drafts, no, values, List.of());
        assertThatThrownBy(() -> bench.drafts.submit(no, "operator-test"))
                .isInstanceOf(InvalidFields.class)
                .hasMessageContaining("b.alipay.com");
        assertThat(bench.steps(no)).containsExactly("userTask_confirmEnterpriseAccount");
    }

    @Test
    void refusesTheSameAccountTwiceNamingTheOtherApplication() {
        String first = begun();
        String pid = account(first);
        String second = begun();
        SampleAlipay.fill(bench.drafts, second, SampleAlipay.account(bench.merchant, pid), List.of());
        assertThatThrownBy(() -> bench.drafts.submit(second, "operator-test"))
                .isInstanceOf(InvalidFields.class)
                .hasMessageContaining(first);
    }

    @Test
    void knowsAnAccountByTheNumberThatAlipayGaveIt() {
        String first = begun();
        submit(
                first,
                "userTask_confirmEnterpriseAccount",
                SampleAlipay.account(bench.merchant, "pay" + PID.incrementAndGet() + "@Example.com"),
                List.of());
        bench.worker.runOnce();
        String pid = pid();
        form(first);
        bench.accept(first);
        bench.channel.review = () -> new ReviewResult.Approved(pid);
        bench.worker.runOnce();
        String second = begun();
        SampleAlipay.fill(bench.drafts, second, SampleAlipay.account(bench.merchant, pid), List.of());
        assertThat(bench.drafts.check(second).fields().get("alipayAccount")).contains(first);
    }

    @Test
    void returnsTheFormWithReasonsAlsoOnWhatWasSubmittedBefore() {
        String no = reviewable();
        bench.giveBack(no, "contactEmail", "邮箱退信");
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        assertThat(state(no)).isEqualTo(ApplicationState.RETURNED);
        assertThat(bench.applications.openFields(no)).containsExactly("contactEmail");
        assertThat(bench.mails(no))
                .filteredOn(subject -> subject.contains("请补正"))
                .isNotEmpty();
        assertThat(bench.mails(no))
                .as("one mail about the return, not a second one about the task")
                .filteredOn(subject -> subject.contains("待办：补正申请资料"))
                .isEmpty();

        submit(no, "userTask_correct", Map.of("contactEmail", "new@example.com"), List.of());
        assertThat(bench.steps(no)).containsExactly("userTask_review");
        assertThat(bench.applications.contactEmail(no)).isEqualTo("new@example.com");
    }

    @Test
    void endsWhenTheFormIsNotSubmittedOnBehalf() {
        String no = reviewable();
        bench.refuse(no, "停车场不在杭州");
        assertThat(bench.ends(no)).contains("endEvent_refused", "endEvent_notAccepted");
        assertThat(state(no)).isEqualTo(ApplicationState.REFUSED);
        assertThat(bench.channel.told).noneMatch(call -> call.startsWith("submit"));
    }

    @Test
    void letsNobodyReviewWhatTheyFiled() {
        String no = reviewable();
        TestReviews.accept(app, no, ProcessBench.REVIEWER);
        var task = bench.task(no, "userTask_review");
        bench.tasks.setAssignee(task.getId(), "operator-test");
        assertThatThrownBy(() -> bench.tasks.complete(task.getId(), Map.of("reviewDecision", "accept")))
                .hasMessageContaining("由您本人填报");
    }

    @Test
    void comesBackToTheFormWithAlipaysReasonsAndIsReviewedAgain() {
        String no = withAlipay();
        answer(new ReviewResult.Rejected(List.of(new FieldIssue("licenceCopy", "营业执照看不清")), "审核未通过"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        assertThat(bench.applications.openFields(no)).containsExactly("licenceCopy");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("支付宝驳回，请补正"));
        bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        submit(no, "userTask_correct", Map.of(), List.of("licenceCopy"));
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.channel.told.stream().filter(("submit " + no)::equals)).hasSize(2);
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitReview");
    }

    @Test
    void comesBackFromTheDoorAndFromTheSignatureToo() {
        String no = reviewable();
        bench.channel.submit = () -> new SubmitResult.Rejected(List.of(new FieldIssue("storeName", "门店名称不规范")), "参数错误");
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        bench.channel.submit = () -> new SubmitResult.Submitted("B1");
        submit(no, "userTask_correct", Map.of("storeName", bench.lot().name()), List.of());
        bench.accept(no);
        bench.worker.runOnce();

        answer(new ReviewResult.AwaitingSignature("https://alipay.example/sign", "待商户确认"));
        answer(new ReviewResult.Rejected(List.of(new FieldIssue("alipayAccount", "商户拒绝签约")), "商户拒绝"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        assertThat(bench.applications.openFields(no)).containsExactly("alipayAccount");
    }

    @Test
    void findsTheReasonOfAnEmptyRefusalFirst() {
        String no = withAlipay();
        answer(new ReviewResult.Rejected(List.of(), "审核未通过"));
        assertThat(bench.steps(no)).containsExactly("userTask_findReason");
        bench.answers.refused(no, List.of(new FieldIssue("storeEntrancePic", "门头照没有名称")), "门头照没有名称");
        bench.complete(no, "userTask_findReason", Map.of("findReasonDecision", "correct"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
    }

    @Test
    void endsWhenTheReasonIsThatNothingCanBeCorrected() {
        String no = withAlipay();
        answer(new ReviewResult.Rejected(List.of(new FieldIssue("", "行业受限")), "行业受限"));
        bench.complete(no, "userTask_findReason", Map.of("findReasonDecision", "final"));
        assertThat(bench.ends(no)).contains("endEvent_channelRefusedForGood");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("支付宝拒绝"));
    }

    @Test
    void endsWhenAlipayClosesTheApplication() {
        String no = withAlipay();
        answer(new ReviewResult.Closed("合约已失效"));
        assertThat(bench.ends(no)).contains("endEvent_channelRefusedForGood");
        assertThat(state(no)).isEqualTo(ApplicationState.CHANNEL_CLOSED);
        assertThat(accounts.byApplication(no).orElseThrow().state()).isEqualTo(AccountState.CLOSED);
    }

    @Test
    void submitsAgainWhenTheLinkHasExpiredAndTellsTheOperator() {
        String no = withAlipay();
        answer(new ReviewResult.AwaitingSignature("https://alipay.example/1", "待商户确认"));
        var end = bench.applications.byNo(no).channelLinkUntil();
        answer(new ReviewResult.AwaitingSignature("https://alipay.example/1", "待商户确认"));
        assertThat(bench.applications.byNo(no).channelLinkUntil())
                .as("asking does not put the end off")
                .isEqualTo(end);

        answer(new ReviewResult.Expired("超过 15 天没有确认"));
        assertThat(bench.steps(no)).containsExactly("event_renew");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("签约链接已过期"));
        bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        renew(no);
        assertThat(bench.channel.told.stream().filter(("submit " + no)::equals)).hasSize(2);
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitReview");
        assertThat(bench.applications.byNo(no).channelLink()).isNull();

        answer(new ReviewResult.AwaitingSignature("https://alipay.example/2", "待商户确认"));
        assertThat(bench.applications.byNo(no).channelLinkUntil())
                .isEqualTo(bench.clock.instant().plus(Duration.ofDays(15)));
    }

    @Test
    void submitsAgainAtMostOncePerWorkingDay() {
        String no = withAlipay();
        answer(new ReviewResult.Expired("超过 15 天没有确认"));
        assertThat(bench.steps(no)).as("expired before anybody asked").containsExactly("event_renew");
        renew(no);
        assertThat(bench.channel.told.stream().filter(("submit " + no)::equals)).hasSize(2);
        assertThat(bench.steps(no)).as("Alipay still says so").containsExactly("event_renew");
    }

    @Test
    void letsAReviewerDecideWhenTheLinkHasRunOutAfterTwoRenewals() {
        String no = renewedTwice();
        assertThat(bench.task(no, "userTask_decideRenewal").getName()).isEqualTo("决定是否再次续办");
        bench.complete(no, "userTask_decideRenewal", Map.of("renewalDecision", "renew"));
        assertThat(bench.steps(no)).containsExactly("event_renew");
        renew(no);
        assertThat(bench.channel.told.stream().filter(("submit " + no)::equals)).hasSize(4);
        assertThat(bench.steps(no)).as("and again").containsExactly("userTask_decideRenewal");
    }

    @Test
    void goesBackToTheFormWhenAReviewerSaysSo() {
        String no = renewedTwice();
        assertThatThrownBy(() -> bench.complete(no, "userTask_decideRenewal", Map.of("renewalDecision", "correct")))
                .hasMessageContaining("请先登记");
        bench.answers.remark(no, List.of(new FieldIssue("contactEmail", "负责签约的人已经离职")), RemarkSource.CHANNEL, "alipay");
        bench.answers.said(no, "负责签约的人已经离职");
        bench.complete(no, "userTask_decideRenewal", Map.of("renewalDecision", "correct"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        assertThat(bench.applications.openFields(no)).containsExactly("contactEmail");
        submit(no, "userTask_correct", Map.of("contactEmail", "new@example.com"), List.of());
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).as("renewals are counted anew").containsExactly("event_renew");
    }

    @Test
    void endsWhenAReviewerGivesTheSignatureUp() {
        String no = renewedTwice();
        bench.answers.said(no, "车场方不再签约");
        bench.complete(no, "userTask_decideRenewal", Map.of("renewalDecision", "giveUp"));
        assertThat(bench.ends(no)).contains("endEvent_signatureGivenUp", "endEvent_channelRefusedForGood");
        assertThat(state(no)).isEqualTo(ApplicationState.CHANNEL_CLOSED);
    }

    /** What is left is a form of ours; but Alipay has the contract, and would have to be told. */
    @Test
    void isNotForgottenOnceItIsSigned() {
        String no = withAlipay();
        answer(new ReviewResult.Approved(pid()));
        forget();
        assertThat(bench.steps(no)).containsExactly("userTask_fillReceivingAccount");
        assertThat(bench.mails(no)).noneMatch(subject -> subject.contains("即将过期"));
    }

    @Test
    void isForgottenAtTheReceivingAccountIfAlipayNeverGotAnApplication() {
        bench.channel.signState = SignState.Signed::new;
        String no = begun();
        account(no);
        forget();
        assertThat(bench.ends(no)).contains("endEvent_expired");
        assertThat(state(no)).isEqualTo(ApplicationState.EXPIRED);
    }

    private void forget() {
        for (int days : List.of(53, 7)) {
            bench.clock.advance(Duration.ofDays(days));
            app.getBean(ForgottenApplications.class).runOnce();
        }
    }

    @Test
    void waitsOnWhenAlipayOpensTheProductAfterTheSignature() {
        String no = withAlipay();
        answer(new ReviewResult.AwaitingSignature("https://alipay.example/1", "待商户确认"));
        answer(new ReviewResult.UnderReview("商户已确认，正在开通产品"));
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitReview");
        answer(new ReviewResult.Approved(pid()));
        assertThat(bench.steps(no)).containsExactly("userTask_fillReceivingAccount");
        assertThat(bench.mails(no))
                .filteredOn(subject -> subject.contains("账户已开通"))
                .isNotEmpty();
    }

    @Test
    void letsNobodySignByHand() {
        String no = withAlipay();
        answer(new ReviewResult.AwaitingSignature("https://alipay.example/1", "待商户确认"));
        assertThat(app.getBean(Polls.class).now(no)).as("我已签约，立即查询").isEqualTo(1);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_sign");
    }

    @Test
    void remindsAfterSevenAndEscalatesAfterTenWorkingDays() {
        String no = withAlipay();
        bench.clock.advance(Duration.ofDays(9).plusHours(12));
        bench.runJobs(no);
        assertThat(bench.ends(no)).contains("endEvent_reviewReminded").doesNotContain("endEvent_reviewEscalated");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("请催办：等待支付宝审核"));
        assertThat(bench.mails(no)).noneMatch(subject -> subject.contains("超期：等待支付宝审核"));
        bench.clock.advance(Duration.ofDays(5));
        bench.runJobs(no);
        assertThat(bench.ends(no)).contains("endEvent_reviewReminded", "endEvent_reviewEscalated");
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("超期：等待支付宝审核"));
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitReview");
    }

    @Test
    void remindsOfEveryTaskAndEscalatesIt() {
        String no = begun();
        bench.clock.advance(Duration.ofDays(10));
        bench.runJobs(no);
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("提醒：确认企业支付宝账户"));
        assertThat(bench.mails(no)).anyMatch(subject -> subject.contains("超期：确认企业支付宝账户"));
        assertThat(bench.steps(no)).containsExactly("userTask_confirmEnterpriseAccount");
    }

    @Test
    void returnsTheReceivingAccountAndAcceptsItThen() {
        String no = receivable();
        TestReviews.giveBack(app, no, ProcessBench.REVIEWER, "billName", "请写停车场的名字");
        bench.complete(no, "userTask_review", Map.of("reviewDecision", "return"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        assertThat(bench.applications.openFields(no)).containsExactly("billName");
        submit(no, "userTask_correct", Map.of("billName", "西湖停车"), List.of());
        accept(no);
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
    }

    @Test
    void keepsTheAccountThatAlipayHasConfirmed() {
        String no = receivable();
        assertThatThrownBy(() -> TestReviews.giveBack(app, no, ProcessBench.REVIEWER, "alipayAccount", "换一个"))
                .isInstanceOf(InvalidFields.class)
                .hasMessageContaining("企业支付宝账号已由渠道确认");
    }

    @Test
    void closesTheAccountWhenItIsNotAccepted() {
        String no = receivable();
        TestReviews.refuse(app, no, ProcessBench.REVIEWER, "收款主体与停车场无关");
        bench.complete(no, "userTask_review", Map.of("reviewDecision", "refuse"));
        assertThat(bench.ends(no)).contains("endEvent_refused", "endEvent_notAccepted");
        assertThat(accounts.byApplication(no).orElseThrow().state()).isEqualTo(AccountState.CLOSED);
    }

    @Test
    void bindsNoLotThatAlipayCouldNotFind() {
        String no = receivable();
        accept(no);
        ParkingLot lot = bench.lot();
        assertThatThrownBy(() -> app.getBean(ChosenLots.class).choose(no, List.of(lot.code()), "operator-test"))
                .isInstanceOf(BindingRefused.class)
                .hasMessageContaining(lot.name())
                .hasMessageContaining("经纬度和客服电话");
        assertThatThrownBy(() -> bench.complete(no, "userTask_bindLots", Map.of()))
                .hasMessageContaining("至少选择一个停车场");
    }

    @Test
    void addsNoLotThatAlipayCouldNotFind() {
        String no = receivable();
        accept(no);
        bound(no);
        ParkingLot lot = bench.lot();
        Map<String, Object> variables = Map.of("applicationNo", no, "lotCode", lot.code());
        assertThatThrownBy(() -> bench.runtime.startProcessInstanceByKey("add-lot", variables))
                .hasMessageContaining("经纬度和客服电话");
        locate(lot);
        bench.runtime.startProcessInstanceByKey("add-lot", variables);
        assertThat(bench.bindings.of(lot.code())).hasSize(1);
    }

    @Test
    void isOverWhenNoLotWentLive() {
        String no = receivable();
        accept(no);
        LotBinding lot = bound(no);
        bench.withdrawals.lot(lot.id(), "operator-test", "停业");
        bench.worker.runOnce();
        assertThat(bench.ends(no)).contains("endEvent_noLotLive");
        assertThat(state(no)).isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    void withdrawsAnywhereAndTellsAlipayOnceItHadTheApplication() {
        String early = begun();
        bench.withdrawals.application(early, "operator-test", "换账户");
        bench.worker.runOnce();
        assertThat(bench.ends(early)).contains("endEvent_withdrawn");
        assertThat(bench.channel.told).isEmpty();

        String late = withAlipay();
        bench.withdrawals.application(late, "operator-test", "换账户");
        bench.worker.runOnce();
        assertThat(bench.channel.told).contains("withdraw " + late);
        assertThat(state(late)).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(bench.mails(late)).anyMatch(subject -> subject.contains("已撤回"));
    }

    @Test
    void triesAgainWhenAlipayIsAway() {
        bench.channel.signState = account -> {
            throw new ChannelException("timed out");
        };
        String no = begun();
        account(no);
        for (int attempt = 0; attempt < 6; attempt++) {
            bench.clock.advance(Duration.ofHours(5));
            bench.worker.runOnce();
        }
        assertThat(bench.runtime
                        .createIncidentQuery()
                        .activityId("serviceTask_signState")
                        .list())
                .hasSize(1);
        assertThat(bench.steps(no)).containsExactly("serviceTask_signState");
    }

    @Test
    void startsOnceAndOnlyItsOwnApplications() {
        String no = begun();
        assertThatThrownBy(() -> bench.start(no)).hasMessageContaining("已经开始办理");
        String wechat = SampleForm.submit(bench.drafts, bench.merchant, "57190000" + PID.incrementAndGet(), "op");
        assertThatThrownBy(() -> bench.start(wechat)).hasMessageContaining("不是这个渠道的申请");
    }

    private String begun() {
        String no = bench.drafts.create(Channel.ALIPAY, bench.merchant.tenantId(), "operator-test");
        bench.start(no);
        return no;
    }

    /** The account is submitted, and Alipay was asked about it. */
    private String account(String no) {
        String pid = pid();
        submit(no, "userTask_confirmEnterpriseAccount", SampleAlipay.account(bench.merchant, pid), List.of());
        bench.worker.runOnce();
        return pid;
    }

    private void form(String no) {
        submit(no, "userTask_fillApplication", SampleAlipay.form(bench.lot()), List.of());
        assertThat(bench.steps(no)).containsExactly("userTask_uploadLicence");
        submit(no, "userTask_uploadLicence", Map.of(), SampleAlipay.FORM_PAPERS);
    }

    private void receiving(String no) {
        Map<String, String> values = SampleAlipay.receiving(bench.merchant, no);
        submit(no, "userTask_fillReceivingAccount", values, SampleAlipay.RECEIVING_PAPERS);
    }

    private void submit(String no, String task, Map<String, String> values, List<String> papers) {
        SampleAlipay.fill(bench.drafts, no, values, papers);
        TestForms.resubmit(bench.drafts, no, "operator-test");
        bench.complete(no, task, Map.of());
    }

    private String reviewable() {
        String no = begun();
        account(no);
        form(no);
        return no;
    }

    private String withAlipay() {
        String no = reviewable();
        bench.accept(no);
        bench.worker.runOnce();
        return no;
    }

    /** Nobody has used the link, nor those of two renewals. */
    private String renewedTwice() {
        String no = withAlipay();
        answer(new ReviewResult.Expired("超过 15 天没有确认"));
        for (int renewal = 0; renewal < 2; renewal++) {
            assertThat(bench.steps(no)).containsExactly("event_renew");
            renew(no);
        }
        assertThat(bench.steps(no)).containsExactly("userTask_decideRenewal");
        return no;
    }

    private String receivable() {
        bench.channel.signState = SignState.Signed::new;
        String no = begun();
        account(no);
        receiving(no);
        return no;
    }

    private void accept(String no) {
        TestReviews.accept(app, no, ProcessBench.REVIEWER);
        bench.complete(no, "userTask_review", Map.of("reviewDecision", "accept"));
    }

    private LotBinding bound(String no) {
        ParkingLot lot = bench.lot();
        locate(lot);
        app.getBean(ChosenLots.class).choose(no, List.of(lot.code()), "operator-test");
        bench.complete(no, "userTask_bindLots", Map.of());
        bench.worker.runOnce();
        return bench.bindings.ofApplication(no).get(0);
    }

    private void locate(ParkingLot lot) {
        lots.locate(lot.code(), "120.155070", "30.274085", "0571-88888888");
    }

    /** What Alipay says when it is asked the next time. */
    private void answer(ReviewResult result) {
        bench.channel.review = () -> result;
        bench.clock.advance(POLL);
        bench.worker.runOnce();
    }

    /** The next working day comes. */
    private void renew(String no) {
        bench.clock.advance(Duration.ofDays(4));
        bench.runJobs(no);
        bench.worker.runOnce();
    }

    private static String pid() {
        return String.valueOf(PID.incrementAndGet());
    }

    private String account(String no, AccountState wanted) {
        var account = accounts.byApplication(no).orElseThrow();
        assertThat(account.state()).isEqualTo(wanted);
        return account.channelAccount();
    }

    private ApplicationState state(String no) {
        return bench.applications.byNo(no).state();
    }
}
