package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.parking.ParkingEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Announces a record when its last part arrives, or when the wait for photos is over. */
@Component
class RecordArrivals {

    private final RecordChecks checks;
    private final VehicleTable vehicles;
    private final ChannelLots lots;
    private final ApplicationEventPublisher events;

    RecordArrivals(RecordChecks checks, VehicleTable vehicles, ChannelLots lots, ApplicationEventPublisher events) {
        this.checks = checks;
        this.vehicles = vehicles;
        this.lots = lots;
        this.events = events;
    }

    @ApplicationModuleListener(id = "deduction.record")
    public void on(ParkingEvent event) {
        for (long binding : vehicles.bindings()) {
            if (lots.binding(binding).lotCode().equals(event.lotCode())) {
                announce(binding);
            }
        }
    }

    /** Looks at every lot under test. */
    @Transactional
    public void sweep() {
        vehicles.bindings().forEach(this::announce);
    }

    private void announce(long bindingId) {
        if (lots.binding(bindingId).state() == BindingState.TESTING) {
            checks.ready(bindingId).ifPresent(ready -> events.publishEvent(new RecordReady(bindingId, ready.billId())));
        }
    }
}
