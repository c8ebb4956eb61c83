package cn.citybrain.parking.onboarding.process.wire;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccount;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.simulator.Ledger;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesks;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.springframework.web.client.RestClient;

/**
 * The whole application with the simulators on the other side of its wires: real adapters, signatures and HTTP towards the
 * channels, the real interface towards the lots. Only time, worker, jobs and sweeps are moved by hand.
 */
final class WireBench {

    private static final Duration GRACE = Duration.ofMinutes(3);

    final ApplicationContext app;
    /** Engine, clock and tables; its scripted channel is out of the way. */
    final ProcessBench bench;

    private final SimulatorServer simulator;
    private final RestClient http;
    private final Set<String> connected = new HashSet<>();

    WireBench(ApplicationContext app) {
        this.app = app;
        simulator = app.getBean(SimulatorServer.class);
        http = RestClient.create(simulator.url());
        bench = new ProcessBench(app);
        bench.useTheWire();
        bench.clock.runInStepsOf(Duration.ofMillis(1));
    }

    void close() {
        Arrays.stream(Channel.values()).map(this::desk).forEach(ChannelDesk::dropAllFaults);
        bench.close();
    }

    ChannelDesk desk(Channel channel) {
        return simulator.part(ChannelDesks.class).of(channel.code());
    }

    /** What a channel really charged or gave back to the account that a lot collects with, of one plate. */
    List<LedgerEntry> moved(LotBinding lot, String plate) {
        return charges(lot).stream()
                .filter(entry -> entry.plateNo().equals(plate))
                .toList();
    }

    /** Everything that a channel charged or gave back at a lot. */
    List<LedgerEntry> charges(LotBinding lot) {
        return ledger().stream()
                .filter(entry ->
                        entry.channel().equals(lot.channel()) && entry.lotName().equals(lot.lotName()))
                .toList();
    }

    List<LedgerEntry> ledger() {
        return simulator.part(Ledger.class).entries();
    }

    /** A lot of a company that every channel can register. */
    ParkingLot lot(Merchant merchant) {
        ParkingLots lots = app.getBean(ParkingLots.class);
        ParkingLot lot = TestMerchants.addLot(lots, merchant);
        lots.locate(lot.code(), "120.155070", "30.274085", "0571-88888888");
        return lot;
    }

    /** The vendor's preparation of a gate, but for saying that it is done. */
    void register(LotBinding lot, String plate) {
        if (connected.add(lot.lotCode())) {
            JsonNode system = http.get()
                    .uri("/demo/api/lots/{code}", lot.lotCode())
                    .retrieve()
                    .body(JsonNode.class);
            String accessId = system.path("accessId").asText();
            String publicKey = system.path("publicKey").asText();
            app.getBean(AccessKeys.class).register(lot.lotCode(), accessId, publicKey, "vendor-test");
        }
        app.getBean(TestVehicles.class).register(lot.id(), plate, 1, "openid-" + plate.substring(2), "vendor-test");
    }

    void prepared(LotBinding lot) {
        bench.complete(ProcessBench.gate(lot), "userTask_prepareInterface", Map.of());
    }

    /** A whole flawless visit, as told at the lot's desk. Returns the lot's run. */
    JsonNode visit(LotBinding lot, String plate, int amount) {
        return post(lot, "visits", Map.of("plateNo", plate, "plateColor", 1, "amount", amount));
    }

    /** Any call with any data. Returns the lot's note of it. */
    JsonNode call(LotBinding lot, String call, Map<String, Object> data) {
        return post(lot, "calls/" + call, new HashMap<>(data));
    }

    /** What the lot is told of a bill. */
    JsonNode payResult(LotBinding lot, String billNo) {
        return call(lot, "getPayResult", Map.of("parkingCode", lot.lotCode(), "billID", billNo))
                .path("answer");
    }

    /** Anything that one can do at the lot's desk. */
    JsonNode post(LotBinding lot, String what, Map<String, Object> body) {
        return http.post()
                .uri("/demo/api/lots/" + lot.lotCode() + "/" + what)
                .body(body)
                .retrieve()
                .body(JsonNode.class);
    }

    /** What the merchant does behind a link: its page has one button, which posts to the same address. */
    void press(String link) {
        http.post().uri(java.net.URI.create(link)).retrieve().toBodilessEntity();
    }

    /** Time goes by; the channels deliver what they have to tell, and the worker does what is due. */
    void pass(Duration time) {
        bench.clock.advance(time);
        Arrays.stream(Channel.values()).map(this::desk).forEach(ChannelDesk::deliverDue);
        bench.worker.runOnce();
    }

    /** Lets the wait for photos run out, and does all that follows at these gates until nothing moves any more. */
    void settle(Collection<LotBinding> gates) {
        bench.clock.advance(GRACE);
        bench.arrivals.sweep();
        for (int round = 0; round < 4; round++) {
            gates.forEach(lot -> bench.runJobs(ProcessBench.gate(lot)));
            pass(Duration.ofSeconds(30));
        }
        gates.forEach(lot -> bench.runJobs(ProcessBench.gate(lot)));
    }

    void settle(LotBinding lot) {
        settle(List.of(lot));
    }

    ReceivingAccount account(LotBinding lot) {
        return app.getBean(ReceivingAccounts.class)
                .byApplication(lot.applicationNo())
                .orElseThrow();
    }

    Set<String> steps(LotBinding lot) {
        return bench.steps(ProcessBench.gate(lot));
    }

    BindingState state(LotBinding lot) {
        return bench.bindings.byId(lot.id()).orElseThrow().state();
    }
}
