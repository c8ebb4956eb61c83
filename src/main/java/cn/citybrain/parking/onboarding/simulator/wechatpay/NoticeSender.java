package cn.citybrain.parking.onboarding.simulator.wechatpay;

import cn.citybrain.parking.onboarding.simulator.PlatformAddress;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Seals, signs and posts one notification. */
@Component
class NoticeSender {

    /** The platform has 5 seconds to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final PlatformAddress platform;
    private final Seals seals;
    private final ObjectMapper json;
    private final Clock clock;

    NoticeSender(PlatformAddress platform, Seals seals, ObjectMapper json, Clock clock) {
        this.platform = platform;
        this.seals = seals;
        this.json = json;
        this.clock = clock;
    }

    record Result(boolean taken, String words) {}

    /** @param fault null = as it should be */
    Result send(Notice notice, Fault.Kind fault) {
        String body = envelope(notice);
        Duration age = fault == Fault.Kind.NOTICE_STALE ? Duration.ofMinutes(6) : Duration.ZERO;
        Map<String, String> headers =
                headers(body, clock.instant().minus(age), fault == Fault.Kind.NOTICE_WRONG_SIGNATURE);
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.reachable(URI.create(notice.notifyUrl())))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return post(request.build());
    }

    private Result post(HttpRequest request) {
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Result(status == 200 || status == 204, "HTTP " + status);
        } catch (IOException e) {
            return new Result(false, "没有应答（" + e.getClass().getSimpleName() + "）");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(false, "被打断");
        }
    }

    /** The body as it goes over the wire. */
    String envelope(Notice notice) {
        String nonce = seals.random(12);
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("original_type", notice.eventType().startsWith("TRANSACTION") ? "transaction" : "parking");
        resource.put("algorithm", "AEAD_AES_256_GCM");
        resource.put("ciphertext", seals.enclose(notice.content(), nonce, "transaction"));
        resource.put("associated_data", "transaction");
        resource.put("nonce", nonce);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("id", notice.id());
        envelope.put("create_time", Transactions.time(notice.createdAt()));
        envelope.put("resource_type", "encrypt-resource");
        envelope.put("event_type", notice.eventType());
        envelope.put("summary", notice.eventType());
        envelope.put("resource", resource);
        try {
            return json.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, String> headers(String body, Instant at, boolean wrong) {
        String timestamp = Long.toString(at.getEpochSecond());
        String nonce = seals.random(32);
        String signature = seals.sign(timestamp + "\n" + nonce + "\n" + body + "\n");
        return Map.of(
                "Wechatpay-Timestamp",
                timestamp,
                "Wechatpay-Nonce",
                nonce,
                "Wechatpay-Serial",
                Party.PUBLIC_KEY_ID,
                "Wechatpay-Signature",
                wrong ? Seals.spoiled(signature) : signature,
                "Wechatpay-Signature-Type",
                "WECHATPAY2-SHA256-RSA2048");
    }
}
