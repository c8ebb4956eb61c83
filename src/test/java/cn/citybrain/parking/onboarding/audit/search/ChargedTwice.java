package cn.citybrain.parking.onboarding.audit.search;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.charge.Reconciliation;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/**
 * An application whose lot was charged another amount than its bill, got the money back, and went live on the next test.
 *
 * @param disputed the first deduction
 * @param charged the second
 */
record ChargedTwice(LotBinding lot, Deduction disputed, Deduction charged) {

    static ChargedTwice play(ApplicationContext app, ProcessBench bench) {
        LotBinding lot = bench.testing(1).get(0);
        Deductions deductions = app.getBean(Deductions.class);
        bench.channel.deduct = ScriptedChannel::chargedAnotherAmount;
        bench.drive(lot);
        bench.worker.runOnce();
        Refunds refunds = app.getBean(Refunds.class);
        long charge = deductions.of(lot.id()).get(0).id();
        refunds.approve(refunds.request(charge, "supervisor-test", "金额不符"), "supervisor2-test");
        app.getBean(Reconciliation.class).sweep();
        bench.complete(ProcessBench.gate(lot), "userTask_disputed", Map.of("disputedDecision", "retest"));

        bench.channel.deduct = ScriptedChannel::charged;
        bench.drive(lot);
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lot));
        List<Deduction> all = deductions.of(lot.id());
        assertThat(all).hasSize(2);
        return new ChargedTwice(lot, one(all, charge, true), one(all, charge, false));
    }

    private static Deduction one(List<Deduction> all, long id, boolean it) {
        return all.stream()
                .filter(deduction -> deduction.id() == id == it)
                .findFirst()
                .orElseThrow();
    }
}
