package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notice;
import cn.citybrain.parking.onboarding.simulator.channel.notice.NoticeWire;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Notifications: the content enclosed with the APIv3 key, the whole signed in headers. */
@Component
public class WechatPayNoticeWire implements NoticeWire {

    /** Repeated after 15s/15s/30s/3m/10m/20m/30m/30m/30m/60m/3h/3h/3h/6h/6h. */
    private static final List<Duration> REPEATS = Stream.of(
                    15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10_800, 10_800, 10_800, 21_600, 21_600)
            .map(Duration::ofSeconds)
            .toList();

    private final Seals seals;
    private final JsonText json;
    private final Clock clock;

    WechatPayNoticeWire(Seals seals, JsonText json, Clock clock) {
        this.seals = seals;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void write(Notice notice, Seal seal, HttpRequest.Builder request) {
        String body = envelope(notice);
        Duration age = seal == Seal.STALE ? Duration.ofMinutes(6) : Duration.ZERO;
        seals.headers(body, clock.instant().minus(age), seal == Seal.WRONG).forEach(request::header);
        request.header("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Override
    public boolean taken(int status, String body) {
        return status == 200 || status == 204;
    }

    @Override
    public List<Duration> repeats() {
        return REPEATS;
    }

    @Override
    public Map<String, Object> other(Fault.Kind kind) {
        return switch (kind) {
            case NOTICE_OTHER_AMOUNT -> Map.of("total", 1);
            case NOTICE_OTHER_PLATE -> Map.of("plate_number", "浙A00000");
            case NOTICE_OTHER_LOT -> Map.of("parking_name", "另一个停车场");
            case NOTICE_OTHER_ACCOUNT -> Map.of("sub_mchid", "1699999999");
            default -> Map.of();
        };
    }

    /** The body as it goes over the wire. */
    private String envelope(Notice notice) {
        String nonce = seals.random(12);
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("original_type", notice.eventType().startsWith("TRANSACTION") ? "transaction" : "parking");
        resource.put("algorithm", "AEAD_AES_256_GCM");
        resource.put("ciphertext", seals.enclose(notice.content(), nonce, "transaction"));
        resource.put("associated_data", "transaction");
        resource.put("nonce", nonce);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("id", notice.id());
        envelope.put("create_time", ApiTime.text(notice.createdAt()));
        envelope.put("resource_type", "encrypt-resource");
        envelope.put("event_type", notice.eventType());
        envelope.put("summary", notice.eventType());
        envelope.put("resource", resource);
        return json.of(envelope);
    }
}
