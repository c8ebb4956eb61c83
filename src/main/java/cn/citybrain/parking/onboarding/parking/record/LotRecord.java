package cn.citybrain.parking.onboarding.parking.record;

import cn.citybrain.parking.onboarding.parking.Sha256;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a lot sent in one call, with every field of its kind.
 *
 * @param values by key; absent where the lot sent nothing
 * @param fileSigned whether a photo was inside the signed cipher
 */
public record LotRecord(LotCall call, Map<String, Object> values, boolean fileSigned) {

    /** What a lot may write anew when it sends the same record again. */
    private static final Set<String> NOT_CONTENT =
            Set.of("uploadTime", "totalBerthNum", "openBerthNum", "freeBerthNum");

    public String text(String key) {
        return (String) values.get(key);
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

    /** Everything in a form that can be written as JSON; a photo is named by its digest. */
    Map<String, Object> content() {
        Map<String, Object> content = new TreeMap<>();
        values.forEach((key, value) -> content.put(key, plain(value)));
        return content;
    }

    /** The content without what a lot may write anew: equal for two records that say the same. */
    Map<String, Object> statement() {
        Map<String, Object> statement = content();
        statement.keySet().removeAll(NOT_CONTENT);
        return statement;
    }

    private static Object plain(Object value) {
        if (value instanceof byte[] bytes) {
            return Sha256.of(bytes);
        }
        return value instanceof Instant instant ? LotTime.write(instant) : value;
    }

    /** Plates may not reach a log. */
    @Override
    public String toString() {
        return call.wireName() + values.keySet();
    }
}
