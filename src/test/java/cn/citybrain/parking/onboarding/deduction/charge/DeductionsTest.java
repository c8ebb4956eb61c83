package cn.citybrain.parking.onboarding.deduction.charge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult.ChargedFacts;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionContradicted;
import cn.citybrain.parking.onboarding.deduction.DeductionSettled;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Decided;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Exhausted;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Outcome;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus.Undecided;
import cn.citybrain.parking.onboarding.deduction.DeductionStep;
import cn.citybrain.parking.onboarding.deduction.Diagnosis;
import cn.citybrain.parking.onboarding.deduction.FakeChannel;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.TestBench;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionOrders;
import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelVisit;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnboardingTest
class DeductionsTest {

    @Autowired
    ApplicationContext context;

    TestBench bench;
    LotBinding binding;
    Bill bill;

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
    void chargesOnceAndBelievesTheChannel() {
        assertThat(advance()).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(advance()).isEqualTo(new Decided(Outcome.SUCCEEDED));

        assertThat(bench.channel.charges).hasSize(1);
        DeductionOrder order = bench.channel.charges.get(0);
        assertThat(order.outTradeNo()).matches("[0-9A-Z]{1,32}");
        assertThat(order.amount()).isEqualTo(500);
        assertThat(order.visit().reference()).startsWith("PK");
        assertThat(bench.events)
                .containsExactly(
                        new DeductionSettled(binding.id(), bench.deduction(bill).id()));
        assertThat(bench.results.of(bill).orElseThrow().success()).isTrue();
    }

    @Test
    void keepsTheOrderAsSentAndEncrypted() {
        advance();
        String kept = bench.table.order(bench.deduction(bill).id()).orElseThrow();
        assertThat(kept).doesNotContain("浙A12345").contains(":");
    }

