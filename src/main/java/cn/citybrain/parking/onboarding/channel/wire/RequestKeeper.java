package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.charge.SentRequest;
import cn.citybrain.parking.onboarding.channel.charge.SentRequests;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import org.springframework.stereotype.Component;

/**
 * Hands over requests that move money, at the last moment before their first byte leaves: a network interceptor of every
 * channel's client. SDKs and wires sign out of sight of those who know the order, so its number travels with the thread
 * that makes the call. No channel here sends a header that is a secret by itself; one that did would have to be left out.
 */
@Component
public final class RequestKeeper implements Interceptor {

    private final SentRequests kept;
    private final ThreadLocal<String> number = new ThreadLocal<>();

    public RequestKeeper(SentRequests kept) {
        this.kept = kept;
    }

    /** Keeps every request of this call under a number: of the charge, or of the refund. */
    public <T> T keeping(String outNo, Supplier<T> call) {
        number.set(outNo);
        try {
            return call.get();
        } finally {
            number.remove();
        }
    }

    /** Whether this thread is about to move money. */
    boolean keeping() {
        return number.get() != null;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        if (number.get() != null) {
            kept.keep(asSent(number.get(), chain.request()));
        }
        return chain.proceed(chain.request());
    }

    private static SentRequest asSent(String number, Request request) throws IOException {
        HttpUrl url = request.url();
        String target = url.encodedPath() + (url.encodedQuery() == null ? "" : "?" + url.encodedQuery());
        Map<String, String> headers = new LinkedHashMap<>();
        request.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
        Buffer body = new Buffer();
        if (request.body() != null) {
            request.body().writeTo(body);
        }
        return new SentRequest(number, request.method(), target, headers, body.readByteArray());
    }
}
