package cn.citybrain.parking.onboarding.simulator.lot;

import java.time.Instant;
import java.util.Map;

/**
 * A message of the platform as the lot keeps it, once for each requestId.
 *
 * @param topic {@code departurePayInfo} or {@code payResult}
 * @param content what the platform closed with its key
 * @param times how often it came
 * @param confirmed whether the platform has taken the confirmation
 */
public record ReceivedMessage(
        String requestId,
        String topic,
        Map<String, Object> content,
        Instant firstAt,
        Instant lastAt,
        int times,
        boolean confirmed) {

    ReceivedMessage again(Instant at) {
        return new ReceivedMessage(requestId, topic, content, firstAt, at, times + 1, confirmed);
    }

    ReceivedMessage confirm(boolean taken) {
        return new ReceivedMessage(requestId, topic, content, firstAt, lastAt, times, taken);
    }
}
