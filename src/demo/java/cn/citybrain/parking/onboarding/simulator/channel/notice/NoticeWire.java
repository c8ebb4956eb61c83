package cn.citybrain.parking.onboarding.simulator.channel.notice;

import cn.citybrain.parking.onboarding.simulator.channel.fault.Fault;
import cn.citybrain.parking.onboarding.simulator.channel.fault.Seal;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How one channel's notifications look on the wire. */
public interface NoticeWire {

    /** Puts headers, method and body into the request; address and deadline are there. */
    void write(Notice notice, Seal seal, HttpRequest.Builder request);

    /** Whether that answer says "taken". */
    boolean taken(int status, String body);

    /** How long after each failed delivery it is tried again; after the last it is given up. */
    List<Duration> repeats();

    /**
     * Which fields, wherever they stand in the content, tell something else for {@code NOTICE_OTHER_…}.
     *
     * @return other value by field name; empty if this channel's notifications do not tell it
     */
    Map<String, Object> other(Fault.Kind kind);

    /** For channels whose notifications are forms: posts these fields. */
    static void form(Map<String, String> fields, HttpRequest.Builder request) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        request.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(form));
    }
}
