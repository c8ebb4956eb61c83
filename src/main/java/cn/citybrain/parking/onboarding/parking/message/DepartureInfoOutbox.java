package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.parking.PaymentDesk;
import cn.citybrain.parking.onboarding.parking.PaymentDesk.DepartureInfo;
import cn.citybrain.parking.onboarding.parking.Stay;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a lot that a vehicle may leave first and pay later (departurePayInfo): by MQTT after its entry, and to those that
 * ask (getDeparturePayInfo). A vehicle that may not is only spoken of to those that ask.
 */
@NamedInterface("services")
@Component
public class DepartureInfoOutbox {

    private final LotMessages messages;
    private final PaymentDesk desk;

    DepartureInfoOutbox(LotMessages messages, PaymentDesk desk) {
        this.messages = messages;
        this.desk = desk;
    }

    /** The same as {@link #publish(String, String, String, Integer)}, for a vehicle that is still inside. */
    @Transactional
    public void publish(Stay stay) {
        if (stay.leftAt() == null && stay.plateSent() != null) {
            publish(stay.lotCode(), stay.uid(), stay.plateSent(), stay.plateColor());
        }
    }

    /**
     * Stores the message in the caller's transaction, once for a visit; nothing while the vehicle may not leave first.
     *
     * @param plateNo in the lot's own spelling, in which it is told
     * @param plateColor null if the lot named none
     */
    public void publish(String lotCode, String uid, String plateNo, Integer plateColor) {
        if (!messages.toldOf(lotCode, uid)) {
            desk.promise(lotCode, plateNo)
                    .map(promise -> content(lotCode, plateNo, plateColor, promise))
                    .ifPresent(content -> messages.departurePushed(lotCode, plateNo, uid, content));
        }
    }

    public LotMessage answer(String lotCode, String plateNo, Map<String, Object> content) {
        return messages.departureAsked(lotCode, plateNo, content);
    }

    public static Map<String, Object> content(String lotCode, String plateNo, Integer plateColor, DepartureInfo info) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("plateNo", plateNo);
        if (plateColor != null) {
            content.put("plateColor", plateColor);
        }
        content.put("parkingCode", lotCode);
        content.put("noSense", info.noSense() ? 1 : 0);
        content.put("departurePay", info.departurePay() ? 1 : 0);
        content.put("moneyLimit", info.departurePay() ? info.moneyLimit() : 0);
        return content;
    }
}
