package cn.citybrain.parking.onboarding.seal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.seal.CheckResult;
import cn.citybrain.parking.onboarding.seal.Finding;
import cn.citybrain.parking.onboarding.seal.RawDatabase;
import cn.citybrain.parking.onboarding.seal.SealCheck;
import cn.citybrain.parking.onboarding.seal.SealScope;
import cn.citybrain.parking.onboarding.seal.SealedTables;
import cn.citybrain.parking.onboarding.seal.key.SealSettings;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What enters the chain, and when. */
@OnboardingTest
class ChainerTest {

    private static final long BINDING = -80;

    @Autowired
    ApplicationContext app;

    @Autowired
    Chainer chainer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntryTable entries;

    @Autowired
    Layouts layouts;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    private RawDatabase console;

    @BeforeEach
    void begin() throws Exception {
        clock.reset();
        console = new RawDatabase(app.getEnvironment());
        chainer.chainAll();
        pass(baseline());
    }

    @AfterEach
    void tidy() throws Exception {
        chainer.chainAll();
        console.close();
        clock.reset();
    }

    @Test
    void aRowHasAnEntryForEachOfItsStatesAndOneForItsEnd() {
        long id = insert();
        chainer.chainAll();
        jdbc.sql("UPDATE overdue_step SET name = 'b' WHERE step_id = ?")
                .param("s" + id)
                .update();
        chainer.chainAll();
        jdbc.sql("UPDATE overdue_step SET name = 'b' WHERE step_id = ?")
                .param("s" + id)
                .update();
        chainer.chainAll();
        jdbc.sql("DELETE FROM overdue_step WHERE step_id = ?").param("s" + id).update();
        chainer.chainAll();

        List<Entry> history =
                entries.history(layouts.ids("overdue_step"), List.of("s" + id)).get("s" + id);
        assertThat(history).extracting(Entry::isGone).containsExactly(false, false, true);
        assertThat(history).extracting(Entry::kind).containsOnly(Entry.Kind.WRITTEN);
    }

    private long insert() {
        long id = System.nanoTime();
        jdbc.sql(
                        "INSERT INTO overdue_step (step_id, execution_id, application_no, channel, name, since, days, opens_at)"
                                + " VALUES (?, 'e', 'x', 'x', 'a', CURRENT_TIMESTAMP, 1, CURRENT_TIMESTAMP)")
                .param("s" + id)
                .update();
        return id;
    }

    /** Its number was drawn first. */
    @Test
    void aTransactionThatCommitsLateIsNotPassedOver() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<Long> late = other.submit(() -> new TransactionTemplate(transactions).execute(tx -> {
                long id = note();
                written.countDown();
                await(commit);
                return id;
            }));
            await(written);
            long early = note();
            chainer.chainAll();
            commit.countDown();
            long lateId = late.get(10, TimeUnit.SECONDS);
            chainer.chainAll();

