package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.Envelope;
import cn.citybrain.parking.onboarding.parking.key.PlatformKey;
import cn.citybrain.parking.onboarding.parking.record.LotTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A message as it goes over MQTT: {@code {requestId, timestamp, cipher, sign}}, closed with the platform's private key. The
 * plain text is the object itself, without the {@code data} wrapper of the lots' calls. The form of the timestamp (as all
 * times of the interface) is assumed.
 */
@Component
class LotMessageWriter {

    private final PlatformKey key;
    private final AccessKeys lots;
    private final ObjectMapper json;
    private final Clock clock;

    LotMessageWriter(PlatformKey key, AccessKeys lots, ObjectMapper json, Clock clock) {
        this.key = key;
        this.lots = lots;
        this.json = json;
        this.clock = clock;
    }

    byte[] write(LotMessage message) {
        try {
            Envelope envelope = key.seal(json.writeValueAsString(message.content()));
            Map<String, Object> text = new LinkedHashMap<>();
            text.put("requestId", message.requestId());
            text.put("timestamp", LotTime.write(clock.instant()));
            text.put("cipher", envelope.cipher());
            text.put("sign", envelope.sign());
            return json.writeValueAsBytes(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }

    /** @throws IllegalStateException if the lot has no accessID, without which there is no topic */
    List<String> topics(LotMessage message) {
        AccessKey access =
                lots.of(message.lotCode()).orElseThrow(() -> new IllegalStateException("the lot has no accessID"));
        return LotTopics.of(message.topic(), access.accessId(), message.lotCode());
    }
}
