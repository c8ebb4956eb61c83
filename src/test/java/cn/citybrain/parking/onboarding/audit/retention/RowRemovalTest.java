package cn.citybrain.parking.onboarding.audit.retention;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that somebody else has in hand while they are to be removed. */
@OnboardingTest
class RowRemovalTest {

    private static final String OVER = "state = 'OVER'";

    @Autowired
    RowRemoval rows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final ExecutorService others = Executors.newSingleThreadExecutor();
    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);

    @BeforeEach
    void twoRows() {
        jdbc.sql("CREATE TABLE rows_to_remove (id BIGINT PRIMARY KEY, state VARCHAR(10), content VARCHAR(10))")
                .update();
        jdbc.sql("INSERT INTO rows_to_remove VALUES (1, 'OVER', 'x'), (2, 'OVER', 'x')")
                .update();
    }

    @AfterEach
    void forget() {
        end.countDown();
        others.shutdown();
        jdbc.sql("DROP TABLE rows_to_remove").update();
    }

    @Test
    void aRowThatCameAliveAgainIsLeftAlone() throws Exception {
        Future<?> other = meanwhile("UPDATE rows_to_remove SET state = 'ALIVE' WHERE id = 1");
        CompletableFuture<Void> ended = endOnceSomebodyWaits();

        List<RemovedRow> emptied = transaction.execute(
                tx -> rows.empty("rows_to_remove", "content = ''", "content <> '' AND " + OVER, Map.of()));

        ended.get(10, TimeUnit.SECONDS);
        other.get(10, TimeUnit.SECONDS);
        assertThat(emptied).containsExactly(RemovedRow.emptied("rows_to_remove", "2"));
        assertThat(content(1)).isEqualTo("x");
        assertThat(content(2)).isEmpty();
    }

    @Test
    void aRowThatSomebodyElseRemovedIsNotNamedTwice() throws Exception {
        Future<?> other = meanwhile("DELETE FROM rows_to_remove WHERE id = 1");
        CompletableFuture<Void> ended = endOnceSomebodyWaits();

        List<RemovedRow> deleted = transaction.execute(tx -> rows.delete("rows_to_remove", OVER, Map.of()));

        ended.get(10, TimeUnit.SECONDS);
        other.get(10, TimeUnit.SECONDS);
        assertThat(deleted).containsExactly(RemovedRow.deleted("rows_to_remove", "2"));
    }

    @Test
    void aBatchPassesOverWhatSomebodyElseHasInHand() throws Exception {
        Future<?> other = meanwhile("UPDATE rows_to_remove SET content = 'y' WHERE id = 1");

        List<RemovedRow> deleted = transaction.execute(tx -> rows.deleteSome("rows_to_remove", OVER, 1, Map.of()));

        assertThat(deleted).containsExactly(RemovedRow.deleted("rows_to_remove", "2"));
        end.countDown();
        other.get(10, TimeUnit.SECONDS);
        assertThat(content(1)).isEqualTo("y");
    }

    private Future<?> meanwhile(String sql) throws InterruptedException {
        Future<?> other = others.submit(() -> transaction.executeWithoutResult(tx -> {
            jdbc.sql(sql).update();
            held.countDown();
            await(end);
        }));
        assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
        return other;
    }

    /** Not before the removal waits for the row: whatever ends earlier proves nothing. */
    private CompletableFuture<Void> endOnceSomebodyWaits() {
        return CompletableFuture.runAsync(() -> {
            try {
                Awaitility.await().atMost(Duration.ofSeconds(9)).until(this::somebodyWaits);
            } finally {
                end.countDown();
            }
        });
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                                TestDatabase.onPostgres()
                                        ? "SELECT count(*) FROM pg_locks WHERE NOT granted"
                                        : "SELECT count(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL")
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String content(long id) {
        return jdbc.sql("SELECT content FROM rows_to_remove WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
