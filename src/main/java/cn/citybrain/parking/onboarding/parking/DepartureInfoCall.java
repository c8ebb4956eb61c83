package cn.citybrain.parking.onboarding.parking;

import cn.citybrain.parking.onboarding.parking.PaymentDesk.DepartureInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** getDeparturePayInfo: whether a vehicle may leave first and pay later, for lots that poll. */
@Component
class DepartureInfoCall implements LotCallHandler {

    private final PaymentDesk desk;
    private final LotMessages messages;
    private final Retrying retrying;

    DepartureInfoCall(PaymentDesk desk, LotMessages messages, Retrying retrying) {
        this.desk = desk;
        this.messages = messages;
        this.retrying = retrying;
    }

    @Override
    public LotCall call() {
        return LotCall.DEPARTURE_INFO;
    }

    @Override
    public LotReply answer(LotRecord query, String lotCode) {
        DepartureInfo info = desk.departureInfo(lotCode, query.text("plateNo"));
        Map<String, Object> data = content(query, lotCode, info);
        if (!info.departurePay()) {
            return LotReply.ok(info.message(), data);
        }
        String requestId = retrying.inTransaction(() -> messages.write(lotCode, LotMessages.DEPARTURE_INFO, null, data))
                .requestId();
        data.put("requestId", requestId);
        return LotReply.ok("成功", data);
    }

    private static Map<String, Object> content(LotRecord query, String lotCode, DepartureInfo info) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("plateNo", query.text("plateNo"));
        if (query.number("plateColor") != null) {
            content.put("plateColor", query.number("plateColor"));
        }
        content.put("parkingCode", lotCode);
        content.put("noSense", info.noSense() ? 1 : 0);
        content.put("departurePay", info.departurePay() ? 1 : 0);
        content.put("moneyLimit", info.departurePay() ? info.moneyLimit() : 0);
        return content;
    }
}
