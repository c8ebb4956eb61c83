package cn.citybrain.parking.onboarding.simulator.cmb;

import cn.citybrain.parking.onboarding.simulator.JsonText;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notice;
import cn.citybrain.parking.onboarding.simulator.channel.notice.NoticeWire;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Signed forms; taken only where the platform's own signature under "SUCCESS" is right. */
@Component
class CmbNoticeWire implements NoticeWire {

    /** As V3.3.5 has it; V3.4.1 repeats after 15, 15, 30, 180, 600, 1200, 1800 … seconds. */
    private static final List<Duration> REPEATS = Stream.of(15, 15, 30, 180, 1800, 1800, 1800, 1800, 3600)
            .map(Duration::ofSeconds)
            .toList();

    private final CmbSeals seals;
    private final JsonText json;

    CmbNoticeWire(CmbSeals seals, JsonText json) {
        this.seals = seals;
        this.json = json;
    }

    @Override
    public void write(Notice notice, Seal seal, HttpRequest.Builder request) {
        Map<String, String> fields = json.fields(notice.content()).orElseThrow();
        fields.put("version", "0.0.1");
        fields.put("encoding", "UTF-8");
        fields.put("signMethod", "02");
        seals.seal(fields, seal);
        NoticeWire.form(fields, request);
    }

    @Override
    public boolean taken(int status, String body) {
        Map<String, String> fields = json.fields(body).orElse(Map.of());
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
