package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.ParkingEvent;
import cn.citybrain.parking.onboarding.parking.message.DepartureInfoOutbox;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.RecordShelf;
import cn.citybrain.parking.onboarding.parking.record.Stays;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** uploadCarInData: a vehicle entered. */
@Component
class EntryCall implements LotCallHandler {

    private final RecordShelf shelf;
    private final Stays stays;
    private final DepartureInfoOutbox departures;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EntryCall(
            RecordShelf shelf,
            Stays stays,
            DepartureInfoOutbox departures,
            ApplicationEventPublisher events,
            Clock clock) {
        this.shelf = shelf;
        this.stays = stays;
        this.departures = departures;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public LotCall call() {
        return LotCall.ENTRY;
    }

    @Override
    public LotReply answer(LotRecord entry, String lotCode) {
        shelf.keep(entry, lotCode, "uid", () -> {
            stays.enter(lotCode, entry, clock.instant());
            departures.publish(lotCode, entry.text("uid"), entry.plateSent(), entry.number("plateColor"));
            events.publishEvent(new ParkingEvent.EntryRecorded(lotCode, entry.text("uid")));
        });
        return LotReply.ok();
    }
}
