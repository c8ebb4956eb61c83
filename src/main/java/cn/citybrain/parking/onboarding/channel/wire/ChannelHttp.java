package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * Sends one request over a {@link Line} and brings the answer, or says that there was none. Never repeats by itself, never follows a
 * redirect: what may be sent again is the caller's to decide.
 */
public final class ChannelHttp {

    /** Far above what any channel answers. */
    private static final int MAX_ANSWER = 1024 * 1024;

    private final OkHttpClient client;
    private final Line line;

    public ChannelHttp(Deadlines deadlines, Line line) {
        client = line.client(deadlines);
        this.line = line;
    }

    /** Keeps every request of this call under a number: of the charge, or of the refund. */
    public <T> T keeping(String outNo, Supplier<T> call) {
        return line.keeping(outNo, call);
    }

    /** @throws ChannelException if no whole answer came in time */
    public WireAnswer get(String url, Map<String, String> headers) {
        return send(new Request.Builder().get(), url, headers);
    }

    /**
     * @param contentType of the body, charset included
     * @throws ChannelException if no whole answer came in time
     */
    public WireAnswer post(String url, Map<String, String> headers, String contentType, byte[] body) {
        return send(new Request.Builder().post(RequestBody.create(body, MediaType.get(contentType))), url, headers);
    }

    /** Posts a form in UTF-8; values are given plain. */
    public WireAnswer postForm(String url, Map<String, String> fields) {
        FormBody.Builder form = new FormBody.Builder();
        fields.forEach(form::add);
        return send(new Request.Builder().post(form.build()), url, Map.of());
    }

    private WireAnswer send(Request.Builder request, String url, Map<String, String> headers) {
        headers.forEach(request::header);
        try (Response response =
                client.newCall(request.url(HttpUrl.get(url)).build()).execute()) {
            return answer(response);
        } catch (IOException e) {
            // its text may quote an address with a plate in it
            throw new ChannelException("没有得到完整的应答（" + e.getClass().getSimpleName() + "）");
        }
    }

    private static WireAnswer answer(Response response) throws IOException {
        byte[] body = response.body().byteStream().readNBytes(MAX_ANSWER + 1);
        if (body.length > MAX_ANSWER) {
            throw new ChannelException("应答过长");
        }
        Map<String, String> headers = new TreeMap<>();
        response.headers().names().forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), response.header(name)));
        return new WireAnswer(response.code(), headers, body);
    }
}
