package cn.citybrain.parking.onboarding.channel.wire;

import cn.citybrain.parking.onboarding.channel.ChannelException;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import okio.Buffer;

/**
 * Sends one request over a {@link Line} and brings the answer, or says that there was none. Never follows a redirect, and repeats
 * nothing but questions that met a dead connection: what else may be sent again is the caller's to decide.
 */
public final class ChannelHttp {

    /** Far above what any channel answers. */
    private static final int MAX_ANSWER = 1024 * 1024;

    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded; charset=UTF-8");

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

    /** Makes a call that only asks, see {@link Line#asking}. */
    public <T> T asking(Supplier<T> question) {
        return line.asking(question);
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

    /** Posts a form in UTF-8, and says so; values are given plain. */
    public WireAnswer postForm(String url, Map<String, String> fields) {
        FormBody.Builder form = new FormBody.Builder();
        fields.forEach(form::add);
        return send(new Request.Builder().post(RequestBody.create(bytes(form.build()), FORM)), url, Map.of());
    }

    private static byte[] bytes(FormBody form) {
        try (Buffer text = new Buffer()) {
            form.writeTo(text);
            return text.readByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("a form in memory can always be written", e);
        }
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
