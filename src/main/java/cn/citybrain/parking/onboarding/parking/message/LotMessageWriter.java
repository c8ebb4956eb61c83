package cn.citybrain.parking.onboarding.parking.message;

import cn.citybrain.parking.onboarding.parking.AccessKey;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.parking.key.Envelope;
import cn.citybrain.parking.onboarding.parking.key.PlatformKeys;
import cn.citybrain.parking.onboarding.parking.record.LotTime;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * A message as it goes over MQTT: {@code {requestId, timestamp, cipher, sign}}, closed with the private key of the platform
 * that the lot reads with. The plain text is the object itself, without the {@code data} wrapper of the lots' calls. A number
 * as requestId and the form of the timestamp are those of the real platform (protocol citybrain, MQTT).
 */
@Component
class LotMessageWriter {

    private final PlatformKeys keys;
    private final AccessKeys lots;
    private final ObjectMapper json;
    private final Clock clock;

    LotMessageWriter(PlatformKeys keys, AccessKeys lots, ObjectMapper json, Clock clock) {
        this.keys = keys;
        this.lots = lots;
        this.json = json;
        this.clock = clock;
    }

    /** @throws IllegalStateException if the lot has no accessID, so that nobody knows how it reads */
    byte[] write(LotMessage message) {
        try {
            Envelope envelope =
                    keys.of(access(message).platformKeyBits()).seal(json.writeValueAsString(message.content()));
            Map<String, Object> text = new LinkedHashMap<>();
            text.put("requestId", message.writtenId());
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
        return LotTopics.of(message.topic(), access(message).accessId(), message.lotCode());
    }

    private AccessKey access(LotMessage message) {
        return lots.of(message.lotCode()).orElseThrow(() -> new IllegalStateException("the lot has no accessID"));
    }
}
