package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication.Paper;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.SentRequests;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration.Lot;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.io.ClassPathResource;

/**
 * The adapter on one end of a wire, the simulator on the other, and a platform that writes down the callbacks. One for
 * the whole test run: keep tests apart by their own numbers ({@link #number}).
 */
final class SimulatedWechatPay {

    static final String SUB_MCHID = "1688000001";
    private static SimulatedWechatPay shared;

    final TestClock clock = new TestClock();
    final SimulatorServer server;
    final ChannelDesk desk;
    final ChannelAdapter adapter;

    /** Gives up after half a second: for answers that are held back. */
    final ChannelAdapter impatient;

    final List<CallbackRequest> callbacks = new CopyOnWriteArrayList<>();
    volatile int callbackAnswer = 200;
    private final AtomicInteger numbers = new AtomicInteger();

    static synchronized SimulatedWechatPay shared() {
        if (shared == null) {
            shared = new SimulatedWechatPay();
        }
        shared.clock.reset();
        shared.desk.dropAllFaults();
        shared.callbacks.clear();
        shared.callbackAnswer = 200;
        return shared;
    }

    private SimulatedWechatPay() {
        silence();
        server = SimulatorServer.start(Map.of(
                "simulator.port", "0",
                "simulator.mail-port", "0",
                "simulator.schedules", "false",
                "simulator.database", "jdbc:h2:mem:wechatpay-contract;DB_CLOSE_DELAY=-1"));
        server.meet(clock, platform());
        desk = server.part(ChannelDesks.class).of("wechatpay");
        desk.adopt(SUB_MCHID, "合同测试停车有限公司", Map.of());
        adapter = adapter(settings(server.url(), "demo-only-merchant-private-key.pem"));
        impatient = adapter(settings(server.url(), "demo-only-merchant-private-key.pem", Duration.ofMillis(500)));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    /** Without an application nobody sets log levels. */
    private static void silence() {
        LoggingSystem logging = LoggingSystem.get(SimulatedWechatPay.class.getClassLoader());
        logging.setLogLevel("com.wechat.pay.java", LogLevel.OFF);
        for (String chatty : List.of("org", "io", "com.icegreen", "jakarta")) {
            logging.setLogLevel(chatty, LogLevel.WARN);
        }
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
        exchange.sendResponseHeaders(callbackAnswer, -1);
        exchange.close();
    }

    /** An adapter with these settings and this clock. */
    ChannelAdapter adapter(WechatPaySettings settings) {
        return adapter(settings, request -> {});
    }

    /** As {@link #adapter(WechatPaySettings)}; what moves money is handed over before it leaves. */
    ChannelAdapter adapter(WechatPaySettings settings, SentRequests kept) {
        WechatPayConfiguration configuration = new WechatPayConfiguration();
        RSAPublicKeyConfig keys = configuration.wechatPayKeys(settings);
        PlatformSignature signature = configuration.wechatPaySignature(keys, clock);
        Lines lines = TestLines.patient(kept);
        WechatPayWire wire = configuration.wechatPayWire(
                configuration.wechatPayHttpClient(settings, keys, signature, lines, clock), lines);
        return configuration.wechatPayAdapter(settings, keys, signature, wire, clock);
    }

    /** The adapter for a fault of this kind. */
    ChannelAdapter adapterFor(Fault.Kind kind) {
        return kind.name().endsWith("HOLD") ? impatient : adapter;
    }

    static WechatPaySettings settings(String baseUrl, String privateKey) {
        return settings(baseUrl, privateKey, Duration.ofSeconds(10));
    }

    static WechatPaySettings settings(String baseUrl, String privateKey, Duration readTimeout) {
        return new WechatPaySettings(
                baseUrl,
                "1900000109",
                "wxdemo0000000001",
                "DE3000000000000000000000000000000000D301",
                new ClassPathResource("demo/wechatpay/" + privateKey),
                "PUB_KEY_ID_0000000000000000000000000001",
                new ClassPathResource("demo/wechatpay/demo-only-platform-public-key.pem"),
                "demo-only-api-v3-key-32-letters-",
                "https://onboarding.example",
                "",
                Map.of("ENTERPRISE", "716", "INDIVIDUAL", "719"),
                "停车缴费",
                Duration.ofSeconds(3),
                readTimeout,
                Duration.ofSeconds(20));
    }

    /** A number that nobody else has. */
    String number(String prefix) {
        return prefix + "%06d".formatted(numbers.incrementAndGet());
    }

    /** What was really charged under a number, in 分 each. */
    List<Integer> charged(String outTradeNo) {
        return server.part(Ledger.class).entries().stream()
                .filter(entry -> entry.kind() == LedgerEntry.Kind.CHARGE)
                .filter(entry -> entry.tradeNo().equals(outTradeNo))
                .map(LedgerEntry::amount)
                .toList();
    }

    LotRegistration lot(String reference) {
        return new LotRegistration(
                numbers.incrementAndGet(),
                SUB_MCHID,
                new Lot("330106001", "西湖文化广场停车场", "杭州市下城区中山北路", 320, "", "", "", List.of()),
                reference,
                "");
    }

    Plate plate() {
        return new Plate(number("浙A"), 5, "oOwner0000000000000000000001");
    }

    /** A vehicle that has entered an hour ago and is about to be charged 15 yuan. */
    DeductionOrder parked(Plate plate) {
        Instant now = clock.instant();
        Visit visit = new Visit(lot(""), plate, number("V"), "", now.minusSeconds(3600), now.minusSeconds(30));
        String reference = ((EntryResult.Admitted) adapter.vehicles().entered(visit)).reference();
        Visit known = new Visit(visit.lot(), plate, visit.visitNo(), reference, visit.enteredAt(), visit.leftAt());
        return new DeductionOrder(number("TD"), known, 1500, "停车费", now);
    }

    MerchantApplication application(String no, Map<String, String> changes) {
        Map<String, String> fields = new HashMap<>(FIELDS);
        fields.putAll(changes);
        List<Paper> papers = new ArrayList<>(
                Stream.of("licenceCopy", "idCardCopy", "idCardNational", "storeEntrancePic", "indoorPic")
                        .map(key -> paper(key, new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2, 3}))
                        .toList());
        return new MerchantApplication(no, fields, papers);
    }

