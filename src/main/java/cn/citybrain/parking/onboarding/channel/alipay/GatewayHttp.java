package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.wire.Deadlines;
import cn.citybrain.parking.onboarding.channel.wire.Line;
import com.alipay.api.FileItem;
import com.alipay.api.internal.util.AbstractHttpClient;
import com.alipay.api.internal.util.WebUtils;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * The SDK's connection in our hands: by itself it has no deadline for a whole call, repeats a POST on a broken
 * connection, and follows redirects. The bytes are those that the SDK would send.
 */
final class GatewayHttp extends AbstractHttpClient {

    /** Far above what Alipay answers. */
    private static final int MAX_ANSWER = 1024 * 1024;

    private final OkHttpClient client;

    GatewayHttp(AlipaySettings settings, Line line) {
        client = line.client(new Deadlines(settings.connectTimeout(), settings.readTimeout(), settings.totalTimeout()));
    }

    @Override
    public String doPost(String url, Map<String, String> params, String charset, Map<String, String> answerHeaders)
            throws IOException {
        String query = WebUtils.buildQuery(params, charset);
        byte[] body = (query == null ? "" : query).getBytes(charset);
        return post(url, "application/x-www-form-urlencoded;charset=" + charset, body, charset);
    }

    @Override
    public String doPost(
            String url,
            Map<String, String> params,
            Map<String, FileItem> files,
            String charset,
            Map<String, String> answerHeaders)
            throws IOException {
        if (files == null || files.isEmpty()) {
            return doPost(url, params, charset, answerHeaders);
        }
        // never to be met in a value
        String boundary = UUID.randomUUID().toString();
        String type = "multipart/form-data;boundary=" + boundary + ";charset=" + charset;
        return post(url, type, multipart(params, files, charset, boundary), charset);
    }

    private static byte[] multipart(
            Map<String, String> params, Map<String, FileItem> files, String charset, String boundary)
            throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] separator = ("\r\n--" + boundary + "\r\n").getBytes(charset);
        for (Map.Entry<String, String> param : params.entrySet()) {
            body.write(separator);
            body.write(WebUtils.getTextEntry(param.getKey(), param.getValue(), charset));
        }
        for (Map.Entry<String, FileItem> file : files.entrySet()) {
            FileItem item = file.getValue();
            body.write(separator);
            body.write(WebUtils.getFileEntry(file.getKey(), item.getFileName(), item.getMimeType(), charset));
            body.write(item.getContent());
        }
        body.write(("\r\n--" + boundary + "--\r\n").getBytes(charset));
        return body.toByteArray();
    }

    private String post(String url, String type, byte[] body, String charset) throws IOException {
        Request request = new Request.Builder()
                .url(HttpUrl.get(url))
                .header("Accept", "text/plain,text/xml,text/javascript,text/html")
                .header("User-Agent", "aop-sdk-java")
                .post(RequestBody.create(body, MediaType.get(type)))
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (response.code() != 200) {
                throw new IOException("HTTP " + response.code());
            }
            byte[] answer = response.body().byteStream().readNBytes(MAX_ANSWER + 1);
            if (answer.length > MAX_ANSWER) {
                throw new IOException("answer too long");
            }
            return new String(answer, Charset.forName(charset));
        }
    }
}
