package cn.citybrain.parking.onboarding.simulator.channel.notice;

import cn.citybrain.parking.onboarding.simulator.PlatformAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Posts one notification. */
final class NoticeSender {

    /** The platform has 5 seconds to answer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final PlatformAddress platform;
    private final NoticeWire wire;

    NoticeSender(PlatformAddress platform, NoticeWire wire) {
        this.platform = platform;
        this.wire = wire;
    }

    record Result(boolean taken, String words) {}

    Result send(Notice notice) {
        HttpRequest.Builder request = HttpRequest.newBuilder(platform.reachable(URI.create(notice.notifyUrl())))
                .timeout(PATIENCE);
        wire.write(notice, notice.seal(), request);
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Result(wire.taken(answer.statusCode(), answer.body()), "HTTP " + answer.statusCode());
        } catch (IOException e) {
            return new Result(false, "没有应答（" + e.getClass().getSimpleName() + "）");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(false, "被打断");
        }
    }
}
