package cn.citybrain.parking.onboarding.document.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class TurnsTest {

    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(60);

    private final AtomicLong later = new AtomicLong();

    private Turns turns(Duration patience) {
        return new Turns(
                new ReaderSettings(1, DataSize.ofMegabytes(320), patience, SHORT, PAUSE, 40),
                () -> System.nanoTime() + later.get());
    }

    @Test
    void manyFilesOfOneCostAnotherOneOfThem() {
        Turns turns = turns(LONG);
        List<String> read = new CopyOnWriteArrayList<>();
        turns.take("hubin");
        CompletableFuture<?>[] files = new CompletableFuture<?>[5];
        for (int n = 0; n < files.length; n++) {
            String person = n < 4 ? "hubin" : "chengxi";
            files[n] = waiting(() -> {
                turns.take(person);
                read.add(person);
                turns.giveBack(person);
            });
        }

        turns.giveBack("hubin");
        CompletableFuture.allOf(files).join();

        assertThat(read.indexOf("chengxi")).isLessThanOrEqualTo(1);
        assertThat(read).hasSize(5);
    }

    @Test
    void whoUsedUpADeadlinePausesAndNobodyElse() {
        Turns turns = turns(SHORT);
        turns.take("hubin");
        turns.usedUp("hubin");
        turns.giveBack("hubin");

        assertThatThrownBy(() -> turns.take("hubin"))
                .isInstanceOfSatisfying(
                        ReadersBusy.class, busy -> assertThat(busy.seconds()).isBetween(55L, 60L))
                .hasMessageMatching(".*请过 \\d+ 秒再上传");
        assertThatCode(() -> turns.take("chengxi")).doesNotThrowAnyException();
        turns.giveBack("chengxi");

        later.set(PAUSE.plusSeconds(1).toNanos());
        assertThatCode(() -> turns.take("hubin")).doesNotThrowAnyException();
    }

    @Test
    void whatWaitedBehindOnesOwnEndlessFilePausesToo() {
        Turns turns = turns(LONG);
        turns.take("hubin");
        CompletableFuture<Void> second = waiting(() -> turns.take("hubin"));
        turns.usedUp("hubin");
        turns.giveBack("hubin");

        assertThatThrownBy(second::join).hasCauseInstanceOf(ReadersBusy.class).hasMessageContaining("没有读完");
        assertThatCode(() -> turns.take("chengxi")).doesNotThrowAnyException();
    }

    @Test
    void whoDidNotGetATurnLeavesNothingBehind() {
        Turns turns = turns(SHORT);
        turns.take("hubin");
        assertThatThrownBy(() -> turns.take("hubin")).isInstanceOf(ReadersBusy.class);
        assertThatThrownBy(() -> turns.take("chengxi")).isInstanceOf(ReadersBusy.class);
        assertThatThrownBy(() -> turns.take("")).isInstanceOf(ReadersBusy.class);
        turns.giveBack("hubin");

        for (String person : List.of("hubin", "chengxi", "", "")) {
            turns.take(person);
            turns.giveBack(person);
        }
    }

    /** What is read for channels and for whoever looks at papers is several people's. */
    @Test
    void theSystemsOwnFilesNeverPause() {
        Turns turns = turns(SHORT);
        turns.take("");
        turns.usedUp("");
        turns.giveBack("");

        assertThatCode(() -> turns.take("")).doesNotThrowAnyException();
    }

    /** Another upload, as soon as it stands in the queue. */
    private static CompletableFuture<Void> waiting(Runnable upload) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                upload.run();
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        await().until(() -> thread.getState() == Thread.State.TIMED_WAITING);
        return done;
    }
}
