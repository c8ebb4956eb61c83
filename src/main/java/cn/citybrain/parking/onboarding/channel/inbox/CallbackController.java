package cn.citybrain.parking.onboarding.channel.inbox;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer;
import cn.citybrain.parking.onboarding.channel.callback.CallbackAnswer.Outcome;
import cn.citybrain.parking.onboarding.channel.callback.CallbackRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the channels call back: {@code POST /callbacks/{channel}/...}. Genuineness is checked by the adapter. */
@RestController
class CallbackController {

    /** Far above what any channel sends. */
    static final int MAX_BODY = 64 * 1024;

    private final ChannelInbox inbox;
    private final ChannelAdapters adapters;

    CallbackController(ChannelInbox inbox, ChannelAdapters adapters) {
        this.inbox = inbox;
        this.adapters = adapters;
    }

    @PostMapping("/callbacks/{code}/**")
    ResponseEntity<byte[]> callback(@PathVariable String code, HttpServletRequest request) throws IOException {
        Channel channel = Channel.find(code).orElse(null);
        if (channel == null) {
            return ResponseEntity.notFound().build();
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BODY + 1);
        if (body.length > MAX_BODY) {
            CallbackRequest shortened = new CallbackRequest(request.getRequestURI(), headers(request), new byte[0]);
            return http(adapters.of(channel).callbacks().answer(shortened, Outcome.INVALID));
        }
        return http(inbox.take(channel, new CallbackRequest(request.getRequestURI(), headers(request), body)));
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        return headers;
    }

    private static ResponseEntity<byte[]> http(CallbackAnswer answer) {
        var response = ResponseEntity.status(answer.status());
        return answer.body().isEmpty()
                ? response.build()
                : response.header(HttpHeaders.CONTENT_TYPE, answer.contentType())
                        .body(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
