package cn.citybrain.parking.onboarding.process.wire;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.record.Diagnoses;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ReportedVisit;
import cn.citybrain.parking.onboarding.process.ReportedVisit.Report;
import cn.citybrain.parking.onboarding.simulator.LedgerEntry;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * Companies, accounts, lots and channels side by side: each record reaches its own gate and no other, and each bill is charged
 * once, to its own account at its own channel.
 */
@OnboardingTest
class SeveralAtOnceTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    Deductions deductions;

    @Autowired
    Diagnoses diagnoses;

    WireBench wire;

    @BeforeEach
    void connect() {
        wire = new WireBench(app);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    /**
     * At one channel: one company with two lots on one account and a second account for a third lot, another company, and two
     * lots that are added later. The calls are mixed by a seed, and so are the moments at which the gates begin to wait: what
     * comes before its gate is found by it.
     */
    @ParameterizedTest
    @EnumSource(Channel.class)
    void accountsOfOneChannelDoNotMix(Channel channel) {
        Merchant company = wire.bench.merchant;
        Merchant other = TestMerchants.add(app.getBean(Merchants.class));
        List<ParkingLot> firsts = List.of(wire.lot(company), wire.lot(company), wire.lot(company));
        List<ParkingLot> others = List.of(wire.lot(other), wire.lot(other));
        WiredApplication first = open(channel, company, firsts);
        WiredApplication second = open(channel, company, List.of(wire.lot(company)));
        WiredApplication third = open(channel, other, others);
        assertThat(List.of(first, second, third))
                .extracting(application -> application.account().channelAccount())
                .doesNotHaveDuplicates();
        List<LotBinding> gates = new ArrayList<>(first.bind(firsts.subList(0, 2)));
        gates.addAll(second.bind());
        gates.addAll(third.bind(others.subList(0, 1)));
        List<ReportedVisit> visits = new ArrayList<>();
        gates.forEach(gate -> visits.add(visit(gate, "浙A7000" + visits.size(), visits.size())));
        assertThat(visits).hasSize(4);
        play(visits, 20261124 + channel.ordinal());
        eachAtItsOwn(visits);

        List<ReportedVisit> added = List.of(
                visit(first.add(firsts.get(2)), visits.get(0).plate, 5),
                visit(third.add(others.get(1)), visits.get(1).plate, 6));
        play(added, channel.ordinal());
        eachAtItsOwn(added);
        eachAtItsOwn(visits);
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 20261124})
    void oneLotIsTestedForAllChannelsAtOnce(long seed) {
        List<ReportedVisit> visits = gatesEverywhere();
        play(visits, seed);
        eachAtItsOwn(visits);
    }

    @Test
    void aRecordOfAnotherChannelsVehicleLeavesAGateAlone() {
        List<ReportedVisit> visits = gatesEverywhere();
        visits.forEach(visit -> wire.prepared(visit.gate));
        for (ReportedVisit driven : visits) {
            for (Report report : Report.values()) {
                send(driven, report);
            }
            wire.settle(gates(visits));
            eachAtItsOwn(List.of(driven));
            visits.subList(visits.indexOf(driven) + 1, visits.size()).forEach(this::untouched);
        }
    }

    private void untouched(ReportedVisit visit) {
        assertThat(wire.state(visit.gate)).isEqualTo(BindingState.TESTING);
        assertThat(wire.steps(visit.gate)).containsExactly("receiveTask_awaitRecord");
        assertThat(deductions.of(visit.gate.id())).isEmpty();
        assertThat(diagnoses.of(visit.gate.id())).isEmpty();
        assertThat(wire.charges(visit.gate)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void aRecordThatCameBeforeItsGateWaitedIsFound(Channel channel) {
        Merchant company = wire.bench.merchant;
        ReportedVisit visit =
                visit(open(channel, company, List.of(wire.lot(company))).bind().get(0), "浙A70001", 1);
        for (Report report : Report.values()) {
            send(visit, report);
        }
        wire.bench.arrivals.sweep();
        assertThat(wire.steps(visit.gate)).containsExactly("userTask_prepareInterface");
        assertThat(wire.charges(visit.gate)).isEmpty();

        wire.prepared(visit.gate);
        wire.settle(visit.gate);
        eachAtItsOwn(List.of(visit));
        assertThat(wire.bench.applications.byNo(visit.gate.applicationNo()).state())
                .as("its only lot is live")
                .isEqualTo(ApplicationState.DONE);
    }

    /** One lot with an account at every channel, and a vehicle for each of them. */
    private List<ReportedVisit> gatesEverywhere() {
        Merchant company = wire.bench.merchant;
        ParkingLot lot = wire.lot(company);
        List<ReportedVisit> visits = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            LotBinding gate = open(channel, company, List.of(lot)).bind().get(0);
            visits.add(visit(gate, "浙A8000" + channel.ordinal(), channel.ordinal()));
        }
        return visits;
    }

    private WiredApplication open(Channel channel, Merchant merchant, List<ParkingLot> lots) {
        return WiredApplication.apply(wire, channel, merchant, lots).until("userTask_bindLots");
    }

    /** The visit of a vehicle that is registered for a gate; every visit owes another amount. */
    private ReportedVisit visit(LotBinding gate, String plate, int number) {
        wire.register(gate, plate);
        return new ReportedVisit(gate, plate, 500 + number);
    }

    /** All reports of all visits, some of them twice, and the gates' readiness, in an order that the seed decides. */
    private void play(List<ReportedVisit> visits, long seed) {
        Random random = new Random(seed);
        Map<ReportedVisit, List<Runnable>> left = new LinkedHashMap<>();
        for (ReportedVisit visit : visits) {
            List<Runnable> steps = new ArrayList<>();
            ReportedVisit.shuffled(random).forEach(report -> steps.add(() -> send(visit, report)));
            steps.add(random.nextInt(steps.size() + 1), () -> wire.prepared(visit.gate));
            left.put(visit, steps);
        }
        while (!left.isEmpty()) {
            ReportedVisit next = List.copyOf(left.keySet()).get(random.nextInt(left.size()));
            left.get(next).remove(0).run();
            left.values().removeIf(List::isEmpty);
            if (random.nextInt(4) == 0) {
                work(gates(visits));
            }
        }
        wire.settle(gates(visits));
    }

    private void send(ReportedVisit visit, Report report) {
        wire.bench.clock.advance(Duration.ofSeconds(2));
        JsonNode answer = wire.call(visit.gate, visit.call(report), visit.data(report, wire.bench.clock.instant()));
        assertThat(answer.path("resultCode").asInt()).as(answer.toString()).isEqualTo(200);
    }

    /** What the schedules would do meanwhile. */
    private void work(List<LotBinding> gates) {
        wire.bench.arrivals.sweep();
        gates.forEach(gate -> wire.bench.runJobs(ProcessBench.gate(gate)));
        wire.pass(Duration.ofSeconds(1));
    }

    private static List<LotBinding> gates(List<ReportedVisit> visits) {
        return visits.stream().map(visit -> visit.gate).toList();
    }

    private void eachAtItsOwn(List<ReportedVisit> visits) {
        for (ReportedVisit visit : visits) {
            assertThat(diagnoses.of(visit.gate.id())).isEmpty();
            assertThat(wire.state(visit.gate)).as(visit.gate.toString()).isEqualTo(BindingState.LIVE);
            assertThat(wire.bench.ends(ProcessBench.gate(visit.gate))).contains("endEvent_live");
            Deduction deduction = charged(visit);
            assertThat(wire.charges(visit.gate)).singleElement().satisfies(charge -> {
                assertThat(charge.kind()).isEqualTo(LedgerEntry.Kind.CHARGE);
                assertThat(charge.channel()).isEqualTo(visit.gate.channel());
                assertThat(charge.account()).isEqualTo(wire.account(visit.gate).channelAccount());
                assertThat(charge.tradeNo()).isEqualTo(deduction.outTradeNo());
                assertThat(charge.plateNo()).isEqualTo(visit.plate);
                assertThat(charge.amount()).isEqualTo(visit.amount);
            });
            JsonNode told = wire.payResult(visit.gate, visit.billNo());
            assertThat(told.path("payStatus").asInt()).isEqualTo(1);
            assertThat(told.path("actualPay").asInt()).isEqualTo(visit.amount);
        }
        assertThat(wire.ledger())
                .as("no charge besides these")
                .filteredOn(charge -> visits.stream()
                        .anyMatch(visit -> visit.gate.lotName().equals(charge.lotName())
                                && visit.gate.channel().equals(charge.channel())))
                .hasSize(visits.size());
    }

    private Deduction charged(ReportedVisit visit) {
        List<Deduction> all = deductions.of(visit.gate.id());
        assertThat(all).hasSize(1);
        assertThat(all.get(0).state()).isEqualTo(DeductionState.SUCCEEDED);
        assertThat(all.get(0).billNo()).isEqualTo(visit.billNo());
        assertThat(all.get(0).uid()).isEqualTo(visit.uid);
        return all.get(0);
    }
}
