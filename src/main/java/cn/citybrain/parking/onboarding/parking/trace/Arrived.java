package cn.citybrain.parking.onboarding.parking.trace;

import cn.citybrain.parking.onboarding.parking.message.RequestId;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What is known of a request when it is answered.
 *
 * @param call name in the address
 * @param proven whether the sender's signature was right and the cipher could be opened
 * @param uid the visit that it names, null if none
 * @param billNo the bill that it names, null if none
 * @param requestId of the message to the lot that it names, as it was given out; null if none
 * @param plateNo as it is kept, null if it names none
 * @param body the opened text without pictures, null where it could not be opened
 */
public record Arrived(
        String call, boolean proven, String uid, String billNo, String requestId, String plateNo, String body) {

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_PLATE = 32;

    /** Something under a lot's accessID that proved nothing. */
    public static Arrived unproven(String call) {
        return new Arrived(call, false, null, null, null, null, null);
    }

    /** Opened, and what it holds is no record. */
    public static Arrived opened(String call, String plainText) {
        return new Arrived(call, true, null, null, null, null, BodyText.of(plainText));
    }

    /** @param data as sent: names in capitals or not, values of any kind */
    public Arrived with(JsonNode data) {
        String plate = named(data, "plateNo");
        return new Arrived(
                call,
                proven,
                fitting(named(data, "uid"), LONGEST_ID),
                fitting(named(data, "billID"), LONGEST_ID),
                fitting(RequestId.read(named(data, "requestId")), LONGEST_ID),
                plate == null ? null : fitting(PlateNumber.kept(plate), LONGEST_PLATE),
                body);
    }

    private static String named(JsonNode data, String key) {
        return data.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(key))
                .map(Map.Entry::getValue)
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(value -> value.asText().strip())
                .findFirst()
                .orElse(null);
    }

    /** What is longer is no id, and what the database could not keep is none either. */
    private static String fitting(String text, int longest) {
        boolean kept = text != null
                && text.length() <= longest
                && text.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
        return kept ? text : null;
    }

    /** Plates may not reach a log. */
    @Override
    public String toString() {
        return call + (proven ? "" : " (unproven)");
    }
}
