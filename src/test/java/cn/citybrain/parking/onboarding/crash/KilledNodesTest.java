package cn.citybrain.parking.onboarding.crash;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.faults.Figures;
import cn.citybrain.parking.onboarding.nodes.FrontDoor;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two nodes share a database; under load one of them is killed with {@code kill -9} at a random moment and replaced while
 * the other one goes on. A round is one deduction that was under way at a node (its task was locked by it) when it died.
 */
@Tag("nodes")
class KilledNodesTest {

    private static final int LOTS = 16;
    private static final int ROUNDS = Effort.rounds(4, 200);
    private static final int MOST_KILLS = Effort.rounds(3, 60);

    /** Locks that run out soon, though never before the call that they protect. */
    static final Map<String, String> SOON = Map.ofEntries(
            Map.entry("onboarding.process.worker.lock", "20s"),
            Map.entry("onboarding.channels.wechatpay.read-timeout", "12s"),
            Map.entry("onboarding.channels.wechatpay.total-timeout", "15s"),
            Map.entry("camunda.bpm.job-execution.lock-time-in-millis", "20000"),
            Map.entry("onboarding.events.resubmit-after", "10s"),
            Map.entry("onboarding.events.resubmit-every", "5s"),
            Map.entry("onboarding.mail.claim", "10s"),
            Map.entry("onboarding.parking.mqtt.patience", "5s"),
            Map.entry("onboarding.parking.mqtt.lease", "10s"),
            Map.entry("onboarding.process.sweep-every", "5s"),
            Map.entry("onboarding.deduction.sweep-interval", "PT5S"),
            Map.entry("onboarding.circuit.longest-pause", "15s"));

    private final List<Platform> nodes = new ArrayList<>();
    private JdbcClient tables;
    private FrontDoor door;
    private Town town;

    @BeforeEach
    void startTwoNodes() throws IOException {
        String url = TestDatabase.newDatabase();
        tables = JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
        List<Integer> ports = List.of(Platform.freePort(), Platform.freePort());
        door = FrontDoor.open(0, ports);
        town = new Town(door.url(), tables);
        for (int port : ports) {
            // kept: the logs tell what happened
            Path home = Files.createDirectories(Path.of("target", "faults", "node-" + port))
                    .toAbsolutePath();
            nodes.add(new Platform(home, port, town.url(), url, SOON));
        }
        // the first one makes the tables
        nodes.forEach(Platform::start);
    }

    @AfterEach
    void stop() {
        nodes.forEach(Platform::kill);
        town.close();
        door.close();
    }

    @Test
    void losesNothingAndChargesNothingTwice() {
        int underWay = 0;
        int kills = 0;
        while (kills < MOST_KILLS && underWay < ROUNDS) {
            kills++;
            underWay += kill(kills, Effort.dice("kill-node", kills));
        }
        town.awaitEnd();

        Figures figures = town.figures("a node of two killed under load (%d kills)".formatted(kills), underWay);
        figures.write();
        assertThat(town.stuck()).as("stuck, seed %d", Effort.seed()).isEmpty();
        assertThat(town.lost()).as("lost, seed %d", Effort.seed()).isEmpty();
        assertThat(town.twice()).as("twice, seed %d", Effort.seed()).isEmpty();
        assertThat(town.charges()).hasSize(kills * LOTS);
        assertThat(underWay).as("deductions under way when a node died").isGreaterThanOrEqualTo(ROUNDS);
        assertEverythingWasToldOnce(kills);
        assertThat(town.count("act_ru_incident")).isZero();
        assertThat(town.count("act_hi_procinst WHERE state_ <> 'COMPLETED'")).isZero();
    }

    /** One thread of a node sends mails, one messages: a death can leave one of each taken by the other side and unnoted. */
    private void assertEverythingWasToldOnce(int kills) {
        System.out.printf(
                "%d kills: %d mails and %d messages came twice, %d calls of lots were repeated%n",
                kills, town.mailsTwice(), town.messagesTwice(), town.repeatedCalls());
        assertThat(town.mailsTwice()).as("mails that came twice").isBetween(0L, (long) kills);
        assertThat(town.count("mail WHERE state <> 'SENT' AND task_id IS NULL")).isZero();
        assertThat(town.messagesTwice()).as("messages that came twice").isBetween(0L, (long) kills * LOTS / 2);
        assertThat(tables.sql("SELECT count(*) FROM act_hi_actinst WHERE act_type_ = 'noneEndEvent'"
                                + " GROUP BY proc_inst_id_, act_id_ HAVING count(*) > 1")
                        .query(Integer.class)
                        .list())
                .as("ends that a process reached twice")
                .isEmpty();
    }

    /** Opens gates, lets vehicles come, kills a node in the middle of it and replaces it. Returns what was under way there. */
    private int kill(int kill, Random dice) {
        int first = kill * 100;
        List<String> lots = Town.lots(first, LOTS);
        nodes.get(dice.nextInt(2)).openGates(lots, first);
        for (int n = 0; n < LOTS; n++) {
            plan(WaitingGates.plate(first + n), dice);
        }
        town.visit(lots, first, 0);
        int enough = 1 + dice.nextInt(LOTS / 2);
        Platform victim = Awaitility.await("a node with enough deductions under way")
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(3))
                .until(() -> busiest(enough, decided(lots)), Objects::nonNull);
        String locks = locks(victim);
        victim.kill();
        int underWay = town.count(locks);
        victim.start();
        return underWay;
    }

    /** Null while no node has enough under way and it is not too late for more. */
    private Platform busiest(int enough, boolean tooLate) {
        Platform busiest = Collections.max(nodes, Comparator.comparingInt(node -> town.count(locks(node))));
        return tooLate || town.count(locks(busiest)) >= enough ? busiest : null;
    }

    /** Deductions that a node has taken. */
    private static String locks(Platform node) {
        return "act_ru_ext_task WHERE topic_name_ = 'deduct' AND lock_exp_time_ > now() AND worker_id_ = '"
                + node.workerId() + "'";
    }

    private boolean decided(List<String> lots) {
        return town.stuck().stream().noneMatch(lots::contains);
    }

    private void plan(String plate, Random dice) {
        int fate = dice.nextInt(10);
        if (fate < 6) {
            // in the long form: some of them not done at all
            Fault.Kind kind = Effort.isLong() && fate < 2 ? Fault.Kind.HOLD : Fault.Kind.DONE_THEN_HOLD;
            town.desk()
                    .plan(Fault.once(WechatPayOperation.DEDUCT, kind)
                            .matching(plate)
                            .holding(1000 + dice.nextInt(4000)));
        }
        if (dice.nextBoolean()) {
            town.desk()
                    .plan(Fault.once(WechatPayOperation.NOTIFY, Fault.Kind.NOTICE_NEVER)
                            .matching(plate));
        }
    }
}
