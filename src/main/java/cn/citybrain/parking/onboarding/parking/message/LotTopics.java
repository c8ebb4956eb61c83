package cn.citybrain.parking.onboarding.parking.message;

import java.util.List;
import java.util.regex.Pattern;

/** The topics of the interface: {@code hzcity/v2/{what}/{accessID}/{parkingCode}}, with and without a slash before. */
final class LotTopics {

    private static final String ROOT = "hzcity/v2/";
    private static final Pattern LEVEL = Pattern.compile("[^+#/\\x00]+");

    private LotTopics() {}

    /** Both forms: clients of both kinds are known. */
    static List<String> of(String what, String accessId, String lotCode) {
        if (!LEVEL.matcher(lotCode).matches()) {
            throw new IllegalArgumentException("a parkingCode with / + or # has no topic");
        }
        String topic = ROOT + what + "/" + accessId + "/" + lotCode;
        return List.of(topic, "/" + topic);
    }
}
