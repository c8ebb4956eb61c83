package cn.citybrain.parking.onboarding.process.work;

import cn.citybrain.parking.onboarding.deduction.DeductionSettled;
import cn.citybrain.parking.onboarding.deduction.RecordReady;
import java.util.List;
import java.util.function.LongPredicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings gates together with what they wait for, a record or the channel's answer to 核实扣款结果: when it comes, when a gate
 * begins to wait, and now and then for what was lost.
 */
@Component
public class GateArrivals {

    private static final Logger LOG = LoggerFactory.getLogger(GateArrivals.class);

    private final Correlations correlations;

    GateArrivals(Correlations correlations) {
        this.correlations = correlations;
    }

    @ApplicationModuleListener(id = "process.record")
    void on(RecordReady event) {
        correlations.record(event.bindingId());
    }

    @ApplicationModuleListener(id = "process.gate")
    void on(GateWaits event) {
        correlations.record(event.bindingId());
    }

    @ApplicationModuleListener(id = "process.outcome")
    void on(DeductionSettled event) {
        correlations.deductionSettled(event.bindingId());
    }

    @ApplicationModuleListener(id = "process.clarification")
    void on(ClarificationOpened event) {
        correlations.deductionSettled(event.bindingId());
    }

    @Scheduled(fixedDelayString = "${onboarding.process.sweep-every}")
    void onSchedule() {
        sweep();
    }

    /** Looks after every waiting gate. Returns how many moved on. */
    public int sweep() {
        return moved("record", correlations.waitingForRecords(), correlations::record)
                + moved("outcome", correlations.waitingForOutcomes(), correlations::deductionSettled);
    }

    private static int moved(String what, List<Long> bindingIds, LongPredicate correlate) {
        int moved = 0;
        for (long bindingId : bindingIds) {
            try {
                moved += correlate.test(bindingId) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("the {} of binding {} could not be given to its gate; tried again later", what, bindingId, e);
            }
        }
        return moved;
    }
}
