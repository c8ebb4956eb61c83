package cn.citybrain.parking.onboarding.deduction.charge;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.deduction.DeductionSettings;
import cn.citybrain.parking.onboarding.deduction.ledger.DeductionTable;
import cn.citybrain.parking.onboarding.deduction.refund.RefundTable;
import cn.citybrain.parking.onboarding.deduction.refund.RefundWork;
import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelLots;
import cn.citybrain.parking.onboarding.deduction.vehicle.ChannelVisit;
import cn.citybrain.parking.onboarding.deduction.vehicle.VisitReports;
import cn.citybrain.parking.onboarding.deduction.vehicle.VisitTable;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private final VisitReports visits;
    private final ChannelLots lots;
    private final ChannelAdapters adapters;
    private final DeductionSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Channel> underWay = ConcurrentHashMap.newKeySet();

    Reconciliation(
            DeductionTable deductions,
            DeductionQuery query,
            RefundTable refunds,
            RefundWork refundWork,
            VisitTable visitTable,
            VisitReports visits,
            ChannelLots lots,
            ChannelAdapters adapters,
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
        this.adapters = adapters;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    /** Every channel in a thread of its own: one that is slow holds up nobody else, and is not swept twice at once. */
    @Scheduled(fixedDelayString = "${onboarding.deduction.sweep-interval}")
    void scheduled() {
        for (Channel channel : Channel.values()) {
            if (underWay.add(channel)) {
                threads.execute(() -> {
                    try {
                        sweep(channel);
                    } finally {
                        underWay.remove(channel);
                    }
                });
            }
        }
    }

    /** One sweep over the deductions, the refunds, and the visits that a channel was not told of, channel by channel. */
    public void sweep() {
        for (Channel channel : Channel.values()) {
            sweep(channel);
        }
    }

    private void sweep(Channel channel) {
        Instant now = clock.instant();
        Instant oldest = now.minus(settings.watchAfterwards());
        each("deduction", deductions.due(channel, now, oldest), due -> query.ask(due, DeductionQuery.Caller.SWEEP));
        each("refund", refunds.due(channel, now), refundWork::advance);
        each("visit", visitTable.untold(channel), this::tell);
    }

    /** What is being asked when the node ends is asked again by the next one. */
    @PreDestroy
    void stop() {
        threads.shutdown();
    }

    private void tell(ChannelVisit visit) {
        LotBinding binding = lots.binding(visit.bindingId());
        if (binding.state() != BindingState.TESTING || !adapters.passable(binding.channel())) {
            return;
        }
        visits.tell(visit.id());
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
