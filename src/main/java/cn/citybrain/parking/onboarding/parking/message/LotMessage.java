package cn.citybrain.parking.onboarding.parking.message;

import java.util.Map;
import java.util.UUID;

/**
 * What a lot is told over MQTT or in an answer.
 *
 * @param content as the lot reads it, without requestId
 */
public record LotMessage(String requestId, String lotCode, String topic, Map<String, Object> content) {

    static LotMessage fresh(String lotCode, String topic, Map<String, Object> content) {
        return new LotMessage(UUID.randomUUID().toString().replace("-", ""), lotCode, topic, content);
    }

    /** Plates may not reach a log. */
    @Override
    public String toString() {
        return topic + " " + requestId;
    }
}
