package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.ByHand;
import cn.citybrain.parking.onboarding.channel.wire.ChannelHttp;
import cn.citybrain.parking.onboarding.channel.wire.Line;
import cn.citybrain.parking.onboarding.channel.wire.WireAnswer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signed calls to a gateway; only verified answers come back. */
final class GatewayWire {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayWire.class);
    private static final String JSON = "application/json; charset=utf-8";
    private static final byte[] NOTHING = new byte[0];

    private final ObjectMapper json = new ObjectMapper();
    private final Channel channel;
    private final String baseUrl;
    private final ChannelHttp http;
    private final GatewaySignature signature;

    GatewayWire(Channel channel, GatewaySettings settings, Line line, Clock clock) {
        this.channel = channel;
        this.baseUrl = settings.baseUrl().replaceAll("/+$", "");
        this.http = new ChannelHttp(settings.deadlines(), line);
        this.signature = new GatewaySignature(settings, clock);
    }

    /**
     * @param path below the base address, percent-encoded
     * @throws ChannelException if no genuine answer came
     */
    GatewayAnswer get(String path) {
        String target = target(path);
        Map<String, String> headers = signature.headers("GET", target, NOTHING);
        return verified("GET", target, headers, http.get(baseUrl + path, headers));
    }

    /** As {@link #get}, with a body. */
    GatewayAnswer post(String path, Map<String, ?> content) {
        byte[] body = bytes(content);
        String target = target(path);
        Map<String, String> headers = signature.headers("POST", target, body);
        return verified("POST", target, headers, http.post(baseUrl + path, headers, JSON, body));
    }

    /** As {@link #post}, for what moves money: the signed request is kept under its number before it leaves. */
    GatewayAnswer kept(String outNo, String path, Map<String, ?> content) {
        return http.keeping(outNo, () -> post(path, content));
    }

    GatewaySignature signature() {
        return signature;
    }

    /** @param how what the channel's people are asked for, Chinese */
    ByHand byHand(String how) {
        return new ByHand(channel.displayName(), how);
    }

    /** A value as a part of a path. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private GatewayAnswer verified(String method, String target, Map<String, String> asked, WireAnswer answer) {
        boolean same = asked.get(GatewaySignature.NONCE).equals(answer.header(GatewaySignature.NONCE));
        if (!same || !signature.genuine(method + " " + answer.status(), target, answer.headers(), answer.body())) {
            LOG.warn("channel gateway: HTTP {} without a genuine signature", answer.status());
            throw new ChannelException("渠道网关的应答没有有效签名");
        }
        if (answer.status() == 401 || answer.status() == 403) {
            LOG.error("channel gateway does not accept us, check app id and secret: HTTP {}", answer.status());
        }
        try {
            return new GatewayAnswer(answer.status(), json.readTree(answer.body()));
        } catch (IOException e) {
            throw new ChannelException("渠道网关的应答不是 JSON");
        }
    }

    private byte[] bytes(Map<String, ?> content) {
        try {
            return json.writeValueAsBytes(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("request cannot be written", e);
        }
    }

    private String target(String path) {
        String base = URI.create(baseUrl).getRawPath();
        return (base == null ? "" : base) + path;
    }
}
