package cn.citybrain.parking.onboarding.process.fault;

import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The ledger of a scripted channel that is as careless as a channel may be: every call of deduct charges. */
public final class CarelessChannel {

    final List<DeductionOrder> charges = new CopyOnWriteArrayList<>();
    private final Map<String, DeductionResult> booked = new ConcurrentHashMap<>();

    CarelessChannel(ScriptedChannel channel) {
        channel.deduct = this::charge;
        channel.query = this::look;
    }

    DeductionResult charge(DeductionOrder order) {
        charges.add(order);
        booked.putIfAbsent(order.outTradeNo(), ScriptedChannel.charged(order));
        return look(order);
    }

    /** As a channel that keeps to one charge a number. */
    public synchronized DeductionResult chargeOnce(DeductionOrder order) {
        return booked.containsKey(order.outTradeNo()) ? look(order) : charge(order);
    }

    DeductionResult look(DeductionOrder order) {
        return booked.getOrDefault(order.outTradeNo(), new DeductionResult.NeverSeen());
    }

    /** How often a number was charged. */
    public int charged(String outTradeNo) {
        return (int) charges.stream()
                .filter(order -> order.outTradeNo().equals(outTradeNo))
                .count();
    }
}
