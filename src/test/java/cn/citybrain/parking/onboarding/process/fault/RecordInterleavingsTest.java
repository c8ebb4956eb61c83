package cn.citybrain.parking.onboarding.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.Books;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The calls of a lot's visit come before, while and after its gate arrives at its wait, in any order that a lot can send them,
 * some twice, other lots' calls between them: the gate finds the record, no acknowledged call is lost.
 */
@OnboardingTest
@Tag("faults")
class RecordInterleavingsTest {

    /** Gates that are made at once: that is quicker. */
    private static final int BATCH = 50;

    /** Every fourth time, gate and calls come at the same time. */
    private static final int AT_ONCE = 4;

    @Autowired
    ApplicationContext app;

    @LocalServerPort
    int port;

    FaultBench bench;
    RecordCalls stranger;

    @BeforeEach
    void set() {
        bench = new FaultBench(app);
        bench.bench.clock.runInStepsOf(java.time.Duration.ofMillis(1));
        stranger = new RecordCalls(app, port, bench.bench.lot().code());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void whateverTheOrderTheGateFindsItsRecord() {
        int rounds = Effort.rounds(100, 2_000);
        Books books = new Books("Records before, during and after the gate's wait, in random order", bench);
        List<LotBinding> lots = List.of();
        for (int round = 0; round < rounds; round++) {
            if (round % BATCH == 0) {
                lots = bench.lots(BATCH);
            }
            LotBinding lot = lots.get(round % BATCH);
            Random dice = Effort.dice("interleavings", round);
            RecordCalls calls = new RecordCalls(app, port, lot.lotCode());
            List<Runnable> order = order(calls, dice);
            String name = "seed %d, round %d".formatted(Effort.seed(), round);
            if (round % AT_ONCE == 0) {
                atOnce(order, lot, dice);
            } else {
                order.add(dice.nextInt(order.size() + 1), () -> bench.arrive(lot));
                order.forEach(Runnable::run);
            }
            finish(lot);
            books.judge(lot, name);
            if (bench.state(lot) != BindingState.LIVE) {
                books.stuck(lot, name + ": the gate did not find its record");
            }
            calls.lost().forEach(call -> books.lost(lot, name + ": " + call + " was acknowledged and is not there"));
        }
        books.close();
        assertThat(bench.ledger.charges).hasSize(rounds);
    }

    /** Part of the calls are there, the others come while the gate arrives. */
    private void atOnce(List<Runnable> order, LotBinding lot, Random dice) {
        int before = dice.nextInt(order.size());
        order.subList(0, before).forEach(Runnable::run);
        CompletableFuture<Void> gate = CompletableFuture.runAsync(() -> bench.arrive(lot));
        order.subList(before, order.size()).forEach(Runnable::run);
        gate.join();
    }

    /** No sweep: what the gate needs has been said to it. */
    private void finish(LotBinding lot) {
        bench.bench.runJobs(ProcessBench.gate(lot));
        bench.bench.worker.runOnce();
        bench.bench.runJobs(ProcessBench.gate(lot));
    }

    /** Entry before exit, everything else in any order, up to three repetitions and two calls of another lot. */
    private List<Runnable> order(RecordCalls calls, Random dice) {
        List<String> order = new ArrayList<>(List.of("in", "out", "photo1", "photo2", "pay"));
        Collections.shuffle(order, dice);
        if (order.indexOf("in") > order.indexOf("out")) {
            Collections.swap(order, order.indexOf("in"), order.indexOf("out"));
        }
        for (int repeated = dice.nextInt(4); repeated > 0; repeated--) {
            int at = dice.nextInt(order.size());
            order.add(at + 1 + dice.nextInt(order.size() - at), order.get(at));
        }
        List<Runnable> all = new ArrayList<>();
        order.forEach(call -> all.add(() -> calls.send(call)));
        for (int foreign = dice.nextInt(3); foreign > 0; foreign--) {
            String call = List.of("in", "out", "photo1", "pay").get(dice.nextInt(4));
            all.add(dice.nextInt(all.size() + 1), () -> stranger.sendOf(calls.uid, call));
        }
        return all;
    }
}
