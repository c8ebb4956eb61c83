package cn.citybrain.parking.onboarding.simulator.lot;

import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes the platform's messages: checks who sent them, keeps each once, acts on it, and confirms it every time it comes. */
@Component
class LotInbox {

    private static final Logger LOG = LoggerFactory.getLogger(LotInbox.class);
    private static final String KIND = "lot-message/";
    private static final Map<String, String> CONFIRMATIONS =
            Map.of("departurePayInfo", "confirmDeparturePayInfo", "payResult", "confirmPayResult");

    private final SimulatorStore store;
    private final PlatformSeal seal;
    private final LotVisits visits;
    private final LotLink link;
    private final ObjectMapper json;
    private final Clock clock;

    LotInbox(SimulatorStore store, PlatformSeal seal, LotVisits visits, LotLink link, ObjectMapper json, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.visits = visits;
        this.link = link;
        this.json = json;
        this.clock = clock;
    }

    /** What is not the platform's is dropped. */
    void take(LotSystem lot, String topic, byte[] payload) {
        try {
            JsonNode message = json.readTree(payload);
            String plain = seal.open(
                    message.path("cipher").asText(), message.path("sign").asText(), lot.platformKeyBits());
            Map<String, Object> content = json.readValue(plain, new TypeReference<LinkedHashMap<String, Object>>() {});
            take(lot, topic, message.path("requestId").asText(), content);
        } catch (JsonProcessingException | GeneralSecurityException | IllegalArgumentException e) {
            LOG.warn("Lot {} dropped a message that is not the platform's: {}", lot.code(), e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory are always readable", e);
        }
    }

    /** Newest first. */
    List<ReceivedMessage> all(String lotCode) {
        List<ReceivedMessage> messages = new ArrayList<>(store.all(KIND + lotCode, ReceivedMessage.class));
        Collections.reverse(messages);
        return messages;
    }

    private void take(LotSystem lot, String topic, String requestId, Map<String, Object> content) {
        boolean first = keep(lot, topic, requestId, content);
        if (!lot.reception().silent() && CONFIRMATIONS.containsKey(topic)) {
            confirm(lot, topic, requestId);
        }
        if (first && allowsDeparture(topic, content)) {
            visits.release(lot.code(), String.valueOf(content.get("plateNo")), LotVisit.BY_MQTT, clock.instant());
        }
    }

    /** Whether it came for the first time. */
    private synchronized boolean keep(LotSystem lot, String topic, String requestId, Map<String, Object> content) {
        String kind = KIND + lot.code();
        Optional<ReceivedMessage> known =
                store.update(kind, requestId, ReceivedMessage.class, message -> message.again(clock.instant()));
        if (known.isEmpty()) {
            store.put(
                    kind,
                    requestId,
                    new ReceivedMessage(requestId, topic, content, clock.instant(), clock.instant(), 1, false));
        }
        return known.isEmpty();
    }

    private static boolean allowsDeparture(String topic, Map<String, Object> content) {
        return topic.equals("departurePayInfo") && Integer.valueOf(1).equals(content.get("departurePay"));
    }

    private void confirm(LotSystem lot, String topic, String requestId) {
        Map<String, Object> confirmation = new LinkedHashMap<>();
        confirmation.put("requestId", requestId);
        confirmation.put("success", true);
        confirmation.put("params", "");
        boolean taken = link.send(lot, CONFIRMATIONS.get(topic), confirmation).accepted();
        store.update(KIND + lot.code(), requestId, ReceivedMessage.class, message -> message.confirm(taken));
    }
}
