package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.deduction.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.AccessKeys;
import cn.citybrain.parking.onboarding.simulator.SimulatorServer;
import cn.citybrain.parking.onboarding.simulator.UnsignedVehicle;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelDesk;
import cn.citybrain.parking.onboarding.simulator.channel.ChannelDesks;
import cn.citybrain.parking.onboarding.simulator.channel.Order;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.web.client.RestClient;

/**
 * Lots at gates that wait for a record. The lots are the simulated ones and call the platform over HTTP, as told at their desk;
 * the channel is the simulated WeChat Pay behind the real adapter. Nothing in between is replaced.
 */
final class SimulatedLots {

    static final String PLATE = "浙A12345";

    final ProcessBench bench;
    final ChannelDesk wechatPay;

    private final ApplicationContext app;
    private final RestClient desk;

    SimulatedLots(ApplicationContext app) {
        SimulatorServer simulator = app.getBean(SimulatorServer.class);
        this.app = app;
        this.desk = RestClient.create(simulator.url());
        this.wechatPay = simulator.part(ChannelDesks.class).of("wechatpay");
        this.bench = new ProcessBench(app);
        bench.clock.runInStepsOf(Duration.ofMillis(1));
    }

    void close() {
        wechatPay.autopilot(false);
        wechatPay.dropAllFaults();
        bench.close();
    }

    List<LotBinding> waiting(int lots) {
        String no = bench.opened();
        bench.useTheWire();
        wechatPay.adopt(ProcessBench.account(no), bench.merchant.name(), Map.of());
        wechatPay.autopilot(true);
        bench.bind(no, lots);
        bench.worker.runOnce();
        bench.bindings.ofApplication(no).forEach(this::prepare);
        return bench.bindings.ofApplication(no);
    }

    private void prepare(LotBinding lot) {
        JsonNode system = desk.get()
                .uri("/demo/api/lots/{code}", lot.lotCode())
                .retrieve()
                .body(JsonNode.class);
        app.getBean(AccessKeys.class)
                .register(
                        lot.lotCode(),
                        system.path("accessId").asText(),
                        system.path("publicKey").asText(),
                        "vendor-test");
        TestVehicles vehicles = app.getBean(TestVehicles.class);
        vehicles.register(lot.id(), PLATE, 1, "openid-1", "vendor-test");
        vehicles.register(lot.id(), UnsignedVehicle.PLATE, 1, "openid-2", "vendor-test");
        bench.complete(ProcessBench.gate(lot), "userTask_prepareInterface", Map.of());
    }

    /** A whole visit of the test vehicle; the flaw empty for none. Returns the lot's run. */
    JsonNode visit(LotBinding lot, String flaw) {
        return post(lot, "visits", Map.of("plateNo", PLATE, "plateColor", 1, "amount", 500, "spoil", flaw));
    }

    /** The visit step by step: {@code enter}, {@code leave}, {@code pay}. */
    JsonNode enter(LotBinding lot) {
        return post(lot, "enter", Map.of("plateNo", PLATE, "plateColor", 1));
    }

    JsonNode leave(LotBinding lot, String uid) {
        return post(lot, "visits/" + uid + "/leave", Map.of("amount", 500));
    }

    JsonNode pay(LotBinding lot, String uid) {
        return post(lot, "visits/" + uid + "/pay", Map.of());
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

    /** Lets the wait for photos run out, and does all that follows until nothing moves any more. */
    void settle(LotBinding lot) {
        bench.clock.advance(Duration.ofMinutes(3));
        bench.arrivals.sweep();
        for (int i = 0; i < 3; i++) {
            bench.runJobs(ProcessBench.gate(lot));
            bench.worker.runOnce();
            wechatPay.deliverDue();
            bench.clock.advance(Duration.ofSeconds(10));
        }
        bench.runJobs(ProcessBench.gate(lot));
    }

    BindingState state(LotBinding lot) {
        return bench.bindings.byId(lot.id()).orElseThrow().state();
    }

    /** What the channel was asked to charge for a lot. */
    List<Order> orders(LotBinding lot) {
        return wechatPay.orders().stream()
                .filter(order -> order.lotName().equals(lot.lotName()))
                .toList();
    }

    private JsonNode post(LotBinding lot, String what, Map<String, Object> body) {
        return desk.post()
                .uri("/demo/api/lots/" + lot.lotCode() + "/" + what)
                .body(body)
                .retrieve()
                .body(JsonNode.class);
    }
}
