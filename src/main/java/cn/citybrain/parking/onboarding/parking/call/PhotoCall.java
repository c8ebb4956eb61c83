package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.ParkingEvent;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.Photos;
import cn.citybrain.parking.onboarding.parking.record.RecordShelf;
import cn.citybrain.parking.onboarding.parking.record.Stays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** uploadPhoto: a picture of the entry or the exit. */
@Component
class PhotoCall implements LotCallHandler {

    private final RecordShelf shelf;
    private final Stays stays;
    private final Photos photos;
    private final ApplicationEventPublisher events;

    PhotoCall(RecordShelf shelf, Stays stays, Photos photos, ApplicationEventPublisher events) {
        this.shelf = shelf;
        this.stays = stays;
        this.photos = photos;
        this.events = events;
    }

    @Override
    public LotCall call() {
        return LotCall.PHOTO;
    }

    @Override
    public LotReply answer(LotRecord photo, String lotCode) {
        shelf.keep(photo, lotCode, "photoID", () -> {
            stays.ensure(lotCode, photo.text("uid"));
            photos.add(lotCode, photo);
            events.publishEvent(new ParkingEvent.PhotoRecorded(lotCode, photo.text("uid")));
        });
        return LotReply.ok();
    }
}
