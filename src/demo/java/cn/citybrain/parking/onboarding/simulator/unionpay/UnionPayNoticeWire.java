package cn.citybrain.parking.onboarding.simulator.unionpay;

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

/** Notifications are signed forms; {@code ResultCode} 00 says "taken". */
@Component
class UnionPayNoticeWire implements NoticeWire {

    /** Assumed. */
    private static final List<Duration> REPEATS =
            Stream.of(15, 60, 300, 900).map(Duration::ofSeconds).toList();

    private final JsonText json;

    UnionPayNoticeWire(JsonText json) {
        this.json = json;
    }

    @Override
    public void write(Notice notice, Seal seal, HttpRequest.Builder request) {
        Map<String, String> fields = json.fields(notice.content()).orElseThrow();
        fields.put("TransId", notice.eventType());
        fields.put("Remark", notice.id());
        UnionPaySeals.seal(fields, seal);
        NoticeWire.form(fields, request);
    }

    @Override
    public boolean taken(int status, String body) {
        return status == 200
                && json.fields(body)
                        .filter(answer -> "00".equals(answer.get("ResultCode")))
                        .isPresent();
    }

    @Override
    public List<Duration> repeats() {
        return REPEATS;
    }

    @Override
    public Map<String, Object> other(Fault.Kind kind) {
        return switch (kind) {
            case NOTICE_OTHER_AMOUNT -> Map.of("PayAmount", "1");
            case NOTICE_OTHER_ACCOUNT -> Map.of("MerCode", "898330199999999");
            default -> Map.of();
        };
    }
}
