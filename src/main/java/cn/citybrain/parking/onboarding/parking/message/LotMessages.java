package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.parking.Sha256;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What lots are told, each under a requestId that the lot confirms. Everything joins the caller's transaction. */
@Component
public class LotMessages {

    public static final String PAY_RESULT = "payResult";
    public static final String DEPARTURE_INFO = "departurePayInfo";

    /** The channel's number of a payment, in a pay result. */
    static final String ORDER_CODE = "orderCode";

    private final MessageTable table;

    LotMessages(MessageTable table) {
        this.table = table;
    }

    /**
     * The pay result with this content, written unless it is there. A new one goes out by MQTT, unless it only brings the channel's
     * number of a payment that the lot was told of before: a lot may book every result that it is sent, but not what it asks for.
     */
    LotMessage payResult(String lotCode, long billId, Map<String, Object> content) {
        String key = PAY_RESULT + ":" + Sha256.of(lotCode + "\n" + billId + "\n" + table.text(content));
        return table.byKey(key).orElseGet(() -> {
            LotMessage result = LotMessage.fresh(lotCode, PAY_RESULT, content);
            table.insert(key, result, billId, null, !told(billId, content));
            return result;
        });
    }

    private boolean told(long billId, Map<String, Object> content) {
        return table.newestAbout(billId)
                .filter(before -> before.topic().equals(PAY_RESULT))
                .filter(before -> sayTheSame(before.content(), content, ORDER_CODE))
                .isPresent();
    }

    /**
     * What a lot is told about a vehicle when it asks: the open message about the plate if it says the same, else a new
     * one that takes its place. A new one does not go out by MQTT: the lot has it with the answer.
     */
    LotMessage departureAsked(String lotCode, String plateNo, Map<String, Object> content) {
        return table.byKey(departureKey(lotCode, plateNo))
                .filter(message -> sayTheSame(message.content(), content, "plateColor"))
                .orElseGet(() -> departure(lotCode, plateNo, null, content));
    }

    /** What a lot is told after an entry. Goes out by MQTT and takes the place of an open message about the plate. */
    LotMessage departurePushed(String lotCode, String plateNo, String uid, Map<String, Object> content) {
        return departure(lotCode, plateNo, uid, content);
    }

    /** Whether the lot was told of this visit by MQTT and what it was told still holds. */
    boolean toldOf(String lotCode, String uid) {
        return table.holdsAbout(lotCode, uid);
    }

    /** @param requestId as a lot sends it back: a number or its text */
    public Optional<LotMessage> byRequestId(String requestId) {
        return table.byRequestId(RequestId.read(requestId));
    }

    /** The newest message about a bill. */
    Optional<LotMessage> about(long billId) {
        return table.newestAbout(billId);
    }

    /** The first confirmation counts. What a lot was told of one visit is not the answer for the plate's next visit. */
    public void confirm(LotMessage message, boolean success, String params) {
        table.confirm(message.requestId(), success, params, message.topic().equals(DEPARTURE_INFO));
    }

    /** Takes back what is no longer true, unless the lot has confirmed it. */
    void withdraw(LotMessage message) {
        table.withdraw(message.requestId());
    }

    private LotMessage departure(String lotCode, String plateNo, String uid, Map<String, Object> content) {
        String key = departureKey(lotCode, plateNo);
        table.byKey(key).ifPresent(this::withdraw);
        LotMessage info = LotMessage.fresh(lotCode, DEPARTURE_INFO, content);
        table.insert(key, info, null, uid, uid != null);
        return info;
    }

    /** One open message for a plate at a lot. */
    private static String departureKey(String lotCode, String plateNo) {
        return DEPARTURE_INFO + ":" + Sha256.of(lotCode + "\n" + PlateNumber.kept(plateNo));
    }

    /** @param but what one of them need not say, e.g. the colour of the plate where a lot asks */
    private static boolean sayTheSame(Map<String, Object> kept, Map<String, Object> content, String but) {
        return content.entrySet().stream()
                .filter(fact -> !fact.getKey().equals(but))
                .allMatch(fact -> fact.getValue().equals(kept.get(fact.getKey())));
    }
}
