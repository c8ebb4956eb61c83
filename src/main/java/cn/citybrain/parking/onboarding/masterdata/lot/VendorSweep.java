package cn.citybrain.parking.onboarding.masterdata.lot;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for changes of vendors whose day has come, on every node. */
@Component
public class VendorSweep {

    private static final int BATCH = 100;

    private final VendorPlanTable plans;
    private final LotVendors vendors;
    private final Clock clock;

    VendorSweep(VendorPlanTable plans, LotVendors vendors, Clock clock) {
        this.plans = plans;
        this.vendors = vendors;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${onboarding.masterdata.sweep-every:30s}")
    void onSchedule() {
        sweep();
    }

    /** Carries out all that is due today. */
    public void sweep() {
        List<VendorPlan> due;
        do {
            due = plans.due(LocalDate.now(clock), BATCH);
            if (!due.isEmpty()) {
                vendors.takeEffect(due);
            }
        } while (due.size() == BATCH);
    }
}
