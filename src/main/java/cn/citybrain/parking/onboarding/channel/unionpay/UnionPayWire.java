package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.wire.BeijingTime;
import cn.citybrain.parking.onboarding.channel.wire.ChannelHttp;
import cn.citybrain.parking.onboarding.channel.wire.JsonBody;
import cn.citybrain.parking.onboarding.channel.wire.Line;
import cn.citybrain.parking.onboarding.channel.wire.WireAnswer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signed calls; only answers that may be believed come back. */
final class UnionPayWire {

    static final BeijingTime TIME = new BeijingTime("yyyy-MM-dd HH:mm:ss");

    private static final Logger LOG = LoggerFactory.getLogger(UnionPayWire.class);
    private static final BeijingTime REQUEST_TIME = new BeijingTime("yyyyMMddHHmmss");

    private final UnionPaySettings settings;
    private final ChannelHttp http;
    private final Clock clock;

    UnionPayWire(UnionPaySettings settings, Line line, Clock clock) {
        this.settings = settings;
        this.http = new ChannelHttp(settings.deadlines(), line);
        this.clock = clock;
    }

    UnionPaySettings settings() {
        return settings;
    }

    /**
     * @param merCode in whose name
     * @throws ChannelException if no answer came that may be believed
     */
    UnionPayAnswer call(String transId, String merCode, Map<String, String> fields) {
        Map<String, String> request = new LinkedHashMap<>();
        request.put("TransId", transId);
        request.put("Version", "V1.0");
        request.put("MerCode", merCode);
        // ours (assumed): the real protocol has no freshness
        request.put("ReqTime", REQUEST_TIME.text(clock.instant()));
        fields.forEach((name, value) -> {
            if (UnionPaySign.counts(value)) {
                request.put(name, value);
            }
        });
        String key = settings.keyOf(merCode);
        request.put("Sign", UnionPaySign.of(request, key));
        return verified(http.postForm(settings.url(), request), key);
    }

    /** As {@link #call}, for what only asks. */
    UnionPayAnswer ask(String transId, String merCode, Map<String, String> fields) {
        return http.asking(() -> call(transId, merCode, fields));
    }

    /** As {@link #call}, for what moves money: the signed request is kept under its number before it leaves. */
    UnionPayAnswer kept(String outNo, String transId, String merCode, Map<String, String> fields) {
        return http.keeping(outNo, () -> call(transId, merCode, fields));
    }

    private UnionPayAnswer verified(WireAnswer answer, String key) {
        Map<String, String> fields =
                answer.status() == 200 ? JsonBody.fields(Channel.UNIONPAY, answer.body()) : Map.of();
        if (!fields.containsKey("ResultCode")) {
            throw new ChannelException("银联没有给出结果（HTTP " + answer.status() + "）");
        }
        boolean signed = fields.containsKey("Sign");
        if (signed && !UnionPaySign.genuine(fields, key) || !signed && settings.requireResponseSign()) {
            LOG.warn("UnionPay: an answer without a genuine signature, refused");
            throw new ChannelException("银联的应答没有有效签名");
        }
        UnionPayAnswer result = new UnionPayAnswer(fields);
        if (result.is("01", "02", "04")) {
            LOG.error("UnionPay does not accept us, check MerCode, ParkCode and key: {}", result);
        }
        return result;
    }
}
