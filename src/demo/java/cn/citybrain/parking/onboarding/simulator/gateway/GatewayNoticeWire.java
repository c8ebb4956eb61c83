package cn.citybrain.parking.onboarding.simulator.gateway;

import cn.citybrain.parking.onboarding.simulator.channel.book.Numbers;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import cn.citybrain.parking.onboarding.simulator.channel.notice.Notice;
import cn.citybrain.parking.onboarding.simulator.channel.notice.NoticeWire;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Events: plain JSON, signed like a request. */
final class GatewayNoticeWire implements NoticeWire {

    private static final List<Duration> REPEATS =
            Stream.of(15, 60, 300, 1800, 7200, 21_600).map(Duration::ofSeconds).toList();

    private final GatewaySeal seals;

    GatewayNoticeWire(Party party, Clock clock) {
        this.seals = new GatewaySeal(party, clock);
    }

    @Override
    public void write(Notice notice, Seal seal, HttpRequest.Builder request) {
        String body = "{\"eventId\":\"" + notice.id() + "\",\"type\":\"" + notice.eventType() + "\",\"occurredAt\":\""
                + notice.createdAt() + "\",\"data\":" + notice.content() + "}";
        String target = URI.create(notice.notifyUrl()).getRawPath();
        seals.headers("POST", target, Numbers.letters(32), body, seal).forEach(request::header);
        request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Override
    public boolean taken(int status, String body) {
        return status >= 200 && status < 300;
    }

    @Override
    public List<Duration> repeats() {
        return REPEATS;
    }

    @Override
    public Map<String, Object> other(Fault.Kind kind) {
        return switch (kind) {
            case NOTICE_OTHER_AMOUNT -> Map.of("amount", 1);
            case NOTICE_OTHER_PLATE -> Map.of("plate", "浙A00000");
            case NOTICE_OTHER_LOT -> Map.of("lotName", "另一个停车场");
            case NOTICE_OTHER_ACCOUNT -> Map.of("merchantNo", "1699999999");
            default -> Map.of();
        };
    }
}
