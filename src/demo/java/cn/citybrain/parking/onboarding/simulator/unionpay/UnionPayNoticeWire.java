package cn.citybrain.parking.onboarding.simulator.unionpay;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notice;
import cn.citybrain.parking.onboarding.simulator.channel.notice.NoticeWire;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Notifications are signed forms; {@code ResultCode} 00 says "taken". */
@Component
class UnionPayNoticeWire implements NoticeWire {

    /** Assumed. */
    private static final List<Duration> REPEATS =
            Stream.of(15, 60, 300, 900).map(Duration::ofSeconds).toList();

    private final ObjectMapper json;

    UnionPayNoticeWire(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void write(Notice notice, Seal seal, HttpRequest.Builder request) {
        Map<String, String> fields = fields(notice);
        fields.put("TransId", notice.eventType());
        fields.put("Remark", notice.id());
        UnionPaySeals.seal(fields, seal);
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        request.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private Map<String, String> fields(Notice notice) {
        try {
            return new LinkedHashMap<>(json.readValue(notice.content(), new TypeReference<Map<String, String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean taken(int status, String body) {
        try {
            return status == 200
                    && json.readTree(body).path("ResultCode").asText().equals("00");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    @Override
    public List<Duration> repeats() {
        return REPEATS;
    }

    @Override
    public Map<String, Object> other(Fault.Kind kind) {
        return kind == Fault.Kind.NOTICE_OTHER_AMOUNT ? Map.of("PayAmount", "1") : Map.of();
    }
}
