package cn.citybrain.parking.onboarding.deduction.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.RefundOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.deduction.DeductionStep;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.RefundMoved;
import cn.citybrain.parking.onboarding.deduction.RefundRefused;
import cn.citybrain.parking.onboarding.deduction.TestBench;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@OnboardingTest
class RefundsTest {

    @Autowired
    ApplicationContext context;

    TestBench bench;
    Bill bill;
    LotBinding binding;

    @BeforeEach
    void lotUnderTest() {
        bench = new TestBench(context);
        binding = bench.underTest();
        bill = bench.passed(binding);
    }

    @AfterEach
    void reset() {
        bench.clock.reset();
    }

    @Test
    void needsTwoPeopleAndGivesBackWhatWasCharged() {
        long refund = requested();
        assertThatThrownBy(() -> bench.refunds.approve(refund, "boss"))
                .isInstanceOf(RefundRefused.class)
                .hasMessageContaining("另一位");
        bench.reconciliation.sweep();
        assertThat(bench.channel.refunds).isEmpty();
        assertThat(bench.events).contains(new RefundMoved(binding.id(), refund, Refund.State.REQUESTED));

        bench.refunds.approve(refund, "second");
        bench.reconciliation.sweep();
        bench.reconciliation.sweep();
        RefundOrder order = bench.channel.refunds.get(0);
        assertThat(bench.channel.refunds).hasSize(1);
        assertThat(order.amount()).isEqualTo(500);
        assertThat(order.total()).isEqualTo(500);
        assertThat(order.outRefundNo()).matches("[0-9A-Z]{1,32}");
        assertThat(state(refund)).isEqualTo(Refund.State.REFUNDED);
    }

    @Test
    void nothingIsGivenBackTwice() {
        long refund = requested();
        assertThatThrownBy(() -> bench.refunds.request(deduction(), "third", "再退一次"))
                .isInstanceOf(RefundRefused.class);
        bench.refunds.approve(refund, "second");
        bench.reconciliation.sweep();
        assertThatThrownBy(() -> bench.refunds.request(deduction(), "third", "再退一次"))
                .isInstanceOf(RefundRefused.class);
        assertThatThrownBy(() -> bench.refunds.approve(refund, "third")).isInstanceOf(RefundRefused.class);
    }

    @Test
    void nothingIsGivenBackThatWasNotCharged() {
        bench.channel.onDeduct = order -> new DeductionResult.Failed("NO", "余额不足");
        bench.deductions.advance(binding.id(), bill.id());
        assertThatThrownBy(() -> bench.refunds.request(deduction(), "boss", "退款"))
                .isInstanceOf(RefundRefused.class);
    }

    @Test
    void aReasonIsNeeded() {
        bench.deductions.advance(binding.id(), bill.id());
        assertThatThrownBy(() -> bench.refunds.request(deduction(), "boss", "  "))
                .isInstanceOf(RefundRefused.class);
    }

    @Test
    void anUnclearRefundIsAskedForUnderTheSameNumber() {
        long refund = requested();
        bench.channel.onRefund = order -> {
            throw new ChannelException("timeout");
        };
        bench.refunds.approve(refund, "second");
        bench.reconciliation.sweep();
        assertThat(state(refund)).isEqualTo(Refund.State.SENT);
        bench.clock.advance(Duration.ofMinutes(1));
        bench.reconciliation.sweep();
        assertThat(state(refund)).isEqualTo(Refund.State.SENT);
        bench.channel.onRefundState = order -> new RefundResult.Refunded("RF1");
        bench.clock.advance(Duration.ofMinutes(1));
        bench.reconciliation.sweep();
        assertThat(state(refund)).isEqualTo(Refund.State.REFUNDED);
        assertThat(bench.channel.refunds)
                .extracting(RefundOrder::outRefundNo)
                .containsOnly(bench.channel.refunds.get(0).outRefundNo());
    }

    @Test
    void aRefundThatTheChannelGivesNoNumberIsSaidToHaveNone() {
        long refund = requested();
        bench.channel.onRefund = order -> new RefundResult.Refunded("");
        bench.refunds.approve(refund, "second");
        bench.reconciliation.sweep();
        assertThat(state(refund)).isEqualTo(Refund.State.REFUNDED);
        assertThat(bench.refunds.byId(refund).orElseThrow().channelRefundNo()).isNull();
        assertThat(bench.steps.of(deduction())).last().returns("渠道确认已退款 500 分，渠道未给出退款号", DeductionStep::text);
    }

    @Test
    void aFailedOrDeclinedRefundMayBeAskedForAgain() {
        long first = requested();
        bench.refunds.decline(first, "second");
        long second = bench.refunds.request(deduction(), "boss", "退款");
        bench.channel.onRefund = order -> new RefundResult.Failed("NOTENOUGH", "商户余额不足");
        bench.refunds.approve(second, "second");
        bench.reconciliation.sweep();
        assertThat(bench.refunds.byId(second).orElseThrow().note()).contains("商户余额不足");
        long third = bench.refunds.request(deduction(), "boss", "退款");
        assertThat(bench.refunds.byId(third).orElseThrow().outRefundNo())
                .isNotEqualTo(bench.refunds.byId(second).orElseThrow().outRefundNo());
    }

    private long requested() {
        bench.deductions.advance(binding.id(), bill.id());
        return bench.refunds.request(deduction(), "boss", "测试款退回");
    }

    private long deduction() {
        return bench.deduction(bill).id();
    }

    private Refund.State state(long refund) {
        return bench.refunds.byId(refund).orElseThrow().state();
    }
}
