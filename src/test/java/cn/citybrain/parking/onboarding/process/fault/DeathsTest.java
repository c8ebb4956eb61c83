package cn.citybrain.parking.onboarding.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.Books;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * A node dies at every boundary of a test deduction, from the record that is found to the lot that is live: before and after
 * every statement and commit, before, during and after the call; often its successor too. The channel charges with every call.
 */
@OnboardingTest
@Tag("faults")
class DeathsTest {

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
    void killedAnywhereItChargesOnceAndGoesLive() {
        int boundaries = boundaries();
        assertThat(boundaries).isGreaterThan(60);
        int rounds = Effort.rounds(24, 2 * boundaries + 100);
        Books books = new Books("A node dies at a boundary of a deduction, its successor too", bench);
        for (int round = 0; round < rounds; round++) {
            Random dice = Effort.dice("deaths", round);
            int first = round < 2 * boundaries && Effort.isLong() ? round / 2 + 1 : 1 + dice.nextInt(boundaries);
            boolean afterwards = Effort.isLong() ? round % 2 == 1 : dice.nextBoolean();
            LotBinding lot = bench.waiting();
            bench.database.dieAt(first, afterwards);
            bench.outlive(lot, boundaries, dice);
            books.judge(lot, "round %d (boundary %d, %s)".formatted(round, first, afterwards ? "after" : "before"));
        }
        books.close();
    }

    @Test
    void killedAroundTheCallItChargesOnceAndGoesLive() {
        int boundaries = boundaries();
        Books books = new Books("A node dies before, during or after the call that charges", bench);
        int rounds = Effort.rounds(9, 60);
        for (int round = 0; round < rounds; round++) {
            LotBinding lot = bench.waiting();
            int when = round % 3;
            bench.bench.channel.deduct = order -> dying(order, when);
            bench.outlive(lot, boundaries, Effort.dice("calls", round));
            books.judge(lot, "round %d (%d)".formatted(round, when));
        }
        books.close();
    }

    /** 0 before anything left, 1 the answer is lost with the node, 2 the charge is still to come when the node is dead. */
    private DeductionResult dying(DeductionOrder order, int when) {
        bench.bench.channel.deduct = bench.ledger::charge;
        if (when != 0) {
            bench.ledger.charge(order);
        }
        throw bench.database.die("in the call");
    }

    /** How many boundaries an undisturbed deduction has. */
    private int boundaries() {
        LotBinding lot = bench.waiting();
        bench.database.dieAt(Integer.MAX_VALUE, false);
        bench.work(lot);
        int boundaries = bench.takeOver();
        assertThat(bench.over(lot)).isTrue();
        return boundaries;
    }
}
