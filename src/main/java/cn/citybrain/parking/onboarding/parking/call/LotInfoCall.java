package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotDescriptions;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import org.springframework.stereotype.Component;

/** uploadParkingInfo: the lot describes itself. */
@Component
class LotInfoCall implements LotCallHandler {

    private final LotDescriptions descriptions;

    LotInfoCall(LotDescriptions descriptions) {
        this.descriptions = descriptions;
    }

    @Override
    public LotCall call() {
        return LotCall.LOT_INFO;
    }

    @Override
    public LotReply answer(LotRecord info, String lotCode) {
        descriptions.describe(lotCode, info);
        return LotReply.ok();
    }
}
