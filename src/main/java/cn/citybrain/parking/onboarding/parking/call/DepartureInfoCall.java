package cn.citybrain.parking.onboarding.parking.call;

import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.DepartureInfo;
import cn.citybrain.parking.onboarding.parking.Retrying;
import cn.citybrain.parking.onboarding.parking.message.DepartureInfoOutbox;
import cn.citybrain.parking.onboarding.parking.record.LotCall;
import cn.citybrain.parking.onboarding.parking.record.LotRecord;
import java.util.Map;
import org.springframework.stereotype.Component;

/** getDeparturePayInfo: whether a vehicle may leave first and pay later, for lots that poll. */
@Component
class DepartureInfoCall implements LotCallHandler {

    private final PaymentDesk desk;
    private final DepartureInfoOutbox outbox;
    private final Retrying retrying;

    DepartureInfoCall(PaymentDesk desk, DepartureInfoOutbox outbox, Retrying retrying) {
        this.desk = desk;
        this.outbox = outbox;
        this.retrying = retrying;
    }

    @Override
    public LotCall call() {
        return LotCall.DEPARTURE_INFO;
    }

    @Override
    public LotReply answer(LotRecord query, String lotCode) {
        String plateNo = query.plateSent();
        DepartureInfo info = desk.departureInfo(lotCode, plateNo);
        Map<String, Object> data = DepartureInfoOutbox.content(lotCode, plateNo, query.number("plateColor"), info);
        if (!info.departurePay()) {
            return LotReply.ok(info.message(), data);
        }
        Object requestId = retrying.inTransaction(() -> outbox.answer(lotCode, plateNo, data))
                .writtenId();
        data.put("requestId", requestId);
        return LotReply.ok("成功", data);
    }
}
