package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.ParkingEvent;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import cn.citybrain.parking.onboarding.parking.record.LotRefusal;
import cn.citybrain.parking.onboarding.parking.record.PhotoLots;
import cn.citybrain.parking.onboarding.parking.record.PhotoNumbers;
import cn.citybrain.parking.onboarding.parking.record.Photos;
import cn.citybrain.parking.onboarding.parking.record.RecordShelf;
import cn.citybrain.parking.onboarding.parking.record.ResultCode;
import cn.citybrain.parking.onboarding.parking.record.Stays;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** uploadPhoto: a picture of the entry or the exit. */
@Component
class PhotoCall implements LotCallHandler {

    private static final String ID = "photoID";

    private final RecordShelf shelf;
    private final Stays stays;
    private final Photos photos;
    private final PhotoNumbers numbers;
    private final PhotoLots lots;
    private final ApplicationEventPublisher events;

    PhotoCall(
            RecordShelf shelf,
            Stays stays,
            Photos photos,
            PhotoNumbers numbers,
            PhotoLots lots,
            ApplicationEventPublisher events) {
        this.shelf = shelf;
        this.stays = stays;
        this.photos = photos;
        this.numbers = numbers;
        this.lots = lots;
        this.events = events;
    }

    @Override
    public LotCall call() {
        return LotCall.PHOTO;
    }

    @Override
    public String lotCode(LotRecord photo, Set<String> own) {
        String named = photo.text("parkingCode");
        return named != null
                ? named
                : lots.of(photo.text("uid"), own)
                        .orElseThrow(() -> new LotRefusal(
                                ResultCode.MALFORMED,
                                "parkingCode（停车场编号）为空，而该 accessID 有多个停车场，又没有收到这个 uid 的入场记录：请填写 parkingCode"));
    }

    @Override
    public LotReply answer(LotRecord photo, String lotCode) {
        shelf.keep(photo, lotCode, ID, () -> numbers.of(lotCode, photo), number -> {
            stays.ensure(lotCode, photo.text("uid"));
            photos.add(lotCode, photo, number);
            events.publishEvent(new ParkingEvent.PhotoRecorded(lotCode, photo.text("uid")));
        });
        boolean reused = photo.text(ID) != null && numbers.anothers(lotCode, photo);
        return LotReply.ok(
                reused ? List.of("photoID（照片编号）已用于另一次停车或另一种照片，这张按 uid 和 type 收下；每张照片应有自己的 photoID") : List.of());
    }
}
