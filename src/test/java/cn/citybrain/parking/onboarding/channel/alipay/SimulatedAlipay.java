package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.ChannelReferences;
import cn.citybrain.parking.onboarding.channel.ContractBench;
import cn.citybrain.parking.onboarding.channel.TestLines;
import cn.citybrain.parking.onboarding.channel.TestReferences;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication;
import cn.citybrain.parking.onboarding.channel.account.MerchantApplication.Paper;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.channel.vehicle.Visit;
import cn.citybrain.parking.onboarding.simulator.alipay.protocol.AlipayOperation;
import cn.citybrain.parking.onboarding.simulator.channel.book.Application;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The adapter on one end of a wire, the simulator on the other. */
final class SimulatedAlipay {

    /** A merchant that signed elsewhere. */
    static final String PID = "2088900000000001";

    static final String PRODUCT = "PARKING_WITHHOLDING_DEMO";

    private static SimulatedAlipay shared;

    final ContractBench bench;
    final ChannelDesk desk;
    final ChannelReferences references;
    final ChannelAdapter adapter;

    /** Gives up after half a second: for answers that are held back. */
    final ChannelAdapter impatient;

    private LotRegistration registered;

    static synchronized SimulatedAlipay shared() {
        if (shared == null) {
            shared = new SimulatedAlipay(ContractBench.shared());
        }
        ContractBench.shared();
        shared.bench.desk("alipay");
        return shared;
    }

    private SimulatedAlipay(ContractBench bench) {
        this.bench = bench;
        desk = bench.desk("alipay");
        desk.adopt(PID, "合同测试停车有限公司", Map.of());
        references = TestReferences.create(bench.clock);
        String gateway = bench.server.url() + "/sim/alipay/gateway.do";
        adapter = adapter(settings(gateway, Duration.ofSeconds(10)));
        impatient = adapter(settings(gateway, Duration.ofMillis(500)));
    }

    /** An adapter with these settings, the bench's clock and the same memory. */
    ChannelAdapter adapter(AlipaySettings settings) {
        AlipayConfiguration configuration = new AlipayConfiguration();
        AlipayKeys keys = configuration.alipayKeys(settings);
        return configuration.alipayAdapter(
                settings,
                keys,
                configuration.alipayWire(settings, keys, TestLines.patient(bench.kept::add)),
                references,
                bench.clock);
    }

    /** The adapter for a fault of this kind. */
    ChannelAdapter adapterFor(Fault.Kind kind) {
        return kind.name().endsWith("HOLD") ? impatient : adapter;
    }

    static AlipaySettings settings(String gateway, Duration readTimeout) {
        return settings(gateway, readTimeout, "application-private-key", "alipay-public-key");
    }

    static AlipaySettings settings(String gateway, Duration readTimeout, String privateKey, String alipayPublicKey) {
        return new AlipaySettings(
                gateway,
                "2021000000000109",
                "2088000000000109",
                new ClassPathResource("demo/alipay/demo-only-" + privateKey + ".pem"),
                new ClassPathResource("demo/alipay/demo-only-" + alipayPublicKey + ".pem"),
                "https://onboarding.example",
                PRODUCT,
                "A_A03_4582",
                "330000",
                "330100",
                Map.of("西湖区", "330106", "上城区", "330102"),
                Duration.ofSeconds(3),
                readTimeout,
                Duration.ofSeconds(20));
    }

    void plan(AlipayOperation operation, Fault.Kind kind, int status, String code, String match) {
        desk.plan(Fault.once(operation, kind)
                .answering(status, code, code.isEmpty() ? "" : code + " 的说明")
                .holding(900)
                .matching(match));
    }

    // applications

    MerchantApplication application(String no, Map<String, String> changes) {
        return application(no, changes, List.of("licenceCopy", "storeEntrancePic"));
    }

    MerchantApplication application(String no, Map<String, String> changes, List<String> papers) {
        Map<String, String> fields = new HashMap<>(FIELDS);
        // a merchant of its own for each application
        fields.put("alipayAccount", no.toLowerCase() + "@parking.example");
        fields.putAll(changes);
        List<Paper> uploaded = new ArrayList<>();
        papers.forEach(key -> uploaded.add(paper(key)));
        return new MerchantApplication(no, fields, uploaded);
    }

    /** Of the smallest size that is asked for. */
    static Paper paper(String key) {
        return new Paper(key, "doc-" + key, (smallest, largest) -> {
            byte[] content = new byte[smallest];
            content[0] = (byte) 0xff;
            content[1] = (byte) 0xd8;
            return content;
        });
    }

    /** What Alipay knows of a merchant's applications, oldest first. */
    List<Application> received(MerchantApplication application) {
        return desk.applications().stream()
                .filter(known ->
                        known.value("account").equals(application.fields().get("alipayAccount")))
                .toList();
    }

    static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("contactName", "王建国"),
            Map.entry("mobilePhone", "13800001234"),
            Map.entry("contactEmail", "finance@xihu-parking.example"),
            Map.entry("merchantName", "杭州西湖停车管理有限公司"),
            Map.entry("licenceNumber", "91330102765432101R"),
            Map.entry("licencePeriodEnd", "长期"),
            Map.entry("licenceHasParkingFee", "true"),
            Map.entry("storeName", "西湖文化广场停车场"),
            Map.entry("storeAddress", "杭州市西湖区文三路 1 号"));

    // lots, vehicles, money

    /** One that Alipay knows. */
    synchronized LotRegistration lot() {
        if (registered == null) {
            registered = known(bench.lot(PID, List.of()));
        }
        return registered;
    }

    LotRegistration known(LotRegistration lot) {
        LotState.Registered state = (LotState.Registered) adapter.lots().register(lot);
        return new LotRegistration(
                lot.bindingId(), lot.channelAccount(), lot.lot(), state.reference(), state.channelLotId());
    }

    Visit visit(Plate plate) {
        return bench.visit(lot(), plate);
    }

    /** A vehicle that entered an hour ago, has left, and is about to be charged 15 yuan. */
    DeductionOrder parked(Plate plate) {
        Visit visit = visit(plate);
        return bench.order(visit, ((EntryResult.Admitted) adapter.vehicles().entered(visit)).reference());
    }
}
