package cn.citybrain.parking.onboarding.process.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** 处理有争议的扣款: the money goes back before anything else happens. */
@OnboardingTest
class DisputedDeductionTest {

    @Autowired
    ApplicationContext app;

    @LocalServerPort
    int port;

    ProcessBench bench;
    Refunds refunds;
    LotBinding lot;

    @BeforeEach
    void chargedAnotherAmount() {
        bench = new ProcessBench(app);
        refunds = app.getBean(Refunds.class);
        lot = bench.testing(1).get(0);
        bench.channel.deduct = ScriptedChannel::chargedAnotherAmount;
        bench.drive(lot);
        bench.worker.runOnce();
        assertThat(steps()).containsExactly("userTask_disputed");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"retest", "giveUp"})
    void nothingIsDecidedBeforeTheChannelHasGivenTheMoneyBack(String decision) {
        bench.channel.refund = RefundResult.Pending::new;
        refused(decision, "还没有退款");

        long declined = refunds.request(charge().id(), "supervisor-test", "金额不符");
        refused(decision, "请另一位主管在停车场页面批准");
        refunds.decline(declined, "supervisor2-test");
        refused(decision, "没有获得批准");

        long refund = refunds.request(charge().id(), "supervisor-test", "金额不符");
        refunds.approve(refund, "supervisor2-test");
        refused(decision, "正在等待渠道确认退款");
        sweep();
        refused(decision, "正在等待渠道确认退款");

        bench.channel.refundState = () -> new RefundResult.Failed("NOTENOUGH", "商户余额不足");
        sweep();
        refused(decision, "正在向渠道核对实际扣款金额");
        bench.channel.query = ScriptedChannel::chargedAnotherAmount;
        sweep();
        refused(decision, "渠道没有退成款（商户余额不足");

        bench.channel.refund = () -> new RefundResult.Refunded("RF1");
        refunds.approve(refunds.request(charge().id(), "supervisor-test", "金额不符"), "supervisor2-test");
        sweep();
        decide(decision);
        assertThat(steps()).doesNotContain("userTask_disputed");
        assertThat(charge().disputeClosedAt()).isEqualTo(bench.clock.instant());
    }

    @Test
    void theSupervisorsHearOfEveryTurnOfTheRefund() {
        long refund = refunds.request(charge().id(), "supervisor-test", "金额不符");
        assertThat(bench.mails(lot.lotName()))
                .filteredOn(subject -> subject.contains("退款"))
                .as("one for each of the two supervisors")
                .hasSize(2)
                .allMatch(subject -> subject.contains("等待另一位主管批准"));
        refunds.approve(refund, "supervisor2-test");
        sweep();
        assertThat(bench.mails(lot.lotName())).anyMatch(subject -> subject.contains("退款：已退款"));
    }

    @Test
    void aLotIsLiveAfterARefundAndAnotherTest() {
        giveBack();
        decide("retest");
        assertThat(steps()).containsExactly("receiveTask_awaitRecord");
        anotherTestPasses();
    }

    @Test
    void aLotThatIsGivenUpIsWithdrawn() {
        giveBack();
        decide("giveUp");
        bench.worker.runOnce();
        assertThat(state()).isEqualTo(BindingState.WITHDRAWN);
    }

    @Test
    void theLotIsToldThatItWasNotPaidOnceTheDisputeIsOver() {
        assertThat(payResults()).isEmpty();
        giveBack();
        assertThat(payResults()).isEmpty();
        decide("retest");
        assertThat(payResults()).singleElement().asString().contains("款项已退回");
    }

    @Test
    void nothingGoesBackWhenNothingWasCharged() {
        bench.channel.refund = () -> new RefundResult.Failed("NOT_PAID", "订单未支付");
        bench.channel.query = sent -> new DeductionResult.Failed("CLOSED", "订单已关闭");
        giveBack();
        refused("retest", "正在向渠道核对实际扣款金额");
        askingIsRefused("正在向渠道核对实际扣款金额");

        sweep();
        assertThat(charge().chargedAmount()).isZero();
        askingIsRefused("没有可退的款项");
        decide("retest");
        assertThat(steps()).containsExactly("receiveTask_awaitRecord");
        assertThat(payResults()).singleElement().asString().contains("渠道确认没有扣款").doesNotContain("退回");
        assertThat(charge().state()).isEqualTo(DeductionState.FAILED);
        anotherTestPasses();
    }

    @Test
    void anOrderThatTheChannelNeverSawIsBelievedAfterItsTime() {
        bench.channel.refund = () -> new RefundResult.Failed("NOT_PAID", "订单未支付");
        bench.channel.query = sent -> new DeductionResult.NeverSeen();
        refunds.approve(refunds.request(charge().id(), "supervisor-test", "金额不符"), "supervisor2-test");
        app.getBean(Reconciliation.class).sweep();
        app.getBean(Reconciliation.class).sweep();
        refused("giveUp", "正在向渠道核对实际扣款金额");

        sweep();
        assertThat(charge().chargedAmount()).isZero();
        decide("giveUp");
        bench.worker.runOnce();
        assertThat(state()).isEqualTo(BindingState.WITHDRAWN);
    }

    @Test
    void aDisputeIsNotHiddenByAWithdrawal() {
        bench.withdrawals.lot(lot.id(), "operator-test", "停业");
        var shown = Browser.json(Browser.of(port, "supervisor").get("/api/bindings/" + lot.id()));
        assertThat(shown.at("/turns/0/text").asText()).startsWith("正在撤回：扣款有争议：这笔扣款还没有退款");
        assertThat(shown.at("/turns/0/who").asText()).contains("主管");
    }

    private void anotherTestPasses() {
        bench.channel.deduct = ScriptedChannel::charged;
        bench.drive(lot);
        bench.worker.runOnce();
        bench.runJobs(gate());
        assertThat(state()).isEqualTo(BindingState.LIVE);
    }

    private void askingIsRefused(String why) {
        assertThatThrownBy(() -> refunds.request(charge().id(), "supervisor-test", "金额不符"))
                .hasMessageContaining(why);
    }

    private List<String> payResults() {
        return bench.jdbc
                .sql("SELECT content FROM lot_message WHERE lot_code = ?")
                .param(lot.lotCode())
                .query(String.class)
                .list();
    }

    private void giveBack() {
        refunds.approve(refunds.request(charge().id(), "supervisor-test", "金额不符"), "supervisor2-test");
        sweep();
    }

    private void sweep() {
        bench.clock.advance(Duration.ofMinutes(5));
        app.getBean(Reconciliation.class).sweep();
    }

    private void refused(String decision, String why) {
        assertThatThrownBy(() -> decide(decision)).hasMessageContaining(why).hasMessageContaining("渠道确认退款以后，才能重新测试或放弃");
        assertThat(steps()).containsExactly("userTask_disputed");
        assertThat(bench.bindings.withdrawalRequested(lot.id())).isFalse();
    }

    private void decide(String decision) {
        bench.complete(gate(), "userTask_disputed", Map.of("disputedDecision", decision));
    }

    private Deduction charge() {
        return app.getBean(Deductions.class).latest(lot.id()).orElseThrow();
    }

    private Set<String> steps() {
        return bench.steps(gate());
    }

    private String gate() {
        return ProcessBench.gate(lot);
    }

    private BindingState state() {
        return bench.bindings.byId(lot.id()).orElseThrow().state();
    }
}
