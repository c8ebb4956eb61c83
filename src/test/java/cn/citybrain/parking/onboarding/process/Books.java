package cn.citybrain.parking.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.faults.Figures;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.fault.FaultBench;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** Compares what a channel charged with what we intended and where the gates stand. */
public final class Books {

    private static final Set<DeductionState> CHARGED = Set.of(DeductionState.SUCCEEDED, DeductionState.DISPUTED);

    private final String scenario;
    private final FaultBench bench;
    private final ToIntFunction<String> charges;
    private final List<String> problems = new ArrayList<>();
    private int rounds;
    private int charged;
    private int lost;
    private int twice;
    private int stuck;

    public Books(String scenario, FaultBench bench) {
        this(scenario, bench, bench.ledger::charged);
    }

    /** @param charges how often the channel charged under a number */
    public Books(String scenario, FaultBench bench, ToIntFunction<String> charges) {
        this.scenario = scenario;
        this.bench = bench;
        this.charges = charges;
    }

    /** One round is over: the lot went through its test, or its test was ended. */
    public void judge(LotBinding lot, String round) {
        rounds++;
        List<Deduction> intents = bench.deductions.of(lot.id());
        Map<Long, Integer> byBill = intents.stream()
                .collect(Collectors.groupingBy(
                        Deduction::billId, Collectors.summingInt(intent -> charges.applyAsInt(intent.outTradeNo()))));
        charged += byBill.values().stream().mapToInt(Integer::intValue).sum();
        byBill.values().stream().filter(times -> times > 1).forEach(times -> twice(lot, round, times));
        for (Deduction intent : intents) {
            if (charges.applyAsInt(intent.outTradeNo()) > 0 != CHARGED.contains(intent.state())) {
                lost(
                        lot,
                        round + ": charged " + charges.applyAsInt(intent.outTradeNo()) + ", we say " + intent.state());
            }
            if (intent.state() == DeductionState.SUCCEEDED && intent.chargedAmount() != intent.amount()) {
                lost(lot, round + ": believed a charge of another amount");
            }
        }
        if (!settled(lot, intents)) {
            stuck(
                    lot,
                    round + ": " + bench.state(lot) + " at " + bench.bench.steps(ProcessBench.gate(lot)) + ", "
                            + intents.stream().map(Deduction::state).toList());
        }
    }

    private boolean settled(LotBinding lot, List<Deduction> intents) {
        boolean live = bench.state(lot) == BindingState.LIVE;
        boolean paid = intents.stream().anyMatch(intent -> intent.state() == DeductionState.SUCCEEDED);
        if (bench.over(lot)) {
            return !live || paid;
        }
        Set<String> steps = bench.bench.steps(ProcessBench.gate(lot));
        return !paid
                && !steps.isEmpty()
                && steps.stream()
                        .allMatch(step -> step.startsWith("userTask_") || step.equals("receiveTask_awaitRecord"));
    }

    public void twice(LotBinding lot, String round, int times) {
        twice++;
        problems.add(round + ": a bill of lot " + lot.lotCode() + " was charged " + times + " times");
    }

    public void lost(LotBinding lot, String what) {
        lost++;
        problems.add(what + " (lot " + lot.lotCode() + ")");
    }

    public void stuck(LotBinding lot, String what) {
        stuck++;
        problems.add(what + " (lot " + lot.lotCode() + ")");
    }

    /** Counts what is no round of its own. */
    void round() {
        rounds++;
    }

    /** Writes the figures and fails if something is wrong with them. */
    public void close() {
        Figures figures = new Figures(scenario, rounds, charged, lost, twice, stuck);
        figures.write();
        assertThat(problems).as("seed " + Effort.seed()).isEmpty();
        assertThat(figures.clean()).as("seed " + Effort.seed()).isTrue();
        assertThat(rounds).isPositive();
    }
}
