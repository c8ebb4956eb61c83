package cn.citybrain.parking.onboarding.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.ledger.KeptRequests;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.ParkingEvent;
import cn.citybrain.parking.onboarding.process.Books;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.wire.EveryChannel;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault.Kind;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lots of every channel are charged, a charge without answer is asked for, money goes back; in each round one of the three
 * calls meets a fault. It ends with one charge, and one refund where that was asked for, or it is written into the books.
 */
public final class MoneyRounds {

    private static final int PASSES = 40;

    /** The call that meets the fault. */
    public enum Call {
        DEDUCT,
        QUERY,
        REFUND
    }

    /** @param fault how it is called in a failure */
    public record Round(Channel channel, Call call, String fault, LotBinding lot) {
        @Override
        public String toString() {
            return channel + " " + call + " " + fault;
        }
    }

    final EveryChannel wire;
    private final Books books;
    private final Refunds refunds;
    private final KeptRequests kept;
    private final ApplicationContext app;
    private final TransactionTemplate transactions;

    public MoneyRounds(ApplicationContext app, EveryChannel wire, Books books) {
        this.wire = wire;
        this.books = books;
        refunds = app.getBean(Refunds.class);
        kept = app.getBean(KeptRequests.class);
        this.app = app;
        transactions = new TransactionTemplate(app.getBean(PlatformTransactionManager.class));
    }

    /**
     * Plays rounds at the same time.
     *
     * @param breaks makes the next such call of a round meet its fault
     * @param mends called when those calls are over
     */
    public void play(List<Round> rounds, Consumer<Round> breaks, Consumer<List<Round>> mends) {
        rounds.forEach(this::toTheGate);
        meet(Call.DEDUCT, rounds, breaks);
        advance(Call.DEDUCT, rounds);
        mends.accept(rounds);
        wire.bench.bench.clock.advance(Duration.ofMinutes(1));
        meet(Call.QUERY, rounds, breaks);
        advance(Call.QUERY, rounds);
        mends.accept(rounds);
        for (Round round : rounds) {
            wire.bench.work(round.lot());
            books.judge(round.lot(), round.toString());
            if (kept.of(round.lot().id()).isEmpty()) {
                books.lost(round.lot(), round + ": the request that charged was not kept");
            }
            assertThat(wire.bench.state(round.lot())).as(round.toString()).isEqualTo(BindingState.LIVE);
        }
        List<Round> back = of(Call.REFUND, rounds);
        List<Long> asked = back.stream().map(this::askedBack).toList();
        meet(Call.REFUND, rounds, breaks);
        giveBack(back, asked, mends);
    }

    private static List<Round> of(Call call, List<Round> rounds) {
        return rounds.stream().filter(round -> round.call() == call).toList();
    }

    private static void meet(Call call, List<Round> rounds, Consumer<Round> breaks) {
        of(call, rounds).forEach(breaks);
    }

    private void toTheGate(Round round) {
        wire.bench.arrive(round.lot());
        wire.bench.bench.record(
                round.lot(), true, EveryChannel.plate(round.lot().id()));
        wire.bench.bench.arrivals.sweep();
        wire.bench.bench.runJobs(ProcessBench.gate(round.lot()));
        tellVisit(round.lot());
        if (round.call() == Call.QUERY) {
            // so that there is something to ask
            wire.desk(round.channel()).plan(Fault.once("DEDUCT", Kind.DONE_THEN_CUT));
        }
    }

    /** As after the lot's call, so that what is sent next is the charge. */
    private void tellVisit(LotBinding lot) {
        String uid = wire.bench
                .bench
                .jdbc
                .sql("SELECT uid FROM stay WHERE lot_code = ?")
                .param(lot.lotCode())
                .query(String.class)
                .single();
        transactions.executeWithoutResult(
                status -> app.publishEvent(new ParkingEvent.ExitRecorded(lot.lotCode(), uid)));
    }

    /**
     * Those whose call breaks at the same time, as each may take long, and beside them the others one after the other: events
     * are worked in the thread that publishes them here, with its connection still taken, so that more of them at once than
     * the pool has connections would wait for each other.
     */
    private void advance(Call broken, List<Round> rounds) {
        List<Round> others =
                rounds.stream().filter(round -> round.call() != broken).toList();
        wire.together(
                List.<Runnable>of(
                        () -> wire.together(of(broken, rounds), this::advance), () -> others.forEach(this::advance)),
                Runnable::run);
    }

    private void advance(Round round) {
        wire.bench.deductions.advance(round.lot().id(), wire.bill(round.lot()));
    }

    private long askedBack(Round round) {
        Deduction charge = wire.bench.deductions.latest(round.lot().id()).orElseThrow();
        long refund = refunds.request(charge.id(), "supervisor-test", "测试退款");
        refunds.approve(refund, "supervisor2-test");
        return refund;
    }

    private void giveBack(List<Round> rounds, List<Long> asked, Consumer<List<Round>> mends) {
        for (int i = 0; i < PASSES && !asked.stream().allMatch(this::over); i++) {
            wire.together(rounds, round -> wire.bench.reconciliation.sweep());
            mends.accept(rounds);
            wire.bench.bench.clock.advance(Duration.ofMinutes(5));
        }
        for (int i = 0; i < rounds.size(); i++) {
            Refund refund = refunds.byId(asked.get(i)).orElseThrow();
            Deduction charge = wire.bench.deductions.byId(refund.deductionId()).orElseThrow();
            int times = wire.refunded(rounds.get(i).channel(), refund.outRefundNo(), charge.outTradeNo());
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
