package cn.citybrain.parking.onboarding.simulator.player;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingApplication;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.kill.KillSwitch;
import cn.citybrain.parking.onboarding.simulator.SimulatorApplication;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The platform dies as by kill -9, at one moment after the other, and is started again each time, while WeChat Pay and
 * the lots live on in another JVM. On file-backed H2 and on PostgreSQL.
 */
@Tag("database")
class KillTest {

    private static final Duration DEATH = Duration.ofMinutes(4);
    private static final int KILLED = 137;
    private static final int FEE = 500;
    private static final Company COMPANY = Company.DEMO.get(0);

    private static final List<String> UNTIL_SENT = List.of(
            "before|UPDATE bill SET consumed_by",
            "after|UPDATE bill SET consumed_by",
            "before|INSERT INTO deduction (",
            "after|INSERT INTO deduction (",
            "before|SET state = 'SENT', version = version + 1, order_sent",
            "after|SET state = 'SENT', version = version + 1, order_sent");

    private static final List<String> AFTER_CHARGE = List.of(
            "before|UPDATE deduction SET state = ?, version = version + 1, transaction_no",
            "before|UPDATE lot_binding SET state = 'LIVE'",
            "after|UPDATE lot_binding SET state = 'LIVE'",
            "before|UPDATE mail SET state = 'SENT'");

    private static final List<String> WITHDRAWAL = List.of(
            "after|UPDATE lot_binding SET withdrawal_requested_at",
            "before|UPDATE lot_binding SET state = 'WITHDRAWN'",
            "after|UPDATE lot_binding SET state = 'WITHDRAWN'");

    @TempDir
    Path folder;

    private Path order;
    private OtherJvm simulator;
    private OtherJvm platform;
    private Cast cast;

    @BeforeEach
    void startBoth() throws IOException {
        order = folder.resolve("kill-order");
        int platformPort = OtherJvm.freePort();
        simulator = simulator(platformPort).start().awaitReady();
        platform = platform(platformPort).start().awaitReady();
        cast = Cast.at(platform.url());
    }

    @AfterEach
    void stopBoth() {
        platform.close();
        simulator.close();
    }

    @Test
    void losesNothingAndChargesOnceWheneverItDies() throws IOException {
        String applicationNo = cast.person(COMPANY.operator())
                .web()
                .post("/api/applications", Map.of("channel", "wechatpay"))
                .path("no")
                .asText();
        Narrator narrator =
                new Narrator(new PrintStream(folder.resolve("play.txt").toFile()));
        new ApplyScene(cast, narrator).play(COMPANY, applicationNo);
        new ChannelScene(cast, narrator).play(COMPANY, applicationNo);
        List<LotUnderTest> lots = new LotsScene(cast, narrator)
                .play(COMPANY, new Play.Casting(applicationNo, List.of("3301020001", "3301020002", "3301020003")));

        diesOnTheWayToTheChannel(lots.get(0));
        diesWhileTheChannelCharges(lots.get(1));
        diesDuringAWithdrawal(lots.get(2));

        assertThat(charges(lots.get(0))).isEqualTo(1);
        assertThat(charges(lots.get(1))).isEqualTo(1);
        assertThat(charges(lots.get(2))).isZero();
        awaitApplication(applicationNo, "DONE");
        awaitMail("接入完成");
    }

    private void diesOnTheWayToTheChannel(LotUnderTest lot) throws IOException {
        dieInTurn(UNTIL_SENT, () -> drive(lot));
        awaitState(lot, "LIVE");
    }

    private void diesWhileTheChannelCharges(LotUnderTest lot) throws IOException {
        plan("HOLD");
        drive(lot);
        Patience.until(
                "the request under way",
                DEATH,
                () -> holds(cast.desk().get("/demo/api/wechatpay/faults").isEmpty()));
        plan("DONE_THEN_HOLD");
        killAndRestart();
        Patience.until("the charge", DEATH, () -> holds(charges(lot) == 1));
        Files.writeString(order, AFTER_CHARGE.get(0));
        platform.kill();
        platform.start();
        dieInTurn(AFTER_CHARGE, () -> {});
        awaitState(lot, "LIVE");
        awaitMail("正式接入");
    }

    private void diesDuringAWithdrawal(LotUnderTest lot) throws IOException {
        dieInTurn(WITHDRAWAL, () -> withdraw(lot));
        awaitState(lot, "WITHDRAWN");
    }

    /** Arms the first moment, lets {@code beginning} set things going, and after each death arms the next and restarts. */
    private void dieInTurn(List<String> moments, Runnable beginning) throws IOException {
        for (int i = 0; i < moments.size(); i++) {
            Files.writeString(order, moments.get(i));
            if (i == 0) {
                tolerant(beginning);
            }
            assertThat(platform.awaitDeath(DEATH)).as(moments.get(i)).isEqualTo(KILLED);
            if (i + 1 < moments.size()) {
                Files.writeString(order, moments.get(i + 1));
            } else {
                Files.delete(order);
            }
            platform.start();
        }
        platform.awaitReady();
        cast = Cast.at(platform.url());
    }

