package cn.citybrain.parking.onboarding.simulator.lot;

import cn.citybrain.parking.onboarding.simulator.PlatformAddress;
import cn.citybrain.parking.onboarding.simulator.SimulatorStore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lot's line to the platform: seals, sends, and logs every call with its answer. */
@Component
class LotLink {

    private static final String KIND = "lot-call/";
    private static final String FILE = "file";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final TypeReference<LinkedHashMap<String, Object>> OBJECT = new TypeReference<>() {};

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final PlatformAddress platform;
    private final SimulatorStore store;
    private final ObjectMapper json;
    private final Clock clock;

    LotLink(PlatformAddress platform, SimulatorStore store, ObjectMapper json, Clock clock) {
        this.platform = platform;
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** Sends one call. A line that is down is an answer too: resultCode 0. */
    LotCall send(LotSystem lot, String call, Map<String, Object> data) {
        LotCall done = answered(call, data, post(lot, call, data));
        store.put(KIND + lot.code(), done.id(), done);
        return done;
    }

    /** The lot's log, newest first. */
    List<LotCall> log(String lotCode) {
        List<LotCall> calls = new ArrayList<>(store.all(KIND + lotCode, LotCall.class));
        Collections.reverse(calls);
        return calls;
    }

    private Map<String, Object> post(LotSystem lot, String call, Map<String, Object> data) {
        HttpRequest request = HttpRequest.newBuilder(address(call))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(BodyPublishers.ofString(form(lot, data)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return read(response);
        } catch (IOException e) {
            return Map.of("msg", "连不上平台：" + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of("msg", "调用被中断");
        }
    }

    private Map<String, Object> read(HttpResponse<String> response) {
        try {
            return json.readValue(response.body(), OBJECT);
        } catch (JsonProcessingException e) {
            return Map.of("msg", "平台的应答不是 JSON (HTTP " + response.statusCode() + ")");
        }
    }

    private URI address(String call) {
        return platform.at(("uploadHeartbeat".equals(call) ? "/api/v2/tcjg/" : "/api/v2/cp/") + call);
    }

    private String form(LotSystem lot, Map<String, Object> data) {
        Map<String, Object> inside = new LinkedHashMap<>(data);
        Object file = lot.fileOutside() ? inside.remove(FILE) : null;
        Object wrapped = lot.dataAsText() ? write(inside) : inside;
        LotEnvelope envelope =
                LotEnvelope.seal(write(Map.of("data", wrapped)), lot.key().secret());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("accessID", lot.accessId());
        fields.put("cipher", envelope.cipher());
        fields.put("sign", envelope.sign());
        if (file != null) {
            fields.put(FILE, file.toString());
        }
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private LotCall answered(String call, Map<String, Object> data, Map<String, Object> answer) {
        Map<String, Object> sent = new LinkedHashMap<>(data);
        sent.remove(FILE);
        int code = answer.get("resultCode") instanceof Number number ? number.intValue() : 0;
        @SuppressWarnings("unchecked")
        Map<String, Object> facts = answer.get("data") instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
        return new LotCall(
                UUID.randomUUID().toString(),
                clock.instant(),
                call,
                sent,
                code,
                String.valueOf(answer.getOrDefault("msg", "")),
                facts);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
