package cn.citybrain.parking.onboarding.parking.message;

import java.util.Map;

/**
 * What a lot is told over MQTT or in an answer.
 *
 * @param content as the lot reads it, without requestId
 */
public record LotMessage(String requestId, String lotCode, String topic, Map<String, Object> content) {

    static LotMessage fresh(String lotCode, String topic, Map<String, Object> content) {
        return new LotMessage(RequestId.fresh(), lotCode, topic, content);
    }

    /** The requestId as it stands in JSON: a number, in messages of former versions a text. */
    public Object writtenId() {
        return RequestId.written(requestId);
    }

    /** Plates may not reach a log. */
    @Override
    public String toString() {
        return topic + " " + requestId;
    }
}
