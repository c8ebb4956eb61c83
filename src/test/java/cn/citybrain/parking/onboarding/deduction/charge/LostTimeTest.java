package cn.citybrain.parking.onboarding.deduction.charge;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Decided;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Outcome;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Undecided;
import cn.citybrain.parking.onboarding.deduction.DeductionStep;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.TestBench;
import cn.citybrain.parking.onboarding.deduction.ledger.OutNumbers;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.restore.RestoredBackups;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** After a restored backup the channel is asked before money is sent; what it knows decides. */
@OnboardingTest
class LostTimeTest {

    @Autowired
    ApplicationContext context;

    TestBench bench;
    LotBinding binding;
    RestoredBackups backups;

    @BeforeEach
    void lotUnderTest() {
        bench = new TestBench(context);
        binding = bench.underTest();
        backups = new RestoredBackups(bench.setup);
    }

    @AfterEach
    void trusted() {
        backups.clear();
        bench.clock.reset();
    }

    @Test
    void whatWasChargedInTheLostTimeIsFoundAndNotChargedAgain() {
        Bill bill = bench.passed(binding);
        finish(bill);
        forget(bill);

        assertThat(finish(bill)).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(bench.channel.charges).hasSize(1);
        assertThat(bench.deduction(bill).sends()).isZero();
    }

    @Test
    void whatWasPreparedInTheBackupIsAskedForToo() {
        Bill bill = bench.passed(binding);
        finish(bill);
        bench.setup
                .sql("UPDATE deduction SET state = 'PREPARED', order_sent = NULL, sends = 0, sent_at = NULL,"
                        + " last_sent_at = NULL, next_query_at = NULL, transaction_no = NULL, charged_amount = NULL,"
                        + " decided_at = NULL WHERE bill_id = ?")
                .param(bill.id())
                .update();
        restore();

        // the channel's callback comes again, before the gate asks
        Deduction prepared = bench.deduction(bill);
        bench.settlement.settle(
                prepared.outTradeNo(), bench.channel.look(bench.channel.charges.get(0)), Settlement.Source.CALLBACK);
        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.PREPARED);

        assertThat(finish(bill)).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(bench.channel.charges).hasSize(1);
    }

    @Test
    void whatTheChannelNeverSawIsSentOnceAfterItsSettleTime() {
        Bill bill = bench.passed(binding);
        restore();
        List<Duration> sentAfter = new ArrayList<>();
        var start = bench.clock.instant();
        bench.channel.onDeduct = order -> {
            sentAfter.add(Duration.between(start, bench.clock.instant()));
            return bench.channel.charge(order);
        };

        assertThat(finish(bill)).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(sentAfter).singleElement().satisfies(time -> assertThat(time)
                .isGreaterThanOrEqualTo(bench.channel.settleTime()));
        assertThat(bench.steps.of(bench.deduction(bill).id()))
                .extracting(DeductionStep::kind)
                .contains(DeductionStep.Kind.ASSUMED_SENT)
                .doesNotContain(DeductionStep.Kind.SENT);
    }

    @Test
    void whatWasSentInTheBackupIsNotSentAgainBeforeTheChannelSettledSinceTheRestore() {
        Bill bill = bench.passed(binding);
        bench.channel.onDeduct =
                order -> new cn.citybrain.parking.onboarding.channel.charge.DeductionResult.Unknown("?");
        bench.deductions.advance(binding.id(), bill.id());
        bench.clock.advance(Duration.ofHours(3));
        restore();
        bench.channel.onDeduct = bench.channel::charge;

        bench.deductions.advance(binding.id(), bill.id());
        assertThat(bench.channel.charges).isEmpty();
        assertThat(finish(bill)).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(bench.channel.charges).hasSize(1);
    }

    @Test
    void aVehicleThatTheChannelBlocksIsAskedForAndThenNotCharged() {
        Bill bill = bench.passed(binding);
        bench.channel.onEntry = visit -> new EntryResult.Blocked("PK1", "车主已关闭服务");
        restore();

        assertThat(finish(bill)).isEqualTo(new Decided(Outcome.FAILED));
        assertThat(bench.channel.charges).isEmpty();
        assertThat(bench.deduction(bill).code()).isEqualTo("BLOCKED");
    }

    @Test
    void aLotThatIsWithdrawnIsAskedForAndThenNotCharged() {
        Bill bill = bench.passed(binding);
        finish(bill);
        forget(bill);
        bench.deductions.advance(binding.id(), bill.id());
        bench.bindings.requestWithdrawal(binding.id(), "hubin", "不接入了");

        assertThat(finish(bill)).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(bench.channel.charges).hasSize(1);
    }

    @Test
    void aRefundThatWasMadeUnderAnotherNumberIsFoundAndNotMadeAgain() {
        Bill bill = bench.passed(binding);
        finish(bill);
        Deduction charged = bench.deduction(bill);
        String lost = OutNumbers.refund(charged.outTradeNo(), 3);
        bench.channel.onRefundState = order -> order.outRefundNo().equals(lost)
                ? new RefundResult.Refunded("RF-lost")
                : new RefundResult.Unknown("没有这笔退款");
        restore();
        long refund = bench.refunds.request(charged.id(), "sup-1", "测试结束");
        bench.refunds.approve(refund, "sup-2");
        bench.reconciliation.sweep();

        assertThat(bench.channel.refunds).isEmpty();
        assertThat(bench.refunds.byId(refund).orElseThrow().state()).isEqualTo(Refund.State.REFUNDED);
        assertThat(bench.refunds.byId(refund).orElseThrow().channelRefundNo()).isEqualTo("RF-lost");
    }

    @Test
    void aRefundThatTheChannelDoesNotKnowIsMadeOnce() {
        Bill bill = bench.passed(binding);
        finish(bill);
        bench.channel.onRefundState = order -> new RefundResult.Unknown("没有这笔退款");
        restore();
        long refund = bench.refunds.request(bench.deduction(bill).id(), "sup-1", "测试结束");
        bench.refunds.approve(refund, "sup-2");
        bench.reconciliation.sweep();
        bench.reconciliation.sweep();

        assertThat(bench.channel.refunds).hasSize(1);
        assertThat(bench.refunds.byId(refund).orElseThrow().state()).isEqualTo(Refund.State.REFUNDED);
    }

    @Test
    void billsThatCameLongAfterTheRestoreAreSentAtOnce() {
        backups.add(
                bench.clock.instant().minus(Duration.ofDays(3)),
                bench.clock.instant().minus(Duration.ofDays(2)));
        Bill bill = bench.passed(binding);

        assertThat(bench.deductions.advance(binding.id(), bill.id())).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(bench.channel.charges).extracting(DeductionOrder::amount).containsExactly(500);
    }

    /** The row is gone, as if the backup had been taken before it was written. */
    private void forget(Bill bill) {
        bench.setup
                .sql("DELETE FROM deduction WHERE bill_id = ?")
                .param(bill.id())
                .update();
        restore();
    }

    private void restore() {
        backups.add(bench.clock.instant().minus(Duration.ofHours(1)), bench.clock.instant());
    }

    private DeductionStatus finish(Bill bill) {
        DeductionStatus status = bench.deductions.advance(binding.id(), bill.id());
        while (status instanceof Undecided undecided) {
            bench.clock.advance(undecided.askAgainIn());
            status = bench.deductions.advance(binding.id(), bill.id());
        }
        return status;
    }
}