    static Paper paper(String key, byte[] content) {
        return new Paper(key, "doc-" + key, (smallest, largest) -> content);
    }

    static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("contactType", "LEGAL"),
            Map.entry("contactName", "王建国"),
            Map.entry("mobilePhone", "13800001234"),
            Map.entry("contactEmail", "finance@xihu-parking.example"),
            Map.entry("subjectType", "ENTERPRISE"),
            Map.entry("licenceNumber", "91330102765432101R"),
            Map.entry("merchantName", "杭州西湖停车管理有限公司"),
            Map.entry("legalPerson", "王建国"),
            Map.entry("licenceAddress", "杭州市西湖区文三路 1 号"),
            Map.entry("licencePeriodBegin", "2018-01-01"),
            Map.entry("licencePeriodEnd", "长期"),
            Map.entry("idCardName", "王建国"),
            Map.entry("idCardNumber", "330106197801011234"),
            Map.entry("idCardAddress", "杭州市西湖区文三路 2 号"),
            Map.entry("idCardPeriodBegin", "2015-05-05"),
            Map.entry("idCardPeriodEnd", "2035-05-05"),
            Map.entry("owner", "true"),
            Map.entry("merchantShortname", "西湖停车"),
            Map.entry("servicePhone", "0571-88880000"),
            Map.entry("storeName", "西湖文化广场停车场"),
            Map.entry("storeAddressCode", "330100"),
            Map.entry("storeAddress", "杭州市下城区中山北路"),
            Map.entry("bankAccountType", "CORPORATE"),
            Map.entry("accountName", "杭州西湖停车管理有限公司"),
            Map.entry("accountBank", "招商银行"),
            Map.entry("bankAddressCode", "330100"),
            Map.entry("bankBranchId", "308331012345"),
            Map.entry("bankName", "招商银行杭州分行营业部"),
            Map.entry("accountNumber", "571900000000001234"));
}
