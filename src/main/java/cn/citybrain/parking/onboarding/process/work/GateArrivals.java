package cn.citybrain.parking.onboarding.process.work;

import cn.citybrain.parking.onboarding.deduction.RecordReady;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Brings records and gates together: when a record comes, when a gate arrives, and now and then for what was lost. */
@Component
public class RecordArrivals {

    private static final Logger LOG = LoggerFactory.getLogger(RecordArrivals.class);

    private final Correlations correlations;

    RecordArrivals(Correlations correlations) {
        this.correlations = correlations;
    }

    @ApplicationModuleListener
    void on(RecordReady event) {
        correlations.record(event.bindingId());
    }

    @ApplicationModuleListener
    void on(GateWaits event) {
        correlations.record(event.bindingId());
    }

    @Scheduled(fixedDelayString = "${onboarding.process.sweep-every}")
    void onSchedule() {
        sweep();
    }

    /** Looks after every waiting gate. Returns how many moved on. */
    public int sweep() {
        int moved = 0;
        for (long bindingId : correlations.waitingForRecords()) {
            try {
                moved += correlations.record(bindingId) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("the record of binding {} could not be given to its gate; tried again later", bindingId, e);
            }
        }
        return moved;
    }
}
