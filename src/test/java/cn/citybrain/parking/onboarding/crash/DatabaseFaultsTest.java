package cn.citybrain.parking.onboarding.crash;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.faults.Cut;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.faults.Figures;
import cn.citybrain.parking.onboarding.faults.TcpProxy;
import cn.citybrain.parking.onboarding.nodes.DatabaseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A node whose database fails under load: stopped the hard way, connections cut during COMMIT, no connection left, disk full.
 * When the fault is over, everything comes to its end by itself; what a lot was told is kept, is kept.
 */
@Tag("nodes")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseFaultsTest {

    private static final int LOTS = Effort.rounds(6, 16);
    private static final int POOL = 12;
    private static final Duration COMES_WITHIN = Duration.ofMinutes(3);

    /** Bytes; two for each lot are more than a file may have on a full disk. */
    private static final int LARGE_PHOTO = 300_000;

    private final AtomicInteger loads = new AtomicInteger();
    private DatabaseServer database;
    private TcpProxy wire;
    private Town town;
    private Platform node;

    @BeforeAll
    void start(@TempDir Path disk) throws IOException {
        database = DatabaseServer.start(disk);
        wire = TcpProxy.to("localhost", database.port());
        int port = Platform.freePort();
        town = new Town("http://localhost:" + port, tables());
        Path home = Files.createDirectories(Path.of("target", "faults", "node-" + port))
                .toAbsolutePath();
        Map<String, String> settings = new HashMap<>(KilledNodesTest.SOON);
        settings.put("spring.datasource.hikari.maximum-pool-size", Integer.toString(POOL));
        settings.put("spring.datasource.hikari.connection-timeout", "2000");
        // a retry of the engine's jobs soon after the fault
        settings.put("camunda.bpm.generic-properties.properties.failedJobRetryTimeCycle", "R20/PT3S");
        // each statement travels as text, so that the proxy knows a COMMIT
        String url = "jdbc:postgresql://localhost:" + wire.port() + "/postgres?prepareThreshold=0";
        node = new Platform(home, port, town.url(), url, settings);
        node.start();
    }

    @AfterAll
    void stop() {
        node.kill();
        town.close();
        wire.close();
        database.close();
    }

    @Test
    void healsWhenTheDatabaseWasStoppedImmediately() {
        int stops = Effort.rounds(1, 10);
        for (int stop = 1; stop <= stops; stop++) {
            Random dice = Effort.dice("stop-database", stop);
            int before = town.charges().size();
            load();
            int enough = before + 1 + dice.nextInt(LOTS);
            await("charges", () -> town.charges().size() >= enough);
            database.stopImmediately();
            database.startAgain();
        }
        judge("database stopped with immediate shutdown under load", stops);
    }

    @Test
    void healsWhenConnectionsWereCutDuringCommit() {
        int cuts = 0;
        for (int load = 1; load <= Effort.rounds(1, 12); load++) {
            Random dice = Effort.dice("cut-commit", load);
            int planned = LOTS;
            List<String> lots = gates();
            for (int cut = 0; cut < planned; cut++) {
                wire.plan(commit(dice.nextInt(60), dice.nextBoolean() ? Cut.Loss.PIECE : Cut.Loss.ANSWER));
            }
            visit(lots, 0);
            await("cuts", () -> wire.planned() == 0);
            cuts += planned;
        }
        judge("connection cut during COMMIT, before the database had it or before its answer", cuts);
    }

    @Test
    void healsWhenNoConnectionWasLeft() throws SQLException {
        int times = Effort.rounds(1, 10);
        for (int time = 1; time <= times; time++) {
            List<String> lots = gates();
            try (Connection other = DriverManager.getConnection(database.url(), "postgres", "");
                    var statement = other.createStatement()) {
                other.setAutoCommit(false);
                // whoever wants to store a record waits, and keeps a connection of the pool meanwhile
                statement.execute("LOCK TABLE lot_record, deduction IN ACCESS EXCLUSIVE MODE");
                long repeated = town.repeatedCalls();
                visit(lots, 0);
                await("refused calls", () -> town.repeatedCalls() > repeated);
                other.rollback();
            }
        }
        judge("pool of connections exhausted", times);
    }

    @Test
    void healsWhenTheDiskWasFull() {
        int times = Effort.rounds(1, 5);
        for (int time = 1; time <= times; time++) {
            long repeated = town.repeatedCalls();
            int said = database.said().length();
            List<String> lots = gates();
            database.limitFiles(DatabaseServer.LOG_FILE);
            try {
                visit(lots, LARGE_PHOTO);
                await("calls that could not be stored", () -> town.repeatedCalls() > repeated);
                assertThat(database.said().substring(said)).contains("could not extend file");
            } finally {
                database.unlimitFiles();
            }
        }
        judge("disk full for the database", times);
    }

    /** The n-th COMMIT from now. */
    private static Cut commit(int n, Cut.Loss loss) {
        AtomicInteger left = new AtomicInteger(n);
        return new Cut(
                seen -> seen.way() == Cut.Way.TO_SERVER
                        && seen.piece().contains("\0COMMIT\0")
                        && left.getAndDecrement() <= 0,
                loss);
    }

    private void load() {
        visit(gates(), 0);
    }

    private List<String> gates() {
        int first = loads.incrementAndGet() * 100;
        List<String> lots = Town.lots(first, LOTS);
        await("the node is ready again", node::ready);
        node.openGates(lots, first);
        return lots;
    }

    private void visit(List<String> lots, int photoBytes) {
        town.visit(lots, loads.get() * 100, photoBytes);
    }

    private void judge(String scenario, int rounds) {
        town.awaitEnd();
        Figures figures = town.figures(scenario, rounds);
        figures.write();
        assertThat(town.stuck()).as("stuck, seed %d", Effort.seed()).isEmpty();
        assertThat(town.lost()).as("lost, seed %d", Effort.seed()).isEmpty();
        assertThat(town.twice()).as("twice, seed %d", Effort.seed()).isEmpty();
        assertThat(town.charges()).hasSize(loads.get() * LOTS);
        assertThat(town.count("act_ru_incident")).isZero();
    }

    private static void await(String what, java.util.concurrent.Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(COMES_WITHIN)
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    private JdbcClient tables() {
        return JdbcClient.create(new DriverManagerDataSource(database.url(), "postgres", ""));
    }
}
