package cn.citybrain.parking.onboarding.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.vehicle.EntryResult;
import cn.citybrain.parking.onboarding.faults.Effort;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.Books;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** One lot at which the channel, or our own handler, always fails: the others do not feel it, and people are told. */
@OnboardingTest
@Tag("faults")
class PoisonTest {

    @Autowired
    ApplicationContext app;

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
    void aChannelThatAlwaysFailsForOneHoldsUpNobody() {
        holdsUpNobody("One lot always fails at the channel, among good ones", lot -> {
            throw new ChannelException("always");
        });
    }

    @Test
    void aHandlerThatAlwaysThrowsForOneHoldsUpNobody() {
        holdsUpNobody("One lot's handler always throws, among good ones", lot -> {
            throw new IllegalStateException("poison");
        });
    }

    private void holdsUpNobody(String scenario, Function<LotBinding, EntryResult> poisoned) {
        Books books = new Books(scenario, bench);
        for (int round = 0; round < Effort.rounds(1, 20); round++) {
            LotBinding poison = bench.waiting();
            List<LotBinding> good = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                good.add(bench.waiting());
            }
            bench.bench.channel.entered = visit -> visit.lot().bindingId() == poison.id()
                    ? poisoned.apply(poison)
                    : new EntryResult.Admitted("PK" + visit.visitNo());
            bench.bench.arrivals.sweep();
            good.forEach(lot -> bench.bench.runJobs(ProcessBench.gate(lot)));
            bench.bench.runJobs(ProcessBench.gate(poison));
            bench.pass(poison);
            good.forEach(lot -> bench.bench.runJobs(ProcessBench.gate(lot)));
            for (LotBinding lot : good) {
                assertThat(bench.state(lot)).isEqualTo(BindingState.LIVE);
                books.judge(lot, "round " + round);
            }
            becomesAnIncident(poison, books);
        }
        books.close();
    }

    private void becomesAnIncident(LotBinding poison, Books books) {
        String gate = bench.gate(poison);
        for (int i = 0; i < 20 && incidents(gate) == 0; i++) {
            bench.pass(poison);
            bench.bench.clock.advance(Duration.ofHours(1));
        }
        if (incidents(gate) != 1) {
            books.stuck(poison, "no incident");
        }
        assertThat(bench.bench.mails(gate)).as("mails about the incident").isNotEmpty();
        // the cause is mended, a person tries again
        bench.bench.channel.entered = visit -> new EntryResult.Admitted("PK" + visit.visitNo());
        var tasks = app.getBean(org.camunda.bpm.engine.ExternalTaskService.class);
        tasks.createExternalTaskQuery()
                .processInstanceId(gate)
                .list()
                .forEach(task -> tasks.setRetries(task.getId(), 1));
        bench.work(poison);
        books.judge(poison, "the poison, mended");
        assertThat(bench.state(poison)).isEqualTo(BindingState.LIVE);
    }

    private long incidents(String gate) {
        return bench.bench.runtime.createIncidentQuery().processInstanceId(gate).count();
    }
}