    @Test
    void chargesNothingThatDidNotPassTheCheck() {
        Bill unchecked = bench.bill(binding);
        bench.records.consume(unchecked.id(), binding.id());
        assertThatThrownBy(() -> bench.deductions.advance(binding.id(), unchecked.id()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(bench.channel.charges).isEmpty();
    }

    @Test
    void chargesNothingOfAnotherLotOrGate() {
        LotBinding other = bench.underTest();
        assertThatThrownBy(() -> bench.deductions.advance(other.id(), bill.id()))
                .isInstanceOf(IllegalStateException.class);
        advance();
        assertThatThrownBy(() -> bench.deductions.advance(other.id(), bill.id()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void sendsNothingOnceTheLotIsBeingWithdrawn() {
        bench.bindings.requestWithdrawal(binding.id(), "operator", "不接了");
        assertThat(advance()).isEqualTo(new Decided(Outcome.FAILED));
        assertThat(bench.channel.charges).isEmpty();
        assertThat(bench.deduction(bill).code()).isEqualTo("WITHDRAWN");
    }

    @Test
    void chargesNothingForAVisitThatTheChannelBlocks() {
        bench.channel.onEntry = visit -> new EntryResult.Blocked("PK1", "欠费");
        assertThat(advance()).isEqualTo(new Decided(Outcome.FAILED));
        assertThat(bench.channel.charges).isEmpty();
        assertThat(bench.diagnoses.latest(binding.id()).orElseThrow().text()).contains("欠费");
        assertThat(bench.results.of(bill).orElseThrow().success()).isFalse();
    }

    @Test
    void aChannelThatWantsNoWordOfVisitsIsChargedAndNotedAsToldOfNone() {
        bench.channel.onEntry = visit -> new EntryResult.NotNeeded();
        assertThat(advance()).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(bench.visits.known(bench.deduction(bill)).orElseThrow())
                .returns(true, ChannelVisit::exitDone)
                .returns("", ChannelVisit::reference);
        assertThat(context.getBean(JdbcClient.class)
                        .sql("SELECT count(*) FROM channel_visit WHERE binding_id = ? AND reported_at IS NULL")
                        .param(binding.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anOutageAtTheEntrySendsNothingAndIsTriedAgain() {
        bench.channel.onEntry = visit -> {
            throw new ChannelException("down");
        };
        assertThatThrownBy(this::advance).isInstanceOf(ChannelException.class);
        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.PREPARED);
        bench.channel.onEntry = visit -> new EntryResult.Admitted("PK1");
        assertThat(advance()).isEqualTo(new Decided(Outcome.SUCCEEDED));
    }

    @Test
    void aRefusalFreesTheBillAndTellsWhy() {
        bench.channel.onDeduct = order -> new DeductionResult.Failed("NOTENOUGH", "余额不足");
        assertThat(advance()).isEqualTo(new Decided(Outcome.FAILED));
        assertThat(active(bill)).isNull();
        Diagnosis diagnosis = bench.diagnoses.latest(binding.id()).orElseThrow();
        assertThat(diagnosis.findings().get(0).rule()).isEqualTo("NOTENOUGH");
        assertThat(diagnosis.text()).contains("余额不足");
        assertThat(bench.results.of(bill).orElseThrow().message()).contains("余额不足");
    }

    @Test
    void aChargeWithoutAnswerIsAskedForNotRepeated() {
        bench.channel.onDeduct = order -> {
            bench.channel.charge(order);
            throw new ChannelException("timeout");
        };
        assertThat(advance()).isEqualTo(new Undecided(Duration.ofSeconds(5)));
        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.UNKNOWN);
        bench.clock.advance(Duration.ofSeconds(5));
        assertThat(advance()).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(bench.channel.charges).hasSize(1);
        assertThat(bench.meters.counter("onboarding.callbacks.missed").count()).isEqualTo(1);
    }

    @Test
    void aRequestThatNeverArrivedIsSentAgainOnlyAfterTheSettleTimeAndWithTheSameNumber() {
        bench.channel.onDeduct = order -> {
            throw new ChannelException("connection refused");
        };
        advance();
        bench.channel.onDeduct = bench.channel::charge;
        bench.clock.advance(Duration.ofSeconds(5));
        advance();
        bench.clock.advance(Duration.ofSeconds(15));
        advance();
        assertThat(bench.channel.charges).isEmpty();
        bench.clock.advance(Duration.ofSeconds(60));
        assertThat(advance()).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(bench.channel.charges)
                .extracting(DeductionOrder::outTradeNo)
                .containsExactly(bench.deduction(bill).outTradeNo());
        assertThat(bench.deduction(bill).sends()).isEqualTo(2);
    }

    @Test
    void neverRepeatsAtAChannelThatWouldChargeTwice() {
        bench.channel.idempotent = false;
        bench.channel.onDeduct = order -> {
            throw new ChannelException("connection refused");
        };
        advance();
        bench.clock.advance(Duration.ofMinutes(5));
        assertThat(advance()).isInstanceOf(Undecided.class);
        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.UNKNOWN);
        assertThat(bench.deduction(bill).sends()).isEqualTo(1);
    }

    @Test
    void theSweepAsksButNeverCharges() {
        bench.channel.onDeduct = order -> {
            throw new ChannelException("connection refused");
        };
        advance();
        bench.clock.advance(Duration.ofMinutes(5));
        bench.channel.onDeduct = bench.channel::charge;
        bench.reconciliation.sweep();
        assertThat(bench.channel.charges).isEmpty();
        assertThat(bench.deduction(bill).queries()).isEqualTo(1);
    }

    @Test
    void asksOnASchedule() {
        List<Long> waits = new ArrayList<>();
        bench.channel.onDeduct = order -> new DeductionResult.Unknown("502");
        bench.channel.onQuery = order -> new DeductionResult.Unknown("502");
        DeductionStatus status = advance();
        while (status instanceof Undecided undecided) {
            waits.add(undecided.askAgainIn().toSeconds());
            bench.clock.advance(undecided.askAgainIn());
            status = advance();
        }
        assertThat(waits).startsWith(5L, 15L, 30L, 60L, 300L, 600L, 1800L, 3600L, 3600L);
        assertThat(status).isEqualTo(new Exhausted());
        assertThat(bench.deduction(bill).exhausted(bench.clock.instant())).isTrue();
    }

    @Test
    void aSupervisorCanWaitLonger() {
        exhaust();
        bench.deductions.waitLonger(binding.id(), "boss");
        assertThat(advance()).isInstanceOf(Undecided.class);
        bench.channel.onQuery = bench.channel::look;
        bench.channel.charge(orderOf(bill));
        bench.clock.advance(Duration.ofHours(1));
        assertThat(advance()).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(bench.steps.of(bench.deduction(bill).id()))
                .extracting(DeductionStep::kind, DeductionStep::actor)
                .contains(org.assertj.core.groups.Tuple.tuple(DeductionStep.Kind.WAIT_LONGER, "boss"));
    }

    @Test
    void aSuccessAfterAbandoningIsFoundBySweepDisputedAndRefunded() {
        exhaust();
        bench.deductions.abandon(binding.id(), "boss", "渠道无法核实");
        bench.deductions.abandon(binding.id(), "boss", "渠道无法核实");
        bench.channel.onQuery = bench.channel::look;
        bench.channel.charge(orderOf(bill));
        bench.clock.advance(Duration.ofDays(2));
        bench.events.clear();
        bench.reconciliation.sweep();
        Deduction deduction = bench.deduction(bill);
        assertThat(deduction.state()).isEqualTo(DeductionState.DISPUTED);
        assertThat(bench.events)
                .hasOnlyElementsOfType(DeductionContradicted.class)
                .hasSize(1);

        long refund = bench.refunds.request(deduction.id(), "boss", "放弃后到账");
        bench.refunds.approve(refund, "second");
        bench.reconciliation.sweep();
        assertThat(bench.refunds.byId(refund).orElseThrow().state()).isEqualTo(Refund.State.REFUNDED);
    }

    @Test
    void anAbandonedNumberIsNeverSentAgain() {
        bench.channel.onDeduct = order -> {
            throw new ChannelException("connection refused");
        };
        advance();
        bench.deductions.abandon(binding.id(), "boss", "不等了");
        bench.channel.onDeduct = bench.channel::charge;
        bench.clock.advance(Duration.ofHours(2));
        advance();
        assertThat(bench.channel.charges).isEmpty();
    }

    @Test
    void nothingIsAbandonedThatIsDecided() {
        advance();
        assertThatThrownBy(() -> bench.deductions.abandon(binding.id(), "boss", "x"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> bench.deductions.waitLonger(binding.id(), "boss"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anotherAmountIsDisputed() {
        disputed(
                f -> new ChargedFacts(
                        f.outTradeNo(),
                        501,
                        f.channelAccount(),
                        f.visitReference(),
                        f.plateNumber(),
                        f.lotName(),
                        f.enteredAt(),
                        f.leftAt(),
                        null),
                "金额");
        assertThat(bench.deduction(bill).chargedAmount()).isEqualTo(501);
    }

    @Test
    void anotherAccountIsDisputed() {
        disputed(
                f -> new ChargedFacts(
                        f.outTradeNo(),
                        f.amount(),
                        "sub-other",
                        f.visitReference(),
                        f.plateNumber(),
                        f.lotName(),
                        f.enteredAt(),
                        f.leftAt(),
                        null),
                "收款账户");
    }

    @Test
    void anotherLotIsDisputed() {
        disputed(
                f -> new ChargedFacts(
                        f.outTradeNo(),
                        f.amount(),
                        f.channelAccount(),
                        f.visitReference(),
                        f.plateNumber(),
                        "别的停车场",
                        f.enteredAt(),
                        f.leftAt(),
                        null),
                "停车场");
    }

    @Test
    void anotherPlateIsDisputedAndMasked() {
        disputed(
                f -> new ChargedFacts(
                        f.outTradeNo(),
                        f.amount(),
                        f.channelAccount(),
                        f.visitReference(),
                        "浙A99999",
                        f.lotName(),
                        f.enteredAt(),
                        f.leftAt(),
                        null),
                "车牌");
        assertThat(bench.deduction(bill).reason()).doesNotContain("浙A12345").doesNotContain("浙A99999");
    }

    @Test
    void anotherVisitOrTimeIsDisputed() {
        disputed(
                f -> new ChargedFacts(
                        f.outTradeNo(),
                        f.amount(),
                        f.channelAccount(),
                        "PK-other",
                        f.plateNumber(),
                        f.lotName(),
                        f.enteredAt().minusSeconds(1),
                        f.leftAt(),
                        null),
                "入场时间");
        assertThat(bench.deduction(bill).reason()).contains("入场编号");
    }

    @Test
    void whatTheChannelDoesNotEchoIsNoDispute() {
        bench.channel.onDeduct = order ->
                FakeChannel.success(order, new ChargedFacts(null, 500, null, null, null, null, null, null, null));
        assertThat(advance()).isEqualTo(new Decided(Outcome.SUCCEEDED));
    }

    @Test
    void aChargeWhoseNumberComesLaterIsCompletedAndNotContradicted() {
        bench.channel.onDeduct = order -> new DeductionResult.Succeeded("", null, noMoreThan(order, null));
        assertThat(advance()).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(bench.deduction(bill).transactionNo()).as("none yet").isNull();
        assertThat(bench.results.of(bill).orElseThrow().orderCode())
                .as("ours is not the channel's")
                .isEmpty();
        assertThat(texts()).last().asString().contains("渠道未给出交易号");
        bench.events.clear();

        DeductionOrder order = orderOf(bill);
        told(order, "UP77", 500);
        told(order, "UP77", 500);
        told(order, "", 500);
        assertThat(bench.deduction(bill).transactionNo()).isEqualTo("UP77");
        assertThat(bench.results.of(bill).orElseThrow().orderCode()).isEqualTo("UP77");
        assertThat(bench.events).isEmpty();
        assertThat(texts()).last().asString().isEqualTo("渠道补充给出交易号 UP77");

        told(order, "UP78", 500);
        told(order, "UP77", 501);
        assertThat(bench.events)
                .hasOnlyElementsOfType(DeductionContradicted.class)
                .hasSize(2);
        assertThat(bench.deduction(bill).transactionNo()).isEqualTo("UP77");
    }

    @Test
    void anotherAmountOrAccountWithTheNumberIsAContradictionAndNoCompletion() {
        bench.channel.onDeduct = order -> new DeductionResult.Succeeded("", null, noMoreThan(order, null));
        advance();
        DeductionOrder order = orderOf(bill);
        told(order, "UP77", 1);
        bench.settlement.settle(
                order.outTradeNo(),
                new DeductionResult.Succeeded("UP77", null, ChargedFacts.of(order.outTradeNo(), 500, "another")),
                Settlement.Source.CALLBACK);
        assertThat(bench.deduction(bill).transactionNo()).isNull();
        assertThat(bench.steps.of(bench.deduction(bill).id()))
                .filteredOn(step -> step.kind() == DeductionStep.Kind.CONTRADICTED)
                .hasSize(2);
    }

    @Test
    void ourOwnNumberIsNeverKeptForTheChannels() {
        bench.channel.onDeduct =
                order -> new DeductionResult.Succeeded(order.outTradeNo(), null, noMoreThan(order, 500));
        advance();
        assertThat(bench.deduction(bill).transactionNo()).isNull();
    }

    /** As the version before kept it: then the channel's own number contradicted it. */
    @Test
    void ourOwnNumberThatWasKeptBeforeIsTakenBackByTheUpgrade() throws IOException {
        bench.channel.onDeduct = order -> new DeductionResult.Succeeded("", null, noMoreThan(order, null));
        advance();
        Deduction charge = bench.deduction(bill);
        bench.setup
                .sql("UPDATE deduction SET transaction_no = out_trade_no WHERE id = ?")
                .param(charge.id())
                .update();
        long refund = bench.refunds.request(charge.id(), "boss", "测试结束");
        bench.setup
                .sql("UPDATE refund SET channel_refund_no = out_refund_no WHERE id = ?")
                .param(refund)
                .update();
        String upgrade = new ClassPathResource("db/migration/common/V44__given_numbers_and_turns.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        Stream.of(upgrade.replaceAll("(?m)^--.*$", "").split(";"))
                .map(String::strip)
                .filter(statement -> statement.startsWith("UPDATE"))
                .forEach(statement -> bench.setup.sql(statement).update());

        assertThat(bench.deduction(bill).transactionNo()).isNull();
        assertThat(bench.refunds.byId(refund).orElseThrow().channelRefundNo()).isNull();
        told(orderOf(bill), "UP77", 500);
        assertThat(bench.deduction(bill).transactionNo()).isEqualTo("UP77");
    }

    private void told(DeductionOrder order, String number, int amount) {
        bench.settlement.settle(
                order.outTradeNo(),
                new DeductionResult.Succeeded(number, bench.clock.instant(), noMoreThan(order, amount)),
                Settlement.Source.CALLBACK);
    }

    private static ChargedFacts noMoreThan(DeductionOrder order, Integer amount) {
        return ChargedFacts.of(order.outTradeNo(), amount, null);
    }

    private List<String> texts() {
        return bench.steps.of(bench.deduction(bill).id()).stream()
                .map(DeductionStep::text)
                .toList();
    }

    @Test
    void aSuccessAfterAFailureIsDisputed() {
        bench.channel.onDeduct = order -> new DeductionResult.Failed("PAY_FAIL", "失败");
        advance();
        bench.events.clear();
        DeductionOrder order = orderOf(bill);
        bench.settlement.settle(
                order.outTradeNo(), FakeChannel.success(order, FakeChannel.facts(order)), Settlement.Source.CALLBACK);
        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.DISPUTED);
        assertThat(bench.events)
                .hasOnlyElementsOfType(DeductionContradicted.class)
                .hasSize(1);
    }

    @Test
    void aSuccessAfterAFailureThatTheChannelDoesNotConfirmIsOver() {
        bench.channel.onDeduct = order -> new DeductionResult.Failed("PAY_FAIL", "失败");
        advance();
        DeductionOrder order = orderOf(bill);
        bench.settlement.settle(
                order.outTradeNo(), FakeChannel.success(order, FakeChannel.facts(order)), Settlement.Source.CALLBACK);
        bench.channel.onQuery = sent -> new DeductionResult.Failed("PAY_FAIL", "失败");
        bench.reconciliation.sweep();
        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.FAILED);

        bench.settlement.settle(
                order.outTradeNo(), FakeChannel.success(order, FakeChannel.facts(order)), Settlement.Source.CALLBACK);
        Deduction again = bench.deduction(bill);
        assertThat(again.disputed()).isTrue();
        assertThat(again.inDoubt()).isTrue();
        bench.channel.onQuery = sent -> FakeChannel.success(sent, FakeChannel.facts(sent));
        bench.reconciliation.sweep();
        assertThat(bench.deduction(bill).chargedAmount()).isEqualTo(bill.amount());
        bench.refunds.approve(bench.refunds.request(again.id(), "boss", "后来又扣款成功"), "second");
        bench.reconciliation.sweep();
        assertThat(bench.deduction(bill).disputeClosedAt()).isEqualTo(bench.clock.instant());
    }

    @Test
    void theChannelsOwnAnswerCorrectsWhatACallbackSaid() {
        bench.channel.onDeduct = order -> {
            bench.settlement.settle(
                    order.outTradeNo(), FakeChannel.success(order, amount(order, 1)), Settlement.Source.CALLBACK);
            return bench.channel.charge(order);
        };
        assertThat(advance()).isEqualTo(new Decided(Outcome.DISPUTED));
        assertThat(bench.deduction(bill).chargedAmount()).isEqualTo(bill.amount());
        assertThat(bench.steps.of(bench.deduction(bill).id()))
                .extracting(DeductionStep::kind)
                .contains(DeductionStep.Kind.CONTRADICTED);
        assertThat(bench.deduction(bill).nextQueryAt()).isNull();
    }

    @Test
    void whileMoneyGoesBackAnotherWordIsKeptWithoutEffect() {
        bench.channel.onDeduct = order -> FakeChannel.success(order, amount(order, 1));
        advance();
        Deduction deduction = bench.deduction(bill);
        DeductionOrder order = orderOf(bill);
        long refund = bench.refunds.request(deduction.id(), "boss", "金额不符");
        for (Settlement.Source source : Settlement.Source.values()) {
            bench.settlement.settle(order.outTradeNo(), FakeChannel.success(order, FakeChannel.facts(order)), source);
        }
        assertThat(bench.deduction(bill).chargedAmount()).isEqualTo(1);
        assertThat(bench.deduction(bill).nextQueryAt()).isNull();
        assertThat(bench.refunds.byId(refund).orElseThrow().amount()).isEqualTo(1);
        assertThat(bench.steps.of(deduction.id()))
                .filteredOn(step -> step.kind() == DeductionStep.Kind.CONTRADICTED)
                .hasSize(3);
    }

    private static ChargedFacts amount(DeductionOrder order, int amount) {
        return new ChargedFacts(order.outTradeNo(), amount, null, null, null, null, null, null, null);
    }

    @Test
    void aFailureAfterASuccessChangesNothingAndIsKept() {
        advance();
        bench.events.clear();
        bench.settlement.settle(
                bench.deduction(bill).outTradeNo(),
                new DeductionResult.Failed("PAY_FAIL", "失败"),
                Settlement.Source.CALLBACK);
        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.SUCCEEDED);
        assertThat(bench.steps.of(bench.deduction(bill).id()))
                .extracting(DeductionStep::kind)
                .contains(DeductionStep.Kind.CONTRADICTED);
        assertThat(bench.events)
                .hasOnlyElementsOfType(DeductionContradicted.class)
                .hasSize(1);
    }

    @Test
    void aSuccessForANumberThatWasNeverSentIsDisputed() {
        bench.channel.onEntry = visit -> {
            throw new ChannelException("down");
        };
        assertThatThrownBy(this::advance).isInstanceOf(ChannelException.class);
        DeductionResult forged = new DeductionResult.Succeeded("TX", bench.clock.instant(), null);
        bench.settlement.settle(bench.deduction(bill).outTradeNo(), forged, Settlement.Source.CALLBACK);
        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.DISPUTED);
    }

    @Test
    void anUnknownNumberHasNoEffect() {
        bench.settlement.settle("T01NOBODY", new DeductionResult.Failed("X", "x"), Settlement.Source.CALLBACK);
        assertThat(bench.events).isEmpty();
    }

    @Test
    void aCallbackBeforeTheAnswerDecidesOnce() {
        bench.channel.onDeduct = order -> {
            DeductionResult success = bench.channel.charge(order);
            bench.settlement.settle(order.outTradeNo(), success, Settlement.Source.CALLBACK);
            return success;
        };
        assertThat(advance()).isEqualTo(new Decided(Outcome.SUCCEEDED));
        assertThat(bench.events).hasSize(1);
    }

    @Test
    void eightThreadsChargeOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Object>> work = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                work.add(i % 2 == 0 ? this::advance : this::settleAsTheChannelWould);
            }
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        while (advance() instanceof Undecided undecided) {
            bench.clock.advance(undecided.askAgainIn());
        }
        assertThat(bench.channel.charges).hasSize(1);
        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.SUCCEEDED);
        assertThat(bench.events).hasSize(1);
    }

    private Object settleAsTheChannelWould() {
        for (DeductionOrder order : bench.channel.charges) {
            bench.settlement.settle(
                    order.outTradeNo(),
                    FakeChannel.success(order, FakeChannel.facts(order)),
                    Settlement.Source.CALLBACK);
        }
        return advance();
    }

    private void disputed(UnaryOperator<ChargedFacts> change, String word) {
        bench.channel.onDeduct = order -> FakeChannel.success(order, change.apply(FakeChannel.facts(order)));
        assertThat(advance()).isEqualTo(new Decided(Outcome.DISPUTED));
        assertThat(bench.deduction(bill).reason()).contains(word + "不一致");
        assertThat(bench.results.of(bill)).isEmpty();
        assertThat(active(bill)).isEqualTo(bill.id());
    }

    private void exhaust() {
        bench.channel.onDeduct = order -> new DeductionResult.Unknown("502");
        bench.channel.onQuery = order -> new DeductionResult.Unknown("502");
        advance();
        bench.clock.advance(Duration.ofHours(24));
        assertThat(advance()).isEqualTo(new Exhausted());
    }

    private DeductionStatus advance() {
        return bench.deductions.advance(binding.id(), bill.id());
    }

    private DeductionOrder orderOf(Bill bill) {
        return context.getBean(DeductionOrders.class)
                .sent(bench.deduction(bill))
                .orElseThrow();
    }

    private Long active(Bill bill) {
        return bench.setup
                .sql("SELECT active_bill_id FROM deduction WHERE bill_id = ?")
                .param(bill.id())
                .query(Long.class)
                .optional()
                .orElse(null);
    }
}
