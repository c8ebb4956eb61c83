package cn.citybrain.parking.onboarding.process.fault;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.Books;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A lot's system gone wild: everything many times, in any order, at the same time, and contradicting itself. */
@OnboardingTest
@Tag("faults")
class RecordStormsTest {

    private static final int THREADS = 8;
    private static final int REPETITIONS = 4;

    @Autowired
    ApplicationContext app;

    @LocalServerPort
    int port;

    FaultBench bench;
    final ExecutorService senders = Executors.newFixedThreadPool(THREADS);

    @BeforeEach
    void set() {
        bench = new FaultBench(app);
        bench.bench.clock.runInStepsOf(java.time.Duration.ofMillis(1));
    }

    @AfterEach
    void close() {
        senders.shutdownNow();
        bench.close();
    }

    @Test
    void whateverTheLotSendsIsKeptOnceAndChargedOnce() {
        Books books = new Books("A lot sends duplicates, other plates, other amounts and second bills at once", bench);
        for (int round = 0; round < Effort.rounds(6, 100); round++) {
            LotBinding lot = bench.lot();
            bench.arrive(lot);
            Random dice = Effort.dice("storms", round);
            RecordCalls calls = new RecordCalls(app, port, lot.lotCode());
            storm(calls, dice);
            bench.pass(lot);
            bench.bench.clock.advance(java.time.Duration.ofMinutes(3));
            bench.pass(lot);
            bench.pass(lot);
            String name = "seed %d, round %d".formatted(Effort.seed(), round);
            books.judge(lot, name);
            calls.lost().forEach(call -> books.lost(lot, name + ": " + call + " was acknowledged and is not there"));
            visitsChargedTwice(lot).forEach(uid -> books.twice(lot, name + ": visit " + uid, 2));
        }
        books.close();
    }

    private void storm(RecordCalls calls, Random dice) {
        List<Runnable> storm = new ArrayList<>();
        for (int i = 0; i < REPETITIONS; i++) {
            for (String call : List.of("in", "out", "photo1", "photo2", "pay")) {
                storm.add(() -> calls.send(call));
            }
        }
        storm.add(() -> calls.enter(calls.uid, "浙A54321"));
        storm.add(() -> calls.pay(calls.uid, "B" + calls.uid.substring(0, 20), 700));
        if (dice.nextInt(4) == 0) {
            storm.add(() -> calls.pay(calls.uid, "C" + calls.uid.substring(0, 20), 500));
            storm.add(() -> calls.pay(calls.uid, "C" + calls.uid.substring(0, 20), 800));
        }
        Collections.shuffle(storm, dice);
        // mostly the visit begins as it should, and the rest is chaos
        if (dice.nextInt(4) > 0) {
            calls.send("in");
        }
        CountDownLatch start = new CountDownLatch(1);
        CompletableFuture<?>[] all = storm.stream()
                .map(call -> CompletableFuture.runAsync(
                        () -> {
                            await(start);
                            call.run();
                        },
                        senders))
                .toArray(CompletableFuture[]::new);
        start.countDown();
        CompletableFuture.allOf(all).join();
    }

    private static void await(CountDownLatch start) {
        try {
            start.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Two bills of one visit are two bills to us, and one to the driver. */
    private List<String> visitsChargedTwice(LotBinding lot) {
        return bench.bench
                .jdbc
                .sql("SELECT uid FROM deduction WHERE binding_id = ? AND state IN ('SUCCEEDED', 'DISPUTED')"
                        + " GROUP BY uid HAVING count(*) > 1")
                .param(lot.id())
                .query(String.class)
                .list();
    }
}
