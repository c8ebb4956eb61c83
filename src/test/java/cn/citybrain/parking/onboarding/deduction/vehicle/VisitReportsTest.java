package cn.citybrain.parking.onboarding.deduction.vehicle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.AtOnce;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.channel.vehicle.Plate;
import cn.citybrain.parking.onboarding.deduction.DeductionState;
import cn.citybrain.parking.onboarding.deduction.DeductionStatus;
import cn.citybrain.parking.onboarding.deduction.TestBench;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.parking.Bill;
import cn.citybrain.parking.onboarding.parking.Stay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One visit is told by one worker at a time, whichever node it runs on; the entry before the exit. */
@OnboardingTest
class VisitReportsTest {

    private static final Plate PLATE = new Plate("浙A12345", 1, "openid-1");
    private static final int WORKERS = 8;

    @Autowired
    ApplicationContext context;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Two nodes with one database and one channel. */
    private TestBench bench;

    private TestBench other;
    private LotBinding binding;
    private Bill bill;

    @BeforeEach
    void lotUnderTest() {
        bench = new TestBench(context);
        other = new TestBench(context);
        other.channel.onEntry = visit -> bench.channel.entered(visit);
        binding = bench.underTest();
        bill = bench.passed(binding);
    }

    @AfterEach
    void reset() {
        threads.shutdownNow();
        bench.clock.reset();
    }

    @Test
    void anEntryThatManyWorkersMeetAtOnceIsToldOnce() {
        for (int round = 0; round < 20; round++) {
            Stay stay = stay(bench.passed(binding));
            AtomicInteger others = new AtomicInteger();
            CountDownLatch through = new CountDownLatch(WORKERS - 1);
            bench.channel.entries.clear();
            // the channel thinks until everybody else has found somebody at it
            bench.channel.onEntry = visit -> {
                await(through);
                return new EntryResult.Admitted("PK" + visit.visitNo());
            };
            AtOnce.each(WORKERS, number -> {
                if (!(number % 2 == 0 ? bench : other).visits.entered(binding, PLATE, stay)) {
                    others.incrementAndGet();
                    through.countDown();
                }
                return number;
            });
            assertThat(bench.channel.entries).as("round " + round).hasSize(1);
            assertThat(others).hasValue(WORKERS - 1);
            assertThat(visit(stay).chargeable()).isTrue();
        }
    }

    @Test
    void nothingIsChargedWhileAnotherWorkerTellsOfTheEntry() throws Exception {
        CountDownLatch thinking = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        bench.channel.onEntry = visit -> {
            thinking.countDown();
            await(enough);
            return new EntryResult.Admitted("PK1");
        };
        Future<Boolean> telling = threads.submit(() -> bench.visits.entered(binding, PLATE, stay(bill)));
        await(thinking);

        DeductionStatus status = other.deductions.advance(binding.id(), bill.id());
        assertThat(status).isInstanceOf(DeductionStatus.Undecided.class);
        assertThat(bench.deduction(bill).state()).isEqualTo(DeductionState.PREPARED);
        assertThat(other.channel.charges).isEmpty();

        enough.countDown();
        assertThat(telling.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(other.deductions.advance(binding.id(), bill.id()))
                .isEqualTo(new DeductionStatus.Decided(DeductionStatus.Outcome.SUCCEEDED));
        assertThat(bench.channel.entries).hasSize(1);
        assertThat(other.channel.charges)
                .singleElement()
                .satisfies(order -> assertThat(order.visit().reference()).isEqualTo("PK1"));
    }

    @Test
    void anExitThatComesWhileTheEntryIsBeingToldFollowsIt() throws Exception {
        Stay stay = stay(bill);
        CountDownLatch thinking = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        bench.channel.onEntry = visit -> {
            assertThat(bench.channel.exits).isEmpty();
            thinking.countDown();
            await(enough);
            return new EntryResult.Admitted("PK1");
        };
        bench.setup
                .sql("UPDATE stay SET left_at = NULL WHERE uid = ?")
                .param(stay.uid())
                .update();
        Future<Boolean> telling = threads.submit(() -> bench.visits.entered(binding, PLATE, stay(bill)));
        await(thinking);
        // no row is locked while the channel thinks: the exit is noted, and nobody waits
        other.visits.left(binding, PLATE, stay);
        assertThat(other.channel.exits).isEmpty();

        enough.countDown();
        assertThat(telling.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(bench.channel.exits).hasSize(1);
        assertThat(visit(stay).exitDone()).isTrue();
    }

    @Test
    void aWorkerThatDiedIsFollowedByAnotherWhenItsTurnHasEnded() {
        Stay stay = stay(bill);
        bench.channel.onEntry = visit -> {
            throw new Dead();
        };
        assertThatThrownBy(() -> bench.visits.entered(binding, PLATE, stay)).isInstanceOf(Dead.class);
        // a process that dies gives nothing back
        bench.setup
                .sql("INSERT INTO visit_turn (visit_id, teller, ends_at) VALUES (?, 'dead', ?)")
                .params(visit(stay).id(), TestBench.at(bench.clock.instant().plus(VisitTurns.LONGEST)))
                .update();
        bench.channel.entries.clear();
        bench.channel.onEntry = visit -> new EntryResult.Admitted("PK1");

        assertThat(bench.visits.entered(binding, PLATE, stay)).isFalse();
        assertThat(bench.channel.entries).isEmpty();
        bench.clock.advance(VisitTurns.LONGEST);
        assertThat(bench.visits.entered(binding, PLATE, stay)).isTrue();
        assertThat(bench.channel.entries).hasSize(1);
        assertThat(turns(stay)).isZero();
    }

    @Test
    void whatTheChannelDidNotTakeComesAgainAtOnce() {
        Stay stay = stay(bill);
        bench.channel.onEntry = visit -> {
            throw new ChannelException("没有应答");
        };
        assertThatThrownBy(() -> bench.visits.left(binding, PLATE, stay)).isInstanceOf(ChannelException.class);
        assertThat(turns(stay)).isZero();
        assertThat(bench.channel.exits).as("not before the entry").isEmpty();

        bench.channel.onEntry = visit -> new EntryResult.Admitted("PK1");
        bench.clock.advance(Duration.ofSeconds(1));
        bench.reconciliation.sweep();
        assertThat(visit(stay).exitDone()).isTrue();
        assertThat(bench.channel.exits)
                .filteredOn(told -> told.visitNo().equals(visit(stay).visitNo()))
                .extracting(cn.citybrain.parking.onboarding.channel.vehicle.Visit::reference)
                .isEqualTo(List.of("PK1"));
    }

    private Stay stay(Bill billed) {
        return bench.records.stay(binding.lotCode(), billed.uid()).orElseThrow();
    }

    private ChannelVisit visit(Stay stay) {
        return bench.visitTable.find(binding.id(), stay.uid()).orElseThrow();
    }

    private int turns(Stay stay) {
        return bench.setup
                .sql("SELECT count(*) FROM visit_turn WHERE visit_id = ?")
                .param(visit(stay).id())
                .query(Integer.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** As if the process had died. */
    private static final class Dead extends Error {

        private static final long serialVersionUID = 1L;
    }
}
