package cn.citybrain.parking.onboarding.process.wire;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.channel.lot.LaneDevice;
import cn.citybrain.parking.onboarding.channel.lot.LotRegistration;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.fault.FaultBench;
import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;

/** Lots under test at every channel, each behind its own adapter, over HTTP to the simulator with its ledger. */
public final class EveryChannel {

    private static final AtomicInteger NEXT = new AtomicInteger();

    public final FaultBench bench;
    private final ApplicationContext app;
    private final SimulatorServer simulator;
    private final Map<Channel, String> applications = new EnumMap<>(Channel.class);
    private final ExecutorService threads = Executors.newCachedThreadPool();

    EveryChannel(ApplicationContext app) {
        this.app = app;
        bench = new FaultBench(app);
        bench.bench.useTheWire();
        simulator = app.getBean(SimulatorServer.class);
    }

    void close() {
        for (Channel channel : Channel.values()) {
            desk(channel).dropAllFaults();
            desk(channel).autopilot(false);
        }
        threads.shutdownNow();
        bench.close();
    }

    public ChannelDesk desk(Channel channel) {
        return simulator.part(ChannelDesks.class).of(channel.code());
    }

    ChannelAdapter adapter(Channel channel) {
        return app.getBean(ChannelAdapters.class).of(channel);
    }

    /** A lot under test that the channel has consented to, with a test vehicle of its own. */
    LotBinding lot(Channel channel) {
        desk(channel).autopilot(true);
        String no = applications.computeIfAbsent(channel, this::opened);
        ParkingLot lot = bench.bench.lot();
        ChannelFixtures.of(channel).devices(lot.code()).forEach(device -> installed(no, lot.code(), device));
        long id = bench.bench.bindings.add(no, lot.code()).id();
        LotState.Registered consent = consent(adapter(channel), registration(id, no, lot, channel));
        bench.bench.bindings.registered(id, consent.reference(), consent.channelLotId());
        bench.bench.bindings.testing(id);
        app.getBean(TestVehicles.class).register(id, plate(id), 1, "openid-" + id, "vendor-test");
        return bench.bench.bindings.byId(id).orElseThrow();
    }

    /** A gate that has found a flawless record and is about to charge. */
    LotBinding aboutToCharge(Channel channel) {
        LotBinding lot = lot(channel);
        bench.arrive(lot);
        bench.bench.record(lot, true, plate(lot.id()));
        bench.bench.arrivals.sweep();
        bench.bench.runJobs(ProcessBench.gate(lot));
        return lot;
    }

    public long bill(LotBinding lot) {
        return (Long) bench.bench.runtime.getVariable(bench.gate(lot), "billId");
    }

    public static String plate(long bindingId) {
        return "浙A%05d".formatted(bindingId % 100_000);
    }

    private static LotState.Registered consent(ChannelAdapter adapter, LotRegistration lot) {
        return adapter.lots().register(lot) instanceof LotState.Registered at
                ? at
                : (LotState.Registered) adapter.lots().state(lot);
    }

    /** A lot as its channel knows it. */
    LotRegistration registration(LotBinding binding) {
        ParkingLot lot = app.getBean(cn.citybrain.parking.onboarding.merchant.ParkingLots.class)
                .byId(binding.lotId())
                .orElseThrow();
        Channel channel = Channel.of(binding.channel());
        LotRegistration asked = registration(binding.id(), binding.applicationNo(), lot, channel);
        return new LotRegistration(
                asked.bindingId(),
                asked.channelAccount(),
                asked.lot(),
                binding.channelReference(),
                binding.channelLotId());
    }

    private LotRegistration registration(long id, String no, ParkingLot lot, Channel channel) {
        return new LotRegistration(
                id,
                account(channel, no),
                new LotRegistration.Lot(
                        lot.code(),
                        lot.name(),
                        lot.address(),
                        lot.spaceCount(),
                        "120.163102",
                        "30.279185",
                        "0571-88000000",
                        ChannelFixtures.of(channel).devices(lot.code())),
                "",
                "");
    }

    /** The merchant's number at a channel. */
    private static String account(Channel channel, String no) {
        return ChannelFixtures.of(channel).merchantNo(no.replaceAll("\\D", ""));
    }

    private String opened(Channel channel) {
        String no = channel.numberPrefix() + "2026112%08d".formatted(NEXT.incrementAndGet());
        bench.bench
                .jdbc
                .sql(
                        "INSERT INTO application (no, channel, merchant_id, tenant_id, state, revision, draft,"
                                + " draft_version, created_by, created_at) VALUES (?, ?, ?, ?, 'TESTING', 1, '{}', 1, 'operator-test', ?)")
                .params(no, channel.code(), bench.bench.merchant.id(), bench.bench.merchant.tenantId())
                .param(bench.bench.clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
        ReceivingAccounts accounts = app.getBean(ReceivingAccounts.class);
        String account = account(channel, no);
        accounts.open(bench.bench.merchant.id(), channel.code(), no, "6222" + account);
        accounts.activate(no, account);
        desk(channel).adopt(account, bench.bench.merchant.name(), Map.of());
        return no;
    }

    private void installed(String no, String lotCode, LaneDevice device) {
        bench.bench
                .jdbc
                .sql("INSERT INTO lane_device (application_no, lot_code, lane_no, device_serial, terminal_no, photo_id,"
                        + " state, recorded_by, recorded_at) VALUES (?, ?, ?, ?, ?, 'photo', 'ACCEPTED',"
                        + " 'vendor-test', ?)")
                .params(no, lotCode, device.laneNo(), device.deviceSerial(), device.terminalNo())
                .param(bench.bench.clock.instant().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    /** Does something with each lot at the same time. */
    public <T> void together(List<T> each, Consumer<T> work) {
        CompletableFuture.allOf(each.stream()
                        .map(one -> CompletableFuture.runAsync(() -> work.accept(one), threads))
                        .toArray(CompletableFuture[]::new))
                .join();
    }

    /** How often money was really charged under a number. */
    int charged(String outTradeNo) {
        return booked(LedgerEntry.Kind.CHARGE, outTradeNo);
    }

    /** How often money was really given back. */
    public int refunded(Channel channel, String outRefundNo, String outTradeNo) {
        return booked(LedgerEntry.Kind.REFUND, ChannelFixtures.of(channel).bookedRefund(outRefundNo, outTradeNo));
    }

    private int booked(LedgerEntry.Kind kind, String number) {
        return (int) simulator.part(Ledger.class).entries().stream()
                .filter(entry -> entry.kind() == kind && entry.tradeNo().equals(number))
                .count();
    }
}
