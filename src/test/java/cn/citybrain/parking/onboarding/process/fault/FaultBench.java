package cn.citybrain.parking.onboarding.process.fault;

import cn.citybrain.parking.onboarding.MortalDatabase;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ChannelWork;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.answer.SecondSweep;
import cn.citybrain.parking.onboarding.process.work.SecondNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.modulith.events.IncompleteEventPublications;

/** Gates in numbers, nodes that work and die, and the judgement over what came of it. */
public final class FaultBench {

    static final String PLATE = "浙A12345";
    private static final int MOST_PASSES = 60;
    private static final int MOST_DEATHS = 3;
    private static final Set<BindingState> OVER = Set.of(BindingState.LIVE, BindingState.WITHDRAWN);

    final ApplicationContext app;
    public final ProcessBench bench;
    public final CarelessChannel ledger;
    public final MortalDatabase database;
    public final Deductions deductions;
    public final Reconciliation reconciliation;
    private final IncompleteEventPublications publications;
    private String no;
    private String gateModel;

    public FaultBench(ApplicationContext app) {
        this(app, Channel.WECHATPAY);
    }

    public FaultBench(ApplicationContext app, Channel channel) {
        this.app = app;
        bench = new ProcessBench(app, channel);
        ledger = new CarelessChannel(bench.channel);
        database = (MortalDatabase) app.getBean(DataSource.class);
        deductions = app.getBean(Deductions.class);
        reconciliation = app.getBean(Reconciliation.class);
        publications = app.getBean(IncompleteEventPublications.class);
    }

    public void close() {
        database.revive();
        bench.close();
    }

    /** Lots under test with 浙A12345 as their test vehicle, whose gates have not arrived at their wait. */
    List<LotBinding> lots(int count) {
        List<LotBinding> bound = Stream.generate(this::chosen).limit(count).toList();
        bound.forEach(lot -> {
            bench.bindings.registered(lot.id(), "R" + lot.id(), "P" + lot.id());
            bench.bindings.testing(lot.id());
            app.getBean(TestVehicles.class).register(lot.id(), PLATE, 1, "openid-1", "vendor-test");
        });
        return bound.stream()
                .map(lot -> bench.bindings.byId(lot.id()).orElseThrow())
                .toList();
    }

    /** A lot that was chosen for the account and of which the channel knows nothing. */
    LotBinding chosen() {
        if (no == null) {
            no = bench.opened();
        }
        return bench.bindings.add(no, bench.lot().code());
    }

    LotBinding lot() {
        return lots(1).get(0);
    }

    /** From now on gates run in a version of their model. */
    void runIn(String definitionId) {
        gateModel = definitionId;
    }

    /** The gate arrives at its wait for a record. */
    public void arrive(LotBinding lot) {
        arrive(lot, "receiveTask_awaitRecord");
    }

    void arrive(LotBinding lot, String step) {
        ProcessInstantiationBuilder gate = gateModel == null
                ? bench.runtime.createProcessInstanceByKey("test-deduction-gate")
                : bench.runtime.createProcessInstanceById(gateModel);
        gate.businessKey(ProcessBench.gate(lot))
                .setVariables(Map.of(
                        "applicationNo", lot.applicationNo(),
                        "lotCode", lot.lotCode(),
                        "channel", lot.channel(),
                        "bindingId", lot.id()))
                .startBeforeActivity(step)
                .execute();
    }

    /** A gate that waits, and a flawless record that it has not been told of. */
    public LotBinding waiting() {
        LotBinding lot = lot();
        arrive(lot);
        bench.record(lot, true);
        return lot;
    }

    /** Everything that a node does by itself, once. */
    public void pass(LotBinding lot) {
        bench.arrivals.sweep();
        bench.runJobs(ProcessBench.gate(lot));
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lot));
        reconciliation.sweep();
    }

    /** Works until the lot is live or withdrawn, or nothing moves it any more. */
    public void work(LotBinding lot) {
        for (int i = 0; i < MOST_PASSES && !over(lot); i++) {
            pass(lot);
            if (!over(lot)) {
                bench.clock.advance(Duration.ofMinutes(2));
            }
        }
    }

    /** Whether the node lived through it; what fails because it is dead is no failure. */
    boolean survives(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | MortalDatabase.Killed failure) {
            if (!database.dead()) {
                throw failure;
            }
        }
        return !database.dead();
    }

    /** A node meets its end in its work; its successors may, too; the last one does the rest. */
    void outlive(LotBinding lot, int boundaries, Random dice) {
        for (int deaths = 0; deaths < MOST_DEATHS; deaths++) {
            if (survives(() -> work(lot))) {
                break;
            }
            takeOver();
            if (dice.nextInt(3) > 0) {
                // the gate comes first, not the sweep: the dead node's lock is over
                bench.clock.advance(Duration.ofMinutes(6));
            }
            if (dice.nextBoolean()) {
                database.dieAt(1 + dice.nextInt(boundaries), dice.nextBoolean());
            }
        }
        takeOver();
        work(lot);
    }

    /** Another process takes over: what was published and not heard is published again. Returns the boundaries passed. */
    public int takeOver() {
        int passed = database.revive();
        publications.resubmitIncompletePublications(publication -> true);
        return passed;
    }

    /** Id of a lot's running gate. */
    public String gate(LotBinding lot) {
        return bench.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(ProcessBench.gate(lot))
                .singleResult()
                .getId();
    }

    public boolean over(LotBinding lot) {
        return OVER.contains(state(lot)) && bench.steps(ProcessBench.gate(lot)).isEmpty();
    }

    public BindingState state(LotBinding lot) {
        return bench.bindings.byId(lot.id()).orElseThrow().state();
    }

    /** A node of its own on the same database. */
    ChannelWork secondNode() {
        return new ChannelWork(SecondNode.worker(app), SecondSweep.of(app));
    }
}
