package cn.citybrain.parking.onboarding.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.Books;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.upgrade.VersionBefore;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The gate of the version before has something under way at the channel when today's version is deployed and its instances
 * are told to migrate: nothing is lost, nothing is done or charged twice, also when the first nodes of today's version die.
 */
@OnboardingTest
@Tag("faults")
class EarlierGatesTest {

    /** As many statements and commits as a gate needs from there to its end, about. */
    private static final int BOUNDARIES = 60;

    private static final int MOST_HOURS = 30;

    @Autowired
    ApplicationContext app;

    FaultBench bench;
    VersionBefore version;

    @BeforeEach
    void set() {
        bench = new FaultBench(app);
        version = new VersionBefore(app);
        bench.runIn(version.definition("test-deduction-gate"));
    }

    @AfterEach
    void close() {
        bench.close();
        version.close();
    }

    @Test
    void aRegistrationThatWasAskedForIsAskedForOnce() {
        Books books = new Books("A registration of the version before is under way", bench);
        int rounds = Effort.rounds(4, 60);
        for (int round = 0; round < rounds; round++) {
            LotBinding lot = bench.chosen();
            bench.bench.channel.registerLot = () -> new LotState.Pending("R1");
            bench.bench.channel.lotState = () -> new LotState.Pending("R1");
            bench.arrive(lot, "subProcess_connect");
            bench.bench.worker.runOnce();
            upgrade(round % 2 == 0);

            bench.bench.channel.lotState = () -> new LotState.Registered("R1", "P1");
            bench.bench.clock.advance(Duration.ofHours(1));
            bench.bench.worker.runOnce();
            bench.bench.prepare(lot);
            bench.bench.record(lot, true);
            finish(lot, round, books, "registration");
            long asked = bench.bench.channel.told.stream()
                    .filter(("register " + lot.lotCode())::equals)
                    .count();
            if (asked != 1) {
                books.lost(lot, "round " + round + ": registered " + asked + " times");
            }
        }
        books.close();
    }

    @Test
    void aDeductionThatIsSilentIsChargedOnce() {
        Books books = new Books("A deduction of the version before is silent", bench);
        int rounds = Effort.rounds(6, 120);
        for (int round = 0; round < rounds; round++) {
            int when = round % 3;
            LotBinding lot = bench.waiting();
            bench.bench.channel.deduct = order -> silent(order, when);
            bench.bench.channel.query = order -> new DeductionResult.Unknown("超时");
            bench.survives(() -> {
                bench.bench.arrivals.sweep();
                bench.bench.runJobs(ProcessBench.gate(lot));
                bench.bench.worker.runOnce();
            });
            upgrade(round % 2 == 0);
            assertThat(bench.bench.steps(ProcessBench.gate(lot)))
                    .as("it stays where it is")
                    .containsExactly("serviceTask_deduct");
            finish(lot, round, books, "deduction " + when);
        }
        books.close();
    }

    /** 0 charged and not said, 1 charged and the node dead, 2 not charged and the node dead. */
    private DeductionResult silent(DeductionOrder order, int when) {
        if (when != 2) {
            bench.ledger.charge(order);
        }
        if (when == 0) {
            return new DeductionResult.Unknown("超时");
        }
        throw bench.database.die("in the call");
    }

    @Test
    void aDeductionThatIsToBeClarifiedIsChargedOnce() {
        Books books = new Books("A deduction of the version before is being clarified", bench);
        int rounds = Effort.rounds(4, 60);
        for (int round = 0; round < rounds; round++) {
            LotBinding lot = bench.waiting();
            boolean charged = round % 4 < 2;
            bench.bench.channel.deduct = order -> unknown(order, charged);
            bench.bench.channel.query = order -> new DeductionResult.Unknown("超时");
            toClarification(lot);
            upgrade(round % 2 == 0);

            knows();
            clarify(lot, charged);
            finish(lot, round, books, charged ? "charged" : "never seen");
        }
        books.close();
    }

    /** What the channel never saw is too old to go out again: the test is abandoned, and another record comes. */
    private void clarify(LotBinding lot, boolean charged) {
        Map<String, Object> decision = Map.of("clarifyDecision", charged ? "wait" : "abandon");
        bench.bench.complete(ProcessBench.gate(lot), "userTask_clarifyDeduction", decision);
        if (!charged) {
            bench.bench.record(lot, true);
        }
    }

    private DeductionResult unknown(DeductionOrder order, boolean charged) {
        if (charged) {
            bench.ledger.charge(order);
        }
        return new DeductionResult.Unknown("超时");
    }

    private void toClarification(LotBinding lot) {
        String gate = ProcessBench.gate(lot);
        bench.bench.arrivals.sweep();
        bench.bench.runJobs(gate);
        for (int hour = 0; hour < MOST_HOURS && bench.bench.task(gate, "userTask_clarifyDeduction") == null; hour++) {
            bench.bench.worker.runOnce();
            bench.bench.clock.advance(Duration.ofHours(1));
        }
        assertThat(bench.bench.steps(gate)).containsExactly("userTask_clarifyDeduction");
    }

    /** A node of today's version takes over, with or without the command that migrates what it can. */
    private void upgrade(boolean migrates) {
        bench.takeOver();
        version.takeOver();
        if (migrates) {
            version.migrate("test-deduction-gate");
        }
        bench.bench.clock.advance(Duration.ofMinutes(6));
    }

    /** The channel says what it knows, and keeps to one charge a number. */
    private void knows() {
        bench.bench.channel.deduct = bench.ledger::chargeOnce;
        bench.bench.channel.query = bench.ledger::look;
    }

    private void finish(LotBinding lot, int round, Books books, String what) {
        Random dice = Effort.dice("earlier", round);
        knows();
        if (round > 0) {
            bench.database.dieAt(1 + dice.nextInt(BOUNDARIES), dice.nextBoolean());
        }
        bench.outlive(lot, BOUNDARIES, dice);
        books.judge(lot, "round " + round + " (" + what + ")");
        assertThat(bench.state(lot)).as(what + " " + round).isEqualTo(BindingState.LIVE);
    }
}
