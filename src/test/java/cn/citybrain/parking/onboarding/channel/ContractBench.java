package cn.citybrain.parking.onboarding.channel;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.SentRequest;
import cn.citybrain.parking.onboarding.channel.lot.LaneDevice;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration.Lot;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * All simulators on one end of a wire, and a platform on the other that writes down the callbacks. One for the whole test
 * run: keep tests apart by their own numbers ({@link #number}).
 */
public final class ContractBench {

    private static ContractBench shared;

    public final TestClock clock = new TestClock();
    public final SimulatorServer server;
    public final List<CallbackRequest> callbacks = new CopyOnWriteArrayList<>();

    /** What adapters handed over before they sent it. */
    public final List<SentRequest> kept = new CopyOnWriteArrayList<>();

    /** What the platform answers to callbacks. */
    public volatile int callbackStatus = 200;

    public volatile String callbackBody = "";

    private final AtomicInteger numbers = new AtomicInteger();

    public static synchronized ContractBench shared() {
        if (shared == null) {
            shared = new ContractBench();
        }
        shared.clock.reset();
        shared.callbacks.clear();
        shared.kept.clear();
        shared.callbackStatus = 200;
        shared.callbackBody = "";
        return shared;
    }

    private ContractBench() {
        // without an application nobody sets log levels
        LoggingSystem logging = LoggingSystem.get(ContractBench.class.getClassLoader());
        for (String chatty : List.of("org", "io", "com.icegreen", "jakarta")) {
            logging.setLogLevel(chatty, LogLevel.WARN);
        }
        server = SimulatorServer.start(Map.of(
                "simulator.port", "0",
                "simulator.mail-port", "0",
                "simulator.schedules", "false",
                "simulator.database", "jdbc:h2:mem:contract-bench;DB_CLOSE_DELAY=-1"));
        server.meet(clock, platform());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    private URI platform() {
        try {
            HttpServer platform = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            platform.createContext("/", this::take);
            platform.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> platform.stop(0)));
            return URI.create("http://localhost:" + platform.getAddress().getPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values.get(0)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        callbacks.add(new CallbackRequest(exchange.getRequestURI().getPath(), headers, body));
        byte[] answer = callbackBody.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(callbackStatus, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    /** The desk of a channel, without any fault planned. */
    public ChannelDesk desk(String code) {
        ChannelDesk desk = server.part(ChannelDesks.class).of(code);
        desk.dropAllFaults();
        return desk;
    }

    /** What is due at a channel and is about this text, delivered once. */
    public List<CallbackRequest> delivered(ChannelDesk desk, String about) {
        callbacks.clear();
        desk.notices().stream()
                .filter(notice -> notice.nextAt() != null && notice.content().contains(about))
                .forEach(notice -> desk.deliver(notice.id()));
        return List.copyOf(callbacks);
    }

    /** A number that nobody else has. */
    public String number(String prefix) {
        return prefix + "%06d".formatted(numbers.incrementAndGet());
    }

    public Plate plate() {
        return new Plate(number("浙A").substring(0, 2) + "%05d".formatted(numbers.incrementAndGet()), 1, "");
    }

    /** A lot that nobody has registered. */
    public LotRegistration lot(String channelAccount, List<LaneDevice> devices) {
        return new LotRegistration(
                numbers.incrementAndGet(),
                channelAccount,
                new Lot(
                        "330106001",
                        "西湖文化广场停车场",
                        "杭州市下城区中山北路",
                        320,
                        "120.163102",
                        "30.279185",
                        "0571-88000000",
                        devices),
                "",
                "");
    }

    /** A vehicle that entered an hour ago and left half a minute ago, as yet unknown to the channel. */
    public Visit visit(LotRegistration lot, Plate plate) {
        Instant now = clock.instant();
        return new Visit(lot, plate, number("V"), "", now.minusSeconds(3600), now.minusSeconds(30));
    }

    /** 15 yuan for a visit that the channel knows. */
    public DeductionOrder order(Visit visit, String reference) {
        Visit known =
                new Visit(visit.lot(), visit.plate(), visit.visitNo(), reference, visit.enteredAt(), visit.leftAt());
        return new DeductionOrder(number("TD"), known, 1500, "停车费", clock.instant());
    }

    /** Under which numbers requests were kept, in their order. */
    public List<String> keptNumbers() {
        return kept.stream().map(SentRequest::number).toList();
    }

    /** The body of the first request that was kept. */
    public String keptText() {
        return new String(kept.get(0).body(), StandardCharsets.UTF_8);
    }

    /** What was really charged under a number, in 分 each. */
    public List<Integer> charged(String outTradeNo) {
        return booked(LedgerEntry.Kind.CHARGE, outTradeNo);
    }

    /** What was really given back under a number, in 分 each. */
    public List<Integer> refunded(String outRefundNo) {
        return booked(LedgerEntry.Kind.REFUND, outRefundNo);
    }

    private List<Integer> booked(LedgerEntry.Kind kind, String tradeNo) {
        return server.part(Ledger.class).entries().stream()
                .filter(entry -> entry.kind() == kind && entry.tradeNo().equals(tradeNo))
                .map(LedgerEntry::amount)
                .toList();
    }
}