            assertThat(lateId).isLessThan(early);
            assertThat(entries.history(
                            layouts.ids("lot_refusal"), List.of(String.valueOf(early), String.valueOf(lateId))))
                    .hasSize(2);
        } finally {
            other.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void severalNodesChainAndWriteAtTheSameTimeAndLoseNothing() throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> work = IntStream.range(0, 6)
                    .<Future<?>>mapToObj(node -> nodes.submit(() -> {
                        for (int i = 0; i < 30; i++) {
                            if (node < 4) {
                                note();
                            } else if (node == 4) {
                                chainAsOneOfMany();
                            } else {
                                chainer.chainIfFree();
                            }
                        }
                    }))
                    .toList();
            for (Future<?> node : work) {
                node.get(60, TimeUnit.SECONDS);
            }
        } finally {
            nodes.shutdownNow();
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void aNodeDoesNotWaitForAnotherThatIsAtIt() throws Exception {
        Baseline baseline = baseline();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            note();
            new TransactionTemplate(transactions).executeWithoutResult(tx -> {
                app.getBean(ChainTables.class).lock();
                assertThat(other.submit(chainer::chainIfFree))
                        .succeedsWithin(Duration.ofSeconds(10))
                        .isEqualTo(0);
                assertThat(other.submit(baseline::advance))
                        .succeedsWithin(Duration.ofSeconds(10))
                        .isEqualTo(false);
            });
        } finally {
            other.shutdownNow();
        }
        assertThat(chainer.chainIfFree()).isPositive();
    }

    private void chainAsOneOfMany() {
        try {
            chainer.chainAll();
        } catch (org.springframework.dao.ConcurrencyFailureException another) {
            // as in ChainSchedule
        }
    }

    /** Nodes of the version before tell no facts. */
    @Test
    void rowsFromBeforeAreTakenOverUntilNoEarlierNodeCanBeLeft() throws Exception {
        found("lot_refusal");
        Baseline baseline = baseline();
        written("before the upgrade");
        pass(baseline);
        written("beside the upgrade");
        CheckResult strangers = result("外来的行");
        assertThat(strangers.findings()).isEmpty();
        assertThat(strangers.notes()).anyMatch(note -> note.contains("lot_refusal 还在升级后的过渡期"));

        clock.advance(Duration.ofHours(25));
        pass(baseline);
        assertThat(findings()).isEmpty();
        assertThat(jdbc.sql("SELECT taken FROM seal_baseline WHERE table_name = 'lot_refusal'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);

        written("behind the back");
        assertThat(findings()).singleElement().satisfies(finding -> assertThat(finding.what())
                .startsWith("不是由本系统写入的"));
        console.run("DELETE FROM lot_refusal WHERE text = 'behind the back'");
    }

    @Test
    void aTableThatWasEmptyIsNotSettledAsLongAsAnEarlierNodeMayFillIt() throws Exception {
        clock.advance(Duration.ofHours(1));
        found("lot_refusal");
        Baseline baseline = baseline();
        pass(baseline);
        written("first of all");
        assertThat(findings()).isEmpty();

        clock.advance(Duration.ofHours(25));
        pass(baseline);
        assertThat(findings()).isEmpty();
        assertThat(open()).doesNotContain("lot_refusal");
    }

    /** Nobody chains as long as a page is read. */
    @Test
    void onlyFewRowsWithPicturesInThemAreTakenOverAtOnce() {
        for (String table : List.of("photo", "document", "channel_message", "lot_refusal")) {
            found(table);
        }
        RowKeys pages = spy(app.getBean(RowKeys.class));
        pass(baseline(pages));
        clock.advance(Duration.ofHours(25));
        pass(baseline());

        for (String table : List.of("photo", "document", "channel_message")) {
            verify(pages, atLeastOnce())
                    .page(argThat(layout -> layout.tableName().equals(table)), any(), eq(20));
        }
        verify(pages, atLeastOnce()).page(argThat(layout -> layout.tableName().equals("lot_refusal")), any(), eq(500));
    }

    private List<String> open() {
        return app.getBean(BaselineTable.class).open().stream()
                .map(BaselineTable.Pass::table)
                .toList();
    }

    /** As if the version that seals it were installed right now. */
    private void found(String table) {
        jdbc.sql("UPDATE seal_baseline SET settled_at = NULL, settles_at = NULL, last_key = NULL, taken = 0,"
                        + " begun_at = ? WHERE table_name = ?")
                .params(SqlTime.of(clock.instant()), table)
                .update();
    }

    private void pass(Baseline baseline) {
        while (baseline.advance()) {
            assertThat(SealedTables.all()).isNotEmpty();
        }
    }

    private void written(String text) throws Exception {
        console.run("INSERT INTO lot_refusal (binding_id, kind, party, actor, text, at) VALUES (" + BINDING
                + ", 'NOTE', 'x', 'x', '" + text + "', CURRENT_TIMESTAMP)");
    }

    private Baseline baseline() {
        return baseline(app.getBean(RowKeys.class));
    }

    private Baseline baseline(RowKeys pages) {
        return new Baseline(
                app.getBean(BaselineTable.class),
                app.getBean(ChainTables.class),
                entries,
                chainer,
                layouts,
                pages,
                app.getBean(RowStates.class),
                app.getBean(Facts.class),
                app.getBean(SealSettings.class),
                clock,
                transactions);
    }

    private List<Finding> findings() {
        return results().stream()
                .flatMap(result -> result.findings().stream())
                .filter(finding -> finding.where().startsWith("lot_refusal")
                        || finding.where().startsWith("第"))
                .toList();
    }

    private CheckResult result(String check) {
        return results().stream()
                .filter(result -> result.check().equals(check))
                .findFirst()
                .orElseThrow();
    }

    /** What the chain says of rows; papers, seals and dossiers are verified elsewhere. */
    private List<CheckResult> results() {
        chainer.chainAll();
        return Stream.of("chainCheck", "rowCheck", "strangerCheck")
                .map(check -> app.getBean(check, SealCheck.class))
                .flatMap(check -> check.run(SealScope.WHOLE).stream())
                .toList();
    }

    private long note() {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.sql("INSERT INTO lot_refusal (binding_id, kind, party, actor, text, at) VALUES (?, 'NOTE', 'x', 'x', 'x',"
                        + " CURRENT_TIMESTAMP)")
                .param(BINDING)
                .update(key, "id");
        return key.getKeyAs(Long.class);
    }
}
