package cn.citybrain.parking.onboarding.crash;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.faults.Figures;
import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import cn.citybrain.parking.onboarding.simulator.lot.LotDesk;
import cn.citybrain.parking.onboarding.simulator.lot.LotReception;
import cn.citybrain.parking.onboarding.simulator.mail.CaughtMail;
import cn.citybrain.parking.onboarding.simulator.mail.MailCatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lots, vehicles, channel and mail server: what lives on while nodes and databases die, and what it knows afterwards is the
 * truth that the platform's tables are compared with.
 */
final class Town implements AutoCloseable {

    /** Long enough for a channel's settle time (a minute) and a few turns of everybody who looks after things. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    /** What must come to nothing once everything has healed. */
    private static final List<String> OPEN = List.of(
            "mail WHERE state = 'WAITING'",
            "event_publication",
            "lot_message WHERE next_delivery_at IS NOT NULL AND deliveries = 0",
            "act_ru_execution");

    private final ExecutorService drivers = Executors.newCachedThreadPool();
    private final List<Visit> visits = new ArrayList<>();
    private final List<Future<?>> drives = new ArrayList<>();
    private final JdbcClient tables;
    private int told;
    private final SimulatorServer simulator;

    /** @param tables the platform's database, past every proxy */
    Town(String platformUrl, JdbcClient tables) {
        this.tables = tables;
        simulator = SimulatorServer.start(Map.of(
                "simulator.port",
                0,
                "simulator.mail-port",
                0,
                "simulator.platform-url",
                platformUrl,
                "simulator.database",
                "jdbc:h2:mem:town-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        desk().autopilot(true);
    }

    String url() {
        return simulator.url();
    }

    ChannelDesk desk() {
        return simulator.part(ChannelDesks.class).of("wechatpay");
    }

    /** Codes of so many lots, numbered from {@code first}. */
    static List<String> lots(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj("33019%05d"::formatted)
                .toList();
    }

    /** A vehicle visits each lot, all at the same time. */
    void visit(List<String> lotCodes, int first, int photoBytes) {
        for (int n = 0; n < lotCodes.size(); n++) {
            Visit visit = new Visit(lotCodes.get(n), WaitingGates.plate(first + n), Instant.now(), photoBytes);
            visits.add(visit);
            drives.add(drivers.submit(() -> visit.report(simulator.part(LotDesk.class), PATIENCE)));
        }
    }

    /** Returns when every lot has had its acknowledgements and every gate and mail came to its end, or patience is out. */
    void awaitEnd() {
        drives.forEach(drive -> {
            try {
                drive.get();
            } catch (java.util.concurrent.ExecutionException e) {
                throw new AssertionError(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        });
        Awaitility.await("every gate, mail and message comes to its end")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(open()).isEmpty());
    }

    private List<String> open() {
        List<String> open = new ArrayList<>(stuck());
        for (String what : OPEN) {
            int count = count(what);
            if (count > 0) {
                open.add(count + " " + what);
            }
        }
        return open;
    }

    /** Lots that are not live. */
    List<String> stuck() {
        List<String> live = tables.sql(
                        "SELECT l.code FROM lot_binding b JOIN parking_lot l ON l.id = b.lot_id WHERE b.state = 'LIVE'")
                .query(String.class)
                .list();
        return visits.stream()
                .map(Visit::lotCode)
                .filter(code -> !live.contains(code))
                .toList();
    }

    /** What was acknowledged or happened, and is not in the tables; and what is in the tables and did not happen. */
    List<String> lost() {
        List<String> lost = new ArrayList<>();
        visits.forEach(visit -> lost.addAll(visit.missing(this::count)));
        Set<String> charged = new HashSet<>();
        charges().forEach(charge -> charged.add(charge.tradeNo()));
        Set<String> known = new HashSet<>(tables.sql("SELECT out_trade_no FROM deduction WHERE state = 'SUCCEEDED'")
                .query(String.class)
                .list());
        charged.stream()
                .filter(no -> !known.contains(no))
                .map("charged: "::concat)
                .forEach(lost::add);
        known.stream()
                .filter(no -> !charged.contains(no))
                .map("not charged: "::concat)
                .forEach(lost::add);
        return lost;
    }

    /** Plates that paid more than once; there is one bill for each. */
    List<String> twice() {
        List<String> plates = charges().stream().map(LedgerEntry::plateNo).toList();
        return plates.stream()
                .distinct()
                .filter(plate -> plates.indexOf(plate) != plates.lastIndexOf(plate))
                .toList();
    }

    List<LedgerEntry> charges() {
        return simulator.part(Ledger.class).entries().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.CHARGE)
                .toList();
    }

    /** Copies of mails that arrived more than once; the channel's own mails come only once. */
    long mailsTwice() {
        List<CaughtMail> mails = simulator.part(MailCatcher.class).mails();
        long different = mails.stream()
                .map(mail -> List.of(mail.to(), mail.subject(), mail.text()))
                .distinct()
                .count();
        return mails.size() - different;
    }

    /** Messages that a lot got more than once, each under one number. */
    long messagesTwice() {
        return visits.stream()
                .flatMap(visit -> simulator.part(LotReception.class).messages(visit.lotCode()).stream())
                .mapToLong(message -> message.times() - 1)
                .sum();
    }

    /** Calls of lots that were not acknowledged at once. */
    long repeatedCalls() {
        return visits.stream().mapToLong(visit -> visit.repeated().size()).sum();
    }

    /** Of one scenario; what was charged before belongs to the one before. */
    Figures figures(String scenario, int rounds) {
        int before = told;
        told = charges().size();
        return new Figures(scenario, rounds, told - before, lost().size(), twice().size(), stuck().size());
    }

    int count(String what) {
        return tables.sql("SELECT count(*) FROM " + what).query(Integer.class).single();
    }

    @Override
    public void close() {
        drivers.shutdownNow();
        simulator.close();
    }
}
