package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import org.springframework.stereotype.Component;

/** uploadHeartbeat: the lot is there. What is to be kept of it stands in the lot's traffic. */
@Component
class HeartbeatCall implements LotCallHandler {

    @Override
    public LotCall call() {
        return LotCall.HEARTBEAT;
    }

    @Override
    public LotReply answer(LotRecord heartbeat, String lotCode) {
        return LotReply.ok();
    }
}
