package cn.citybrain.parking.onboarding.process.wire;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.simulator.UnsignedVehicle;
import cn.citybrain.parking.onboarding.simulator.channel.book.Order;
import cn.citybrain.parking.onboarding.simulator.channel.desk.ChannelDesk;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/**
 * Lots at gates that wait for a record. The lots are the simulated ones and call the platform over HTTP, as told at their desk;
 * the channel is the simulated WeChat Pay behind the real adapter. Nothing in between is replaced.
 */
public final class SimulatedLots {

    public static final String PLATE = "浙A12345";

    final WireBench wire;
    public final ProcessBench bench;
    public final ChannelDesk wechatPay;

    public SimulatedLots(ApplicationContext app) {
        this.wire = new WireBench(app);
        this.bench = wire.bench;
        this.wechatPay = wire.desk(Channel.WECHATPAY);
    }

    public void close() {
        wire.close();
    }

    public List<LotBinding> waiting(int lots) {
        List<ParkingLot> wanted =
                Stream.generate(() -> wire.lot(bench.merchant)).limit(lots).toList();
        List<LotBinding> gates = WiredApplication.apply(wire, Channel.WECHATPAY, bench.merchant, wanted)
                .until("userTask_bindLots")
                .bind();
        gates.forEach(lot -> {
            wire.register(lot, PLATE);
            wire.register(lot, UnsignedVehicle.PLATE);
            wire.prepared(lot);
        });
        return gates;
    }

    /** A whole visit of the test vehicle; the flaw empty for none. Returns the lot's run. */
    public JsonNode visit(LotBinding lot, String flaw) {
        return wire.post(lot, "visits", Map.of("plateNo", PLATE, "plateColor", 1, "amount", 500, "spoil", flaw));
    }

    /** The visit step by step: {@code enter}, {@code leave}, {@code pay}. */
    public JsonNode enter(LotBinding lot) {
        return wire.post(lot, "enter", Map.of("plateNo", PLATE, "plateColor", 1));
    }

    public JsonNode leave(LotBinding lot, String uid) {
        return wire.post(lot, "visits/" + uid + "/leave", Map.of("amount", 500));
    }

    public JsonNode pay(LotBinding lot, String uid) {
        return wire.post(lot, "visits/" + uid + "/pay", Map.of());
    }

    public JsonNode call(LotBinding lot, String call, Map<String, Object> data) {
        return wire.call(lot, call, data);
    }

    public JsonNode payResult(LotBinding lot, String billNo) {
        return wire.payResult(lot, billNo);
    }

    public void settle(LotBinding lot) {
        wire.settle(lot);
    }

    public BindingState state(LotBinding lot) {
        return wire.state(lot);
    }

    /** What the channel was asked to charge for a lot. */
    public List<Order> orders(LotBinding lot) {
        return wechatPay.orders().stream()
                .filter(order -> order.lotName().equals(lot.lotName()))
                .toList();
    }
}
