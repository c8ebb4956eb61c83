package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.ParkingEvent;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.RecordShelf;
import cn.citybrain.parking.onboarding.parking.record.Stays;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** uploadCarOutData: a vehicle left. */
@Component
class ExitCall implements LotCallHandler {

    private final RecordShelf shelf;
    private final Stays stays;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ExitCall(RecordShelf shelf, Stays stays, ApplicationEventPublisher events, Clock clock) {
        this.shelf = shelf;
        this.stays = stays;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public LotCall call() {
        return LotCall.EXIT;
    }

    @Override
    public LotReply answer(LotRecord exit, String lotCode) {
        shelf.keep(exit, lotCode, "uid", () -> {
            stays.leave(lotCode, exit, clock.instant());
            events.publishEvent(new ParkingEvent.ExitRecorded(lotCode, exit.text("uid")));
        });
        return LotReply.ok();
    }
}
