package cn.citybrain.parking.onboarding.crash;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.crash.Moment.Fact;
import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.mail.MailCatcher;
import cn.citybrain.parking.onboarding.simulator.wechatpay.protocol.WechatPayOperation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/**
 * Kills the platform's JVM with {@code kill -9} at every {@link Moment} and starts it again: nothing is lost, nothing is
 * charged twice. Channel, lots and mail server live on in this JVM; what they know is the truth that is compared with.
 */
@Tag("killed")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledPlatformTest {

    private static final Duration COMES_WITHIN = Duration.ofSeconds(150);
    private static final Duration HEALS_WITHIN = Duration.ofMinutes(4);
    private static final int FEE = 500;

    private final ExecutorService drivers = Executors.newCachedThreadPool();
    private final Map<Moment, Long> bindings = new EnumMap<>(Moment.class);
    private final Map<Moment, Future<?>> visits = new EnumMap<>(Moment.class);
    private SimulatorServer simulator;
    private ChannelDesk desk;
    private Platform platform;
    private JdbcClient remains;

    @BeforeAll
    void killAtEveryMomentAndStartAgain(@TempDir Path home) {
        platform = new Platform(home, this::startSimulator);
        platform.start("--kill.lots="
                + Arrays.stream(Moment.values()).map(Moment::lotCode).collect(Collectors.joining(",")));
        for (Moment moment : Moment.values()) {
            bindings.put(moment, platform.count(lotBinding("max(b.id)", moment)));
        }
        for (int round = 1; round <= Moment.ROUNDS; round++) {
            kill(Moment.ofRound(round));
            platform.start();
            platform.letLocksRunOut();
        }
        platform.withdraw(bindings.get(Moment.BEFORE_WITHDRAWAL));
        Awaitility.await().atMost(HEALS_WITHIN).until(this::everythingCameToItsEnd);
        platform.kill();
        remains = platform.remains();
    }

    private String startSimulator(String platformUrl) {
        simulator = SimulatorServer.start(Map.of(
                "simulator.port",
                0,
                "simulator.mail-port",
                0,
                "simulator.platform-url",
                platformUrl,
                "simulator.database",
                "jdbc:h2:mem:kill-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        desk = simulator.part(ChannelDesks.class).of("wechatpay");
        desk.autopilot(true);
        return simulator.url();
    }

    @AfterAll
    void stop() {
        if (platform != null) {
            platform.kill();
        }
        drivers.shutdownNow();
        simulator.close();
    }

    private void kill(List<Moment> moments) {
        Moment last = moments.get(moments.size() - 1);
        List<Moment> others = moments.subList(0, moments.size() - 1);
        others.forEach(moment -> bringAbout(moment, false));
        others.forEach(this::awaitArrival);
        bringAbout(last, true);
        awaitArrival(last);
        platform.kill();
        JdbcClient left = platform.remains();
        moments.forEach(moment -> assertDiedThere(moment, left));
    }

    private void bringAbout(Moment moment, boolean stopsAll) {
        long binding = bindings.get(moment);
        moment.fact().ifPresent(fact -> platform.arm(moment, fact.about(binding), stopsAll));
        if (moment.withdrawnBeforeTheTest()) {
            drivers.submit(() -> platform.withdraw(binding));
            return;
        }
        if (moment.fact().isEmpty()) {
            Fault.Kind kind = moment == Moment.REQUEST_UNDER_WAY ? Fault.Kind.HOLD : Fault.Kind.DONE_THEN_HOLD;
            desk.plan(Fault.once(WechatPayOperation.DEDUCT, kind)
                    .matching(plate(moment))
                    .holding(60_000));
        }
        // what heals must not need the channel's callback
        desk.plan(Fault.once(WechatPayOperation.NOTIFY, Fault.Kind.NOTICE_NEVER).matching(plate(moment)));
        visits.put(moment, drivers.submit(() -> visit(moment)));
    }

    private void visit(Moment moment) {
        RestClient.create(simulator.url())
                .post()
                .uri("/demo/api/lots/{code}/visits", moment.lotCode())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("plateNo", plate(moment), "plateColor", 1, "amount", FEE))
                .retrieve()
                .toBodilessEntity();
    }

    private void awaitArrival(Moment moment) {
        Awaitility.await(moment.name()).atMost(COMES_WITHIN).until(() -> arrived(moment));
        if (moment == Moment.WITHDRAWN_DURING_CHARGE) {
            platform.withdraw(bindings.get(moment));
        }
    }

    private boolean arrived(Moment moment) throws ExecutionException, InterruptedException {
        boolean there = moment.fact().isPresent() ? platform.stands(moment) : taken(moment);
        Future<?> visit = visits.get(moment);
        if (!there && visit != null && visit.isDone()) {
            // says why, if the lot could not report its visit
            visit.get();
        }
        return there;
    }

    /** Whether the channel is at the planned fault. */
    private boolean taken(Moment moment) {
        return desk.faults().stream()
                .noneMatch(fault -> fault.operation().equals(WechatPayOperation.DEDUCT.name())
                        && fault.match().equals(plate(moment)));
    }

    /** The state on the disk is that of the moment: nothing that was not committed, everything that was. */
    private void assertDiedThere(Moment moment, JdbcClient left) {
        String fact = moment.fact().orElse(Fact.SENT).about(bindings.get(moment));
        assertThat(left.sql(fact).query(Integer.class).single())
                .as("%s: %s", moment, fact)
                .isEqualTo(moment.after() ? 1 : 0);
        if (moment.fact().isEmpty()) {
            assertThat(left.sql(keptRequests(moment)).query(Integer.class).single())
                    .as("%s: the channel has the request, so we have kept it", moment)
                    .isEqualTo(1);
        }
    }

    private String keptRequests(Moment moment) {
        return "SELECT count(*) FROM sent_request r JOIN deduction d ON d.out_trade_no = r.number WHERE d.binding_id = "
                + bindings.get(moment);
    }

    private boolean everythingCameToItsEnd() {
        return platform.count("SELECT count(*) FROM act_ru_execution") == 0
                && platform.count("SELECT count(*) FROM mail WHERE state = 'WAITING'") == 0
                && platform.count("SELECT count(*) FROM event_publication") == 0;
    }

    @ParameterizedTest
    @EnumSource
    void chargesNothingTwiceAndLosesNothing(Moment moment) {
        long binding = bindings.get(moment);
        List<String> charged = charges(moment);
        List<String> known = remains.sql(
                        "SELECT out_trade_no FROM deduction WHERE binding_id = ? AND state = 'SUCCEEDED'")
                .param(binding)
                .query(String.class)
                .list();

        assertThat(remains.sql("SELECT state FROM lot_binding WHERE id = ?")
                        .param(binding)
                        .query(String.class)
                        .single())
                .isEqualTo(moment.withdraws() ? "WITHDRAWN" : "LIVE");
        assertThat(charged).hasSize(moment.withdrawnBeforeTheTest() ? 0 : 1).isEqualTo(known);
        assertThat(count("deduction WHERE binding_id = " + binding)).isEqualTo(charged.size());
        assertThat(count("bill WHERE consumed_by = " + binding)).isEqualTo(charged.size());
        assertThat(remains.sql(keptRequests(moment)).query(Integer.class).single())
                .as("every charge has its signed request")
                .isGreaterThanOrEqualTo(charged.size());
    }

    private List<String> charges(Moment moment) {
        return simulator.part(Ledger.class).entries().stream()
                .filter(entry -> entry.plateNo().equals(plate(moment)))
                .peek(entry -> assertThat(entry.kind()).isEqualTo(LedgerEntry.Kind.CHARGE))
                .peek(entry -> assertThat(entry.amount()).isEqualTo(FEE))
                .map(LedgerEntry::tradeNo)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void tellsEverybodyHowItEnded(Moment moment) {
        String template = moment.withdraws() ? "lot-withdrawn" : "lot-live";

        assertThat(remains.sql("SELECT recipient FROM mail WHERE dedupe_key LIKE ?")
                        .param(template + "/" + bindings.get(moment) + "/%")
                        .query(String.class)
                        .list())
                .contains("support@zhilian.example")
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void everyMailThatWasWrittenArrived() {
        List<String> arrived = simulator.part(MailCatcher.class).mails().stream()
                .map(mail ->
                        mail.to() + "|" + mail.subject() + "|" + mail.text().strip())
                .map(KilledPlatformTest::oneLine)
                .toList();

        assertThat(remains.sql("SELECT recipient, subject, body FROM mail WHERE state NOT IN ('COLLECTED',"
                                + " 'DIGESTED', 'OBSOLETE')")
                        .query((row, n) -> row.getString(1) + "|" + row.getString(2) + "|"
                                + row.getString(3).strip())
                        .list())
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(arrived).contains(oneLine(mail)));
        assertThat(count("mail WHERE state <> 'SENT' AND task_id IS NULL"))
                .as("what waits for the full hour is about a task")
                .isZero();
    }

    @Test
    void theProcessEndedAndNothingIsLeftBehind() {
        assertThat(remains.sql("SELECT state FROM application WHERE no ="
                                + " (SELECT max(application_no) FROM lot_binding WHERE id = ?)")
                        .param(bindings.get(Moment.AFTER_LIVE))
                        .query(String.class)
                        .single())
                .isEqualTo("PARTLY_DONE");
        long withdrawals =
                Arrays.stream(Moment.values()).filter(Moment::withdraws).count();
        assertThat(count("act_hi_procinst WHERE state_ = 'COMPLETED'"))
                .as("the application, its acceptance, its gates, what they called")
                .isEqualTo((int) (2 + Moment.values().length + withdrawals));
        assertThat(count("act_hi_procinst WHERE state_ <> 'COMPLETED'")).isZero();
        assertThat(count("act_ru_ext_task")).isZero();
        assertThat(count("act_ru_incident")).isZero();
        assertThat(count("act_hi_incident")).isZero();
        assertThat(count("act_ru_job WHERE process_instance_id_ IS NOT NULL")).isZero();
    }

    private int count(String what) {
        return remains.sql("SELECT count(*) FROM " + what).query(Integer.class).single();
    }

    private static String lotBinding(String column, Moment moment) {
        return "SELECT " + column + " FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id WHERE l.code = '"
                + moment.lotCode() + "'";
    }

    private static String plate(Moment moment) {
        return WaitingGates.plate(moment.ordinal());
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
