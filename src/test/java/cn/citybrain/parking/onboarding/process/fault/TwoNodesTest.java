package cn.citybrain.parking.onboarding.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.charge.DeductionOrder;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.channel.charge.RefundResult;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.Books;
import cn.citybrain.parking.onboarding.process.ChannelWork;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.work.Correlations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Several nodes on one database do the same at the same time, or a node does again what a slow one has not finished. */
@OnboardingTest
@Tag("faults")
class TwoNodesTest {

    private static final Duration LOCK = Duration.ofMinutes(6);

    @Autowired
    ApplicationContext app;

    @Autowired
    Refunds refunds;

    FaultBench bench;

    @BeforeEach
    void set() {
        bench = new FaultBench(app);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aNodeThatOutlivesItsLockChangesNothing() {
        Books books = new Books("A worker outlives its lock while another node repeats its task", bench);
        ChannelWork other = bench.secondNode();
        for (int round = 0; round < Effort.rounds(8, 80); round++) {
            LotBinding lot = bench.waiting();
            bench.bench.arrivals.sweep();
            bench.bench.runJobs(ProcessBench.gate(lot));
            boolean chargesFirst = round % 2 == 0;
            boolean othersPass = round % 4 < 2;
            bench.bench.channel.deduct = order -> slowly(order, chargesFirst, () -> {
                bench.bench.clock.advance(LOCK);
                other.runOnce();
                if (othersPass) {
                    bench.bench.runJobs(ProcessBench.gate(lot));
                }
            });
            bench.bench.worker.runOnce();
            bench.work(lot);
            books.judge(lot, "round " + round);
            assertThat(bench.state(lot)).as("round " + round).isEqualTo(BindingState.LIVE);
        }
        books.close();
    }

    /** A call during which another node, in a thread of its own, finds the lock expired. */
    private DeductionResult slowly(DeductionOrder order, boolean chargesFirst, Runnable meanwhile) {
        // a channel that keeps to one charge a number: only there a number may go out again
        bench.bench.channel.deduct = bench.ledger::chargeOnce;
        if (chargesFirst) {
            bench.ledger.chargeOnce(order);
        }
        CompletableFuture.runAsync(meanwhile).join();
        return bench.ledger.chargeOnce(order);
    }

    @Test
    void nodesThatClaimTheSameGateMoveItOnce() throws Exception {
        Books books = new Books("Four nodes claim the same gate, task and job at the same time", bench);
        List<ChannelWork> nodes = List.of(bench.secondNode(), bench.secondNode(), bench.secondNode());
        for (int round = 0; round < Effort.rounds(8, 100); round++) {
            LotBinding lot = bench.waiting();
            assertThat(correlate(lot)).as("nodes that moved it, round " + round).isEqualTo(1);
            together(List.of(() -> runJobs(lot), () -> runJobs(lot)));
            List<Runnable> claims = new ArrayList<>();
            nodes.forEach(node -> claims.add(node::runOnce));
            claims.add(() -> bench.bench.worker.runOnce());
            together(claims);
            bench.work(lot);
            books.judge(lot, "round " + round);
            assertThat(bench.state(lot)).as("round " + round).isEqualTo(BindingState.LIVE);
            assertThat(bills(lot)).as("round " + round).isEqualTo(1);
        }
        books.close();
    }

    /** Every node finds the record at the same time; those that come too late see that, without an error. */
    private int correlate(LotBinding lot) throws Exception {
        AtomicInteger moved = new AtomicInteger();
        AtomicInteger looked = new AtomicInteger();
        Runnable node = () -> {
            moved.addAndGet(app.getBean(Correlations.class).record(lot.id()) ? 1 : 0);
            looked.incrementAndGet();
        };
        together(List.of(node, node, node, node));
        assertThat(looked).as("nodes that looked without an error").hasValue(4);
        return moved.get();
    }

    /** Without the lock that keeps a job to one node: the engine may find the job's execution gone in the middle. */
    private void runJobs(LotBinding lot) {
        try {
            bench.bench.runJobs(ProcessBench.gate(lot));
        } catch (NullPointerException gone) {
            throw new ProcessEngineException("the job's execution went on meanwhile", gone);
        }
    }

    private int bills(LotBinding lot) {
        return bench.bench
                .jdbc
                .sql("SELECT count(*) FROM deduction WHERE binding_id = ?")
                .param(lot.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void nodesThatAdvanceTheSameBillChargeItOnce() throws Exception {
        Books books = new Books("Four nodes advance the same deduction at the same time", bench);
        for (int round = 0; round < Effort.rounds(10, 100); round++) {
            LotBinding lot = bench.waiting();
            bench.bench.arrivals.sweep();
            bench.bench.runJobs(ProcessBench.gate(lot));
            long bill = (Long) bench.bench.runtime.getVariable(bench.gate(lot), "billId");
            List<Runnable> nodes = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                nodes.add(() -> bench.deductions.advance(lot.id(), bill));
            }
            together(nodes);
            bench.work(lot);
            books.judge(lot, "round " + round);
        }
        books.close();
    }

    @Test
    void nodesThatSweepTheSameRefundAndDeductionDoItOnce() throws Exception {
        Books books = new Books("Four nodes sweep the same deductions and refunds at the same time", bench);
        AtomicInteger given = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        bench.bench.channel.refund = () -> new RefundResult.Refunded("RF" + given.incrementAndGet());
        for (int round = 0; round < Effort.rounds(6, 60); round++) {
            LotBinding lot = bench.waiting();
            bench.bench.channel.deduct = order -> {
                bench.ledger.charge(order);
                return new DeductionResult.Unknown("超时");
            };
            bench.bench.channel.query = order -> {
                if (order.visit().lot().bindingId() == lot.id()) {
                    asked.incrementAndGet();
                }
                return bench.ledger.look(order);
            };
            bench.bench.arrivals.sweep();
            bench.bench.runJobs(ProcessBench.gate(lot));
            bench.bench.worker.runOnce();
            bench.bench.clock.advance(Duration.ofSeconds(30));
            asked.set(0);
            together(sweeps());
            assertThat(asked).as("round " + round).hasValue(1);
            bench.work(lot);
            long refund = refunds.request(
                    bench.deductions.latest(lot.id()).orElseThrow().id(), "supervisor-test", "测试退款");
            refunds.approve(refund, "supervisor2-test");
            given.set(0);
            together(sweeps());
            books.judge(lot, "round " + round);
            assertThat(given).as("round " + round).hasValue(1);
            assertThat(refunds.byId(refund).orElseThrow().state()).isEqualTo(Refund.State.REFUNDED);
        }
        books.close();
    }

    private List<Runnable> sweeps() {
        return List.of(
                bench.reconciliation::sweep,
                bench.reconciliation::sweep,
                bench.reconciliation::sweep,
                bench.reconciliation::sweep);
    }

    /** Every node in a thread of its own, all at once. Who loses a race for a row of the engine comes again later. */
    private static void together(List<Runnable> nodes) throws Exception {
        CyclicBarrier start = new CyclicBarrier(nodes.size());
        List<CompletableFuture<Void>> all = nodes.stream()
                .map(node -> CompletableFuture.runAsync(
                        () -> {
                            try {
                                start.await(10, TimeUnit.SECONDS);
                                node.run();
                            } catch (ProcessEngineException lost) {
                                // somebody else did it: the subscription, job or task is gone
                            } catch (InterruptedException
                                    | java.util.concurrent.BrokenBarrierException
                                    | java.util.concurrent.TimeoutException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        task -> new Thread(task).start()))
                .toList();
        for (CompletableFuture<Void> node : all) {
            node.get(60, TimeUnit.SECONDS);
        }
    }
}
