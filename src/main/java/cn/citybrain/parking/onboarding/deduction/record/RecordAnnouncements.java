package cn.citybrain.parking.onboarding.deduction.record;

import cn.citybrain.parking.onboarding.deduction.RecordReady;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.parking.ParkingEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Announces a record that can be checked now. What waits for photos is found when the gate looks again. */
@Component
class RecordAnnouncements {

    private final RecordChecks checks;
    private final LotBindings bindings;
    private final ApplicationEventPublisher events;

    RecordAnnouncements(RecordChecks checks, LotBindings bindings, ApplicationEventPublisher events) {
        this.checks = checks;
        this.bindings = bindings;
        this.events = events;
    }

    @ApplicationModuleListener(id = "deduction.record")
    public void on(ParkingEvent event) {
        bindings.of(event.lotCode()).stream()
                .filter(binding -> binding.state() == BindingState.TESTING)
                .flatMap(binding -> checks.ready(binding.id()).stream())
                .forEach(ready -> events.publishEvent(new RecordReady(ready.bindingId(), ready.billId())));
    }
}
