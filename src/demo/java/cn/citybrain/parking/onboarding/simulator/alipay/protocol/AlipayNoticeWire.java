package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

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

/** Notifications of trades: a signed form, repeated until the answer is the word {@code success}. */
@Component
public class AlipayNoticeWire implements NoticeWire {

    /** Repeated after 4m/10m/10m/1h/2h/6h/15h. */
    private static final List<Duration> REPEATS =
            Stream.of(4, 10, 10, 60, 120, 360, 900).map(Duration::ofMinutes).toList();

    private final AlipaySeals seals;
    private final JsonText json;
    private final Clock clock;

    AlipayNoticeWire(AlipaySeals seals, JsonText json, Clock clock) {
        this.seals = seals;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void write(Notice notice, Seal seal, HttpRequest.Builder request) {
        Map<String, String> fields = fields(notice, seal == Seal.STALE ? Duration.ofHours(27) : Duration.ZERO);
        if (seal != Seal.NONE) {
            String text = AlipaySeals.text(fields, "sign_type");
            fields.put("sign", seals.sign(seal == Seal.WRONG ? text + "&" : text));
        }
        NoticeWire.form(fields, request);
    }

    private Map<String, String> fields(Notice notice, Duration age) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("notify_id", notice.id().replaceAll("[^0-9a-z]", ""));
        fields.put("notify_time", BeijingTime.text(clock.instant().minus(age)));
        fields.put("notify_type", "trade_status_sync");
        fields.put("charset", "utf-8");
        fields.put("version", "1.0");
        fields.put("sign_type", "RSA2");
        fields.put("app_id", AlipayParty.APP_ID);
        fields.putAll(json.fields(notice.content()).orElseThrow());
        return fields;
    }

    @Override
    public boolean taken(int status, String body) {
        return status == 200 && body.equals("success");
    }

    @Override
    public List<Duration> repeats() {
        return REPEATS;
    }

    @Override
    public Map<String, Object> other(Fault.Kind kind) {
        return switch (kind) {
            case NOTICE_OTHER_AMOUNT -> Map.of("total_amount", "0.01");
            case NOTICE_OTHER_ACCOUNT -> Map.of("seller_id", "2088999999999999");
            default -> Map.of();
        };
    }
}
