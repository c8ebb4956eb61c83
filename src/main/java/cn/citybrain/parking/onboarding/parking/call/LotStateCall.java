package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotDescriptions;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import org.springframework.stereotype.Component;

/** uploadParkingState: how many berths are free. */
@Component
class LotStateCall implements LotCallHandler {

    private final LotDescriptions descriptions;

    LotStateCall(LotDescriptions descriptions) {
        this.descriptions = descriptions;
    }

    @Override
    public LotCall call() {
        return LotCall.LOT_STATE;
    }

    @Override
    public LotReply answer(LotRecord state, String lotCode) {
        descriptions.report(lotCode, state);
        return LotReply.ok();
    }
}
