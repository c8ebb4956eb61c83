package cn.citybrain.parking.onboarding.process.model;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.TestApplications;
import cn.citybrain.parking.onboarding.process.overdue.OverdueSweep;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** One application on its {@link Way}: at every step somebody does the usual thing, or the turn that the way takes there. */
final class Walk {

    static final String OPERATOR = "operator-test";
    private static final int ROUNDS = 40;

    final ApplicationContext app;
    final ProcessBench bench;
    final Channel channel;
    final List<ParkingLot> lots;
    final String no;

    private final Map<String, Way.Act> acts = new HashMap<>();
    private String step;

    Walk(ApplicationContext app, ProcessBench bench, Channel channel, Way way) {
        this.app = app;
        this.bench = bench;
        this.channel = channel;
        lots = IntStream.range(0, way.lots()).mapToObj(lot -> newLot()).toList();
        way.channel().accept(bench.channel);
        no = TestApplications.begin(app, channel, bench.merchant, OPERATOR);
        acts.putAll(UsualSteps.of(this));
        acts.putAll(way.turns());
    }

    /** Goes on until it has come there, or until nothing more happens. */
    void until(BooleanSupplier there) {
        for (int round = 0; round < ROUNDS && !there.getAsBoolean(); round++) {
            act();
            bench.worker.runOnce();
            keys().forEach(bench::runJobs);
            app.getBean(OverdueSweep.class).runOnce();
        }
    }

    /** Where it stands, in words for a test that fails. */
    List<String> stands() {
        return keys().flatMap(key -> bench.steps(key).stream().map(at -> key + " " + at))
                .toList();
    }

    private void act() {
        for (String key : keys().toList()) {
            for (String at : bench.steps(key)) {
                if (acts.containsKey(at)) {
                    step = at;
                    acts.get(at).at(this, key);
                    return;
                }
            }
        }
    }

    /** Business keys of everything that belongs to the application; a later installation comes before what it is for. */
    private Stream<String> keys() {
        return Stream.concat(
                Stream.of(no + "-devices", no),
                bench.bindings.ofApplication(no).stream().map(ProcessBench::gate));
    }

    /** Completes the task at which the walk is. */
    void complete(String key, Map<String, Object> decision) {
        bench.complete(key, step, decision);
    }

    /** What the channel says from now on; it is asked when the pause between two questions is over. */
    void answer(ReviewResult result) {
        bench.channel.review = () -> result;
        bench.clock.advance(Duration.ofMinutes(11));
    }

    /** Another lot of the company, with what the strictest channel wants to know of one. */
    ParkingLot newLot() {
        ParkingLot lot = bench.lot();
        app.getBean(ParkingLots.class).locate(lot.code(), "120.155070", "30.274085", "0571-88888888");
        return lot;
    }

    /** The lot that a gate tests. */
    LotBinding lot(String gate) {
        return bench.bindings.ofApplication(no).stream()
                .filter(lot -> ProcessBench.gate(lot).equals(gate))
                .findFirst()
                .orElseThrow();
    }
}
