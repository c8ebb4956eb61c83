package cn.citybrain.parking.onboarding.process.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.Books;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.fault.FaultBench;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What happens around a deduction at every boundary of it: somebody withdraws the lot, the clock of a node jumps. */
@OnboardingTest
@Tag("faults")
class WithdrawalsUnderWayTest {

    /** Longer than any statement takes; who still waits then, waits for us, and commits after us. */
    private static final long PATIENCE_MILLIS = 150;

    @Autowired
    ApplicationContext app;

    FaultBench bench;

    @BeforeEach
    void set() {
        bench = new FaultBench(app);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void withdrawnAtAnyMomentItEndsWithItsMoneyKnown() throws Exception {
        int boundaries = boundaries();
        int rounds = Effort.rounds(24, 2 * boundaries);
        Books books = new Books("A lot is withdrawn at a boundary of its deduction", bench);
        for (int round = 0; round < rounds; round++) {
            Random dice = Effort.dice("withdrawals", round);
            int boundary = Effort.isLong() ? round / 2 + 1 : 1 + dice.nextInt(boundaries);
            boolean afterwards = Effort.isLong() ? round % 2 == 1 : dice.nextBoolean();
            String name = "round %d (boundary %d, %s)".formatted(round, boundary, afterwards ? "after" : "before");
            LotBinding lot = bench.waiting();
            boolean accepted = withdrawnDuring(lot, boundary, afterwards);
            bench.work(lot);
            books.judge(lot, name);
            BindingState end = bench.state(lot);
            if (end != (accepted ? BindingState.WITHDRAWN : BindingState.LIVE)) {
                books.lost(lot, name + ": withdrawal accepted " + accepted + ", but " + end);
            }
        }
        books.close();
    }

    /** Whether the withdrawal was accepted, at once or when it was tried again. */
    private boolean withdrawnDuring(LotBinding lot, int boundary, boolean afterwards) throws Exception {
        CompletableFuture<?>[] withdrawal = new CompletableFuture<?>[1];
        bench.database.pauseAt(boundary, afterwards, () -> withdrawal[0] = begin(lot));
        try {
            bench.work(lot);
        } catch (OptimisticLockingException | IllegalStateException faster) {
            // the withdrawal was faster: the node comes again
        }
        bench.database.revive();
        if (withdrawal[0] == null) {
            return withdraws(lot);
        }
        try {
            withdrawal[0].get(10, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException conflict) {
            return withdraws(lot);
        }
    }

    private CompletableFuture<?> begin(LotBinding lot) {
        CompletableFuture<Void> withdrawal =
                CompletableFuture.runAsync(() -> bench.bench.withdrawals.lot(lot.id(), "operator-test", "停业"));
        try {
            withdrawal.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException | InterruptedException waitsOrFailed) {
            // looked at afterwards
        }
        return withdrawal;
    }

    private boolean withdraws(LotBinding lot) {
        try {
            bench.bench.withdrawals.lot(lot.id(), "operator-test", "停业");
            return true;
        } catch (StepRefused | IllegalStateException live) {
            return false;
        }
    }

    @Test
    void aClockThatJumpsAtAnyMomentChargesOnce() {
        int boundaries = boundaries();
        int rounds = Effort.rounds(16, 240);
        Books books = new Books("The clock of a node jumps ten minutes, forth or back", bench);
        bench.bench.channel.deduct = bench.ledger::chargeOnce;
        for (int round = 0; round < rounds; round++) {
            Random dice = Effort.dice("clock", round);
            int boundary = 1 + dice.nextInt(boundaries);
            Duration jump = Duration.ofMinutes(dice.nextBoolean() ? 10 : -10);
            LotBinding lot = bench.waiting();
            bench.database.pauseAt(boundary, dice.nextBoolean(), () -> bench.bench.clock.advance(jump));
            bench.pass(lot);
            bench.database.revive();
            bench.bench.clock.advance(jump.negated());
            bench.work(lot);
            books.judge(lot, "round %d (boundary %d, %s)".formatted(round, boundary, jump));
            assertThat(bench.state(lot))
                    .as("seed %d, round %d", Effort.seed(), round)
                    .isEqualTo(BindingState.LIVE);
        }
        books.close();
    }

    @Test
    void aNodeWhoseClockIsWrongDoesNotChargeTwiceInAnyState() {
        Books books = new Books("A node with a clock ten minutes off works on every state of a deduction", bench);
        for (DeductionState state : new DeductionState[] {
            DeductionState.PREPARED, DeductionState.SENT, DeductionState.UNKNOWN, DeductionState.SUCCEEDED
        }) {
            for (int minutes : new int[] {10, -10}) {
                LotBinding lot = inState(state);
                bench.bench.clock.advance(Duration.ofMinutes(minutes));
                bench.pass(lot);
                bench.bench.clock.advance(Duration.ofMinutes(-minutes));
                bench.work(lot);
                books.judge(lot, state + " " + minutes);
            }
        }
        books.close();
    }

    /** A node died and left the deduction in this state. */
    private LotBinding inState(DeductionState state) {
        LotBinding lot = bench.waiting();
        bench.bench.arrivals.sweep();
        bench.bench.runJobs(ProcessBench.gate(lot));
        ScriptedChannel channel = bench.bench.channel;
        channel.entered = visit -> {
            if (state == DeductionState.PREPARED) {
                throw new ChannelException("out of reach");
            }
            return new EntryResult.Admitted("PK" + visit.visitNo());
        };
        channel.deduct = order -> answered(state, order);
        long bill = (Long) bench.bench.runtime.getVariable(bench.gate(lot), "billId");
        try {
            bench.deductions.advance(lot.id(), bill);
        } catch (ChannelException beforeAnythingWasSent) {
            assertThat(state).isEqualTo(DeductionState.PREPARED);
        }
        assertThat(bench.deductions.latest(lot.id()).orElseThrow().state()).isEqualTo(state);
        channel.entered = visit -> new EntryResult.Admitted("PK" + visit.visitNo());
        channel.deduct = bench.ledger::chargeOnce;
        return lot;
    }

    private DeductionResult answered(DeductionState state, DeductionOrder order) {
        DeductionResult truth = bench.ledger.chargeOnce(order);
        return switch (state) {
            case SENT -> new DeductionResult.Pending();
            case UNKNOWN -> new DeductionResult.Unknown("超时");
            default -> truth;
        };
    }

    private int boundaries() {
        LotBinding lot = bench.waiting();
        bench.database.dieAt(Integer.MAX_VALUE, false);
        bench.work(lot);
        return bench.takeOver();
    }
}
