package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.merchant.BindingState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks again about everything that is undecided, so that a lost callback costs one interval; also about what was given up.
 * Never charges. What fails is tried again with the next sweep.
 */
@Component
public class Reconciliation {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

    private final DeductionTable deductions;
    private final DeductionQuery query;
    private final RefundTable refunds;
    private final RefundWork refundWork;
    private final VisitTable visitTable;
    private final Visits visits;
    private final ChannelLots lots;
    private final DeductionSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    Reconciliation(
            DeductionTable deductions,
            DeductionQuery query,
            RefundTable refunds,
            RefundWork refundWork,
            VisitTable visitTable,
            Visits visits,
            ChannelLots lots,
            DeductionSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.deductions = deductions;
        this.query = query;
        this.refunds = refunds;
        this.refundWork = refundWork;
        this.visitTable = visitTable;
        this.visits = visits;
        this.lots = lots;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${onboarding.deduction.sweep-interval}")
    void scheduled() {
        sweep();
    }

    /** One sweep over deductions, refunds, and visits that a channel was not told of. */
    public void sweep() {
        Instant now = clock.instant();
        each("deduction", deductions.due(now, now.minus(settings.watchAfterwards())), due -> query.ask(due, false));
        each("refund", refunds.due(now), refundWork::advance);
        each("visit", visitTable.untold(), this::tell);
    }

    private void tell(ChannelVisit visit) {
        if (lots.binding(visit.bindingId()).state() != BindingState.TESTING) {
            return;
        }
        visits.tellExit(visit.state() == ChannelVisit.State.UNREPORTED ? visits.tellEntry(visit) : visit);
    }

    private <T> void each(String what, Iterable<T> items, Consumer<T> work) {
        for (T item : items) {
            try {
                work.accept(item);
            } catch (RuntimeException failure) {
                meters.counter("onboarding.reconciliation.failures", "of", what).increment();
                log.error("reconciliation of a {} failed, comes again", what, failure);
            }
        }
    }
}
