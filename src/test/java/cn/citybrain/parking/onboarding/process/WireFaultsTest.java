package cn.citybrain.parking.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.KeptRequests;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.Refunds;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.simulator.channel.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.Fault.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The line to each of the six channels breaks in every way, while it is charged, asked, and while money goes back. */
@OnboardingTest
@Tag("faults")
class WireFaultsTest {

    private static final Set<Kind> QUICK = EnumSet.of(
            Kind.REFUSE_UNSIGNED,
            Kind.CUT,
            Kind.DONE_THEN_ERROR,
            Kind.DONE_THEN_CUT,
            Kind.TRUNCATED,
            Kind.GARBAGE,
            Kind.MALFORMED,
            Kind.WRONG_SIGNATURE,
            Kind.UNSIGNED,
            Kind.STALE);

    /** Longer than any deadline of a channel. */
    private static final long TOO_LONG_MILLIS = 40_000;

    private static final int PASSES = 40;

    @Autowired
    ApplicationContext app;

    @Autowired
    Refunds refunds;

    @Autowired
    KeptRequests kept;

    SixChannels wire;
    Books books;

    /** What is tried in one round. */
    private record Round(Channel channel, String operation, Kind kind, LotBinding lot) {
        @Override
        public String toString() {
            return channel + " " + operation + " " + kind;
        }
    }

    @BeforeEach
    void set() {
        wire = new SixChannels(app);
    }

    @AfterEach
    void close() {
        wire.close();
    }

    @Test
    void whateverTheAnswerIsItIsChargedAndGivenBackOnce() {
        books = new Books(
                "An answer of a channel is cut, garbled, an error, or wrongly signed", wire.bench, wire::charged);
        // in verify each fault meets each channel at one operation, chosen by the dice
        List<String> operations = List.of("DEDUCT", "QUERY", "REFUND");
        int turn = 0;
        for (Kind kind : QUICK) {
            for (Channel channel : Channel.values()) {
                int chosen = Effort.dice("wire", turn++).nextInt(operations.size());
                List<String> tried = Effort.isLong() ? operations : List.of(operations.get(chosen));
                tried.forEach(operation -> play(List.of(new Round(channel, operation, kind, wire.lot(channel)))));
            }
        }
        books.close();
    }

    @Test
    void howeverLongItTakesItIsChargedAndGivenBackOnce() {
        books = new Books(
                "A channel accepts and does not answer, or long after every deadline", wire.bench, wire::charged);
        Set<Kind> kinds = Effort.isLong()
                ? EnumSet.of(Kind.HOLD, Kind.DONE_THEN_HOLD, Kind.DRIP)
                : EnumSet.of(Kind.DONE_THEN_HOLD);
        List<Round> rounds = new ArrayList<>();
        for (Kind kind : kinds) {
            for (Channel channel : Channel.values()) {
                for (String operation : Effort.isLong() ? List.of("DEDUCT", "QUERY", "REFUND") : List.of("DEDUCT")) {
                    rounds.add(new Round(channel, operation, kind, wire.lot(channel)));
                }
            }
        }
        play(rounds);
        books.close();
    }

    /** All rounds at the same time. */
    private void play(List<Round> rounds) {
        rounds.forEach(this::toTheGate);
        rounds.stream().filter(round -> !round.operation().equals("REFUND")).forEach(this::plan);
        wire.together(rounds, this::advance);
        wire.bench.bench.clock.advance(Duration.ofMinutes(1));
        wire.together(rounds, this::advance);
        for (Round round : rounds) {
            wire.bench.work(round.lot());
            books.judge(round.lot(), round.toString());
            if (kept.of(round.lot().id()).isEmpty()) {
                books.lost(round.lot(), round + ": the request that charged was not kept");
            }
            assertThat(wire.bench.state(round.lot())).as(round.toString()).isEqualTo(BindingState.LIVE);
        }
        List<Round> back = rounds.stream()
                .filter(round -> round.operation().equals("REFUND"))
                .toList();
        back.forEach(this::plan);
        giveBack(back);
    }

    private void toTheGate(Round round) {
        wire.bench.arrive(round.lot());
        wire.bench.bench.record(round.lot(), true, SixChannels.plate(round.lot().id()));
        wire.bench.bench.arrivals.sweep();
        wire.bench.bench.runJobs(ProcessBench.gate(round.lot()));
        if (round.operation().equals("QUERY")) {
            // so that there is something to ask
            plan(round, "DEDUCT", Kind.DONE_THEN_CUT);
        }
    }

    private void plan(Round round) {
        plan(round, round.operation(), round.kind());
    }

    private void plan(Round round, String operation, Kind kind) {
        try {
            wire.desk(round.channel())
                    .plan(Fault.once(operation, kind)
                            .answering(kind == Kind.REFUSE_UNSIGNED ? 500 : 503, "", "")
                            .holding(TOO_LONG_MILLIS));
        } catch (IllegalStateException impossibleHere) {
            assertThat(impossibleHere).hasMessageContaining("不会出现");
        }
    }

    private void advance(Round round) {
        wire.bench.deductions.advance(round.lot().id(), wire.bill(round.lot()));
    }

    private void giveBack(List<Round> rounds) {
        List<Long> asked = rounds.stream()
                .map(round -> {
                    Deduction charge =
                            wire.bench.deductions.latest(round.lot().id()).orElseThrow();
                    long refund = refunds.request(charge.id(), "supervisor-test", "测试退款");
                    refunds.approve(refund, "supervisor2-test");
                    return refund;
                })
                .toList();
        for (int i = 0; i < PASSES && !asked.stream().allMatch(this::over); i++) {
            wire.together(rounds, round -> wire.bench.reconciliation.sweep());
            wire.bench.bench.clock.advance(Duration.ofMinutes(5));
        }
        for (int i = 0; i < rounds.size(); i++) {
            Refund refund = refunds.byId(asked.get(i)).orElseThrow();
            Deduction charge = wire.bench.deductions.byId(refund.deductionId()).orElseThrow();
            int times = wire.refunded(refund.outRefundNo(), charge.outTradeNo());
            if (refund.state() != Refund.State.REFUNDED || times != 1) {
                books.lost(
                        rounds.get(i).lot(),
                        rounds.get(i) + ": " + refund.state() + ", given back " + times + " times");
            }
        }
    }

    private boolean over(long refundId) {
        return refunds.byId(refundId).orElseThrow().state() == Refund.State.REFUNDED;
    }
}