    /** Whoever asks the platform while it dies gets no answer. */
    private static void tolerant(Runnable asking) {
        try {
            asking.run();
        } catch (PlayFailed died) {
            assertThat(died).hasMessageContaining("连不上");
        }
    }

    private void killAndRestart() {
        platform.kill();
        platform.start().awaitReady();
        cast = Cast.at(platform.url());
    }

    private void drive(LotUnderTest lot) {
        cast.desk()
                .post(
                        "/demo/api/lots/" + lot.code() + "/visits",
                        Map.of("plateNo", lot.plateNo(), "plateColor", 1, "amount", FEE));
    }

    private void plan(String kind) {
        cast.desk()
                .post(
                        "/demo/api/wechatpay/faults",
                        Map.of(
                                "id",
                                "",
                                "operation",
                                "DEDUCT",
                                "kind",
                                kind,
                                "match",
                                "",
                                "status",
                                0,
                                "code",
                                "",
                                "message",
                                "",
                                "millis",
                                9_000,
                                "times",
                                1));
    }

    private void withdraw(LotUnderTest lot) {
        cast.person(COMPANY.operator())
                .web()
                .post("/api/bindings/" + lot.bindingId() + "/withdraw", Map.of("reason", "停车场改造"));
    }

    private long charges(LotUnderTest lot) {
        List<JsonNode> charges = new ArrayList<>();
        cast.desk().get("/demo/api/ledger").forEach(entry -> {
            if (entry.path("plateNo").asText().equals(lot.plateNo())) {
                assertThat(entry.path("kind").asText()).isEqualTo("CHARGE");
                assertThat(entry.path("amount").asInt()).isEqualTo(FEE);
                charges.add(entry);
            }
        });
        return charges.size();
    }

    private void awaitState(LotUnderTest lot, String state) {
        Patience.until(
                lot.code() + " " + state,
                DEATH,
                () -> holds(cast.person(lot.vendor())
                        .web()
                        .get("/api/bindings/" + lot.bindingId())
                        .path("state")
                        .asText()
                        .equals(state)));
    }

    private void awaitApplication(String applicationNo, String state) {
        Patience.until(
                applicationNo + " " + state,
                DEATH,
                () -> holds(cast.person(COMPANY.operator())
                        .web()
                        .get("/api/applications/" + applicationNo)
                        .path("state")
                        .asText()
                        .equals(state)));
    }

    private void awaitMail(String subject) {
        Patience.until(
                "mail " + subject,
                DEATH,
                () -> holds(!cast.desk()
                        .get("/demo/api/mails?subject=" + Web.encoded(subject))
                        .isEmpty()));
    }

    private static Optional<Boolean> holds(boolean condition) {
        return condition ? Optional.of(true) : Optional.empty();
    }

    private OtherJvm simulator(int platformPort) {
        int port = OtherJvm.freePort();
        return new OtherJvm(
                SimulatorApplication.class.getName(),
                folder.resolve("simulator.log"),
                port,
                "/demo/api/words",
                null,
                List.of(),
                List.of(
                        "--simulator.port=" + port,
                        "--simulator.mail-port=" + OtherJvm.freePort(),
                        "--simulator.database=jdbc:h2:file:" + folder.resolve("simulator") + ";WRITE_DELAY=0",
                        "--simulator.platform-url=http://localhost:" + platformPort));
    }

    private OtherJvm platform(int port) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--onboarding.data-dir=" + folder,
                // what a dead node had locked comes free soon, so that the test need not wait for minutes
                "--camunda.bpm.job-execution.lock-time-in-millis=10000",
                "--onboarding.process.worker.lock=PT30S",
                "--onboarding.simulator.embedded=false",
                "--onboarding.simulator.url=" + simulator.url()));
        if (TestDatabase.onPostgres()) {
            arguments.addAll(List.of(
                    "--spring.datasource.url=" + TestDatabase.newDatabase(),
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres"));
        }
        return new OtherJvm(
                OnboardingApplication.class.getName(),
                folder.resolve("platform.log"),
                port,
                "/actuator/health",
                killSwitch(),
                List.of("-Dkill.switch=" + order),
                arguments);
    }

    /** A folder with the kill switch and nothing else of the tests. */
    private Path killSwitch() throws IOException {
        Path classes = folder.resolve("kill-switch");
        for (String name : List.of("KillSwitch", "KillSwitch$1", "KillSwitch$Work")) {
            String file = KillSwitch.class.getPackageName().replace('.', '/') + "/" + name + ".class";
            Files.createDirectories(classes.resolve(file).getParent());
            try (InputStream content = KillSwitch.class.getClassLoader().getResourceAsStream(file)) {
                Files.copy(content, classes.resolve(file));
            }
        }
        Files.createDirectories(classes.resolve("META-INF"));
        Files.writeString(
                classes.resolve("META-INF/spring.factories"),
                "org.springframework.context.ApplicationContextInitializer=" + KillSwitch.class.getName());
        return classes;
    }
}
