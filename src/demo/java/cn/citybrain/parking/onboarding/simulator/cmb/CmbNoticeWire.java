package cn.citybrain.parking.onboarding.simulator.cmb;

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

/** Signed forms; taken only where the platform's own signature under "SUCCESS" is right. */
@Component
class CmbNoticeWire implements NoticeWire {

    private static final TypeReference<LinkedHashMap<String, String>> FIELDS = new TypeReference<>() {};
    private static final List<Duration> REPEATS = Stream.of(15, 15, 30, 180, 1800, 1800, 1800, 1800, 3600)
            .map(Duration::ofSeconds)
            .toList();

    private final CmbSeals seals;
    private final ObjectMapper json;

    CmbNoticeWire(CmbSeals seals, ObjectMapper json) {
        this.seals = seals;
        this.json = json;
    }

    @Override
    public void write(Notice notice, Seal seal, HttpRequest.Builder request) {
        Map<String, String> fields = fields(notice.content());
        fields.put("version", "0.0.1");
        fields.put("encoding", "UTF-8");
        fields.put("signMethod", "02");
        seals.seal(fields, seal);
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        request.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }

    private Map<String, String> fields(String text) {
        try {
            return json.readValue(text, FIELDS);
        } catch (JsonProcessingException e) {
            return new LinkedHashMap<>();
        }
    }

    @Override
    public boolean taken(int status, String body) {
        Map<String, String> fields = fields(body);
        return status == 200
                && "SUCCESS".equals(fields.get("returnCode"))
                && "SUCCESS".equals(fields.get("respCode"))
                && seals.genuine(fields);
    }

    @Override
    public List<Duration> repeats() {
        return REPEATS;
    }

    @Override
    public Map<String, Object> other(Fault.Kind kind) {
        return switch (kind) {
            case NOTICE_OTHER_AMOUNT -> Map.of("txnAmt", "1");
            case NOTICE_OTHER_ACCOUNT -> Map.of("merId", "308999999999999");
            default -> Map.of();
        };
    }
}
