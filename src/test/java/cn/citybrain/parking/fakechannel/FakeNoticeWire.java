package cn.citybrain.parking.fakechannel;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notice;
import cn.citybrain.parking.onboarding.simulator.channel.notice.NoticeWire;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A form with one field; taken by a body {@code success}. */
class FakeNoticeWire implements NoticeWire {

    @Override
    public void write(Notice notice, Seal seal, HttpRequest.Builder request) {
        request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "content=" + URLEncoder.encode(notice.content(), StandardCharsets.UTF_8)));
    }

    @Override
    public boolean taken(int status, String body) {
        return status == 200 && body.equals("success");
    }

    @Override
    public List<Duration> repeats() {
        return List.of(Duration.ofSeconds(4), Duration.ofMinutes(10));
    }

    @Override
    public Map<String, Object> other(Fault.Kind kind) {
        return switch (kind) {
            case NOTICE_OTHER_AMOUNT -> Map.of("amount", 1);
            case NOTICE_OTHER_PLATE -> Map.of("plate", "浙A00000");
            case NOTICE_OTHER_ACCOUNT -> Map.of("account", "9999");
            case NOTICE_OTHER_LOT -> Map.of("lot", "另一个停车场");
            default -> Map.of();
        };
    }
}
