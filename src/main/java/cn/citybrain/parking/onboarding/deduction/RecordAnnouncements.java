package cn.citybrain.parking.onboarding.deduction;

import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.parking.ParkingEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Announces a record that can be checked now. What waits for photos is found when the gate looks again. */
@Component
class RecordAnnouncements {

    private final RecordChecks checks;
    private final VehicleTable vehicles;
    private final ChannelLots lots;
    private final ApplicationEventPublisher events;

    RecordAnnouncements(
            RecordChecks checks, VehicleTable vehicles, ChannelLots lots, ApplicationEventPublisher events) {
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

    private void announce(long bindingId) {
        if (lots.binding(bindingId).state() == BindingState.TESTING) {
            checks.ready(bindingId).ifPresent(ready -> events.publishEvent(new RecordReady(bindingId, ready.billId())));
        }
    }
}
