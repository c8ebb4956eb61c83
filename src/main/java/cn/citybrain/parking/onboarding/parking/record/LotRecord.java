package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.parking.Sha256;
import cn.citybrain.parking.onboarding.plate.PlateNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a lot sent in one call, with every field of its kind.
 *
 * @param values by key; absent where the lot sent nothing, or something that the field cannot be
 * @param odd by key: what fields that need not be there were sent and cannot be, as it came
 * @param warnings in Chinese, what is odd in it
 * @param fileSigned whether a photo was inside the signed cipher
 */
public record LotRecord(
        LotCall call, Map<String, Object> values, Map<String, Object> odd, boolean fileSigned, List<String> warnings) {

    /** What a lot may write anew when it sends the same record again. */
    private static final Set<String> NOT_CONTENT =
            Set.of("uploadTime", "totalBerthNum", "openBerthNum", "freeBerthNum");

    /** All that a photo without a number says: sent again with the time of that moment it is the same. */
    private static final Set<String> WHOLE_PHOTO = Set.of("uid", "type", "file");

    public String text(String key) {
        return (String) values.get(key);
    }

    /** The plate as it is kept and compared; {@link PlateNumber#NONE} for a vehicle without. */
    public String plate() {
        return sentPlate().kept();
    }

    /** The plate in the lot's own spelling. */
    public String plateSent() {
        return sentPlate().text();
    }

    /** {@link #plateSent} where it is another spelling than {@link #plate}, else null. */
    String otherSpelling() {
        return plateSent().equals(plate()) ? null : plateSent();
    }

    private SentPlate sentPlate() {
        return (SentPlate) values.get("plateNo");
    }

    /** What a field was sent, also where it cannot be that; null where it was sent nothing. */
    public String asSent(String key) {
        Object sent = values.getOrDefault(key, odd.get(key));
        return sent == null ? null : sent.toString();
    }

    public Integer number(String key) {
        return (Integer) values.get(key);
    }

    public Instant time(String key) {
        return (Instant) values.get(key);
    }

    public boolean flag(String key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    byte[] bytes(String key) {
        return (byte[]) values.get(key);
    }

    /** Everything in a form that can be written as JSON: plates in their one spelling, what is odd as it came; a photo is named by its digest. */
    Map<String, Object> content() {
        Map<String, Object> content = new TreeMap<>();
        content.putAll(odd);
        values.forEach((key, value) -> content.put(key, plain(value)));
        return content;
    }

    /** The content without what a lot may write anew: equal for two records that say the same, as that there is no plate, in whatever words. */
    Map<String, Object> statement() {
        Map<String, Object> statement = statementInItsWords();
        if (values.containsKey("plateNo")) {
            statement.put("plateNo", plate());
        }
        return statement;
    }

    /** The same with the lot's words for no plate: so records were compared that were kept by earlier versions. */
    Map<String, Object> statementInItsWords() {
        Map<String, Object> statement = content();
        statement.keySet().removeAll(NOT_CONTENT);
        if (call == LotCall.PHOTO && !values.containsKey("photoID")) {
            statement.keySet().retainAll(WHOLE_PHOTO);
        }
        return statement;
    }

    private static Object plain(Object value) {
        if (value instanceof byte[] bytes) {
            return Sha256.of(bytes);
        }
        if (value instanceof SentPlate plate) {
            return plate.stated();
        }
        return value instanceof Instant instant ? LotTime.write(instant) : value;
    }

    /** Plates may not reach a log. */
    @Override
    public String toString() {
        return call.wireName() + values.keySet();
    }
}
