package cn.citybrain.parking.onboarding.process.work;

import cn.citybrain.parking.onboarding.deduction.DeductionSettled;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes the question 核实扣款结果 back when the channel answers after all, by callback or to a query: when it does, when the
 * task opens, and now and then for what was lost.
 */
@Component
class LateOutcomes {

    private static final Logger LOG = LoggerFactory.getLogger(LateOutcomes.class);

    private final Correlations correlations;

    LateOutcomes(Correlations correlations) {
        this.correlations = correlations;
    }

    @ApplicationModuleListener
    void on(DeductionSettled event) {
        correlations.deductionSettled(event.bindingId());
    }

    @ApplicationModuleListener
    void on(ClarificationOpened event) {
        correlations.deductionSettled(event.bindingId());
    }

    @Scheduled(fixedDelayString = "${onboarding.process.sweep-every}")
    void onSchedule() {
        sweep();
    }

    /** Looks after every open question. Returns how many were answered. */
    int sweep() {
        int answered = 0;
        for (long bindingId : correlations.waitingForOutcomes()) {
            try {
                answered += correlations.deductionSettled(bindingId) ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.error("the outcome for binding {} could not be given to its gate; tried again later", bindingId, e);
            }
        }
        return answered;
    }
}
