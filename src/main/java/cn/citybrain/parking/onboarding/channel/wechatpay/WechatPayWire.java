package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.Line;
import cn.citybrain.parking.onboarding.channel.wire.NoAnswer;
import cn.citybrain.parking.onboarding.channel.wire.WireFailure;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.wechat.pay.java.core.exception.HttpException;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.core.http.FileRequestBody;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.http.HttpMethod;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls WeChat Pay through the SDK, which signs and verifies. Whatever goes wrong becomes a {@link WechatPayRefusal} or a
 * {@link NoAnswer}.
 */
final class WechatPayWire {

    static final String HOST = "https://api.mch.weixin.qq.com";
    private static final Logger LOG = LoggerFactory.getLogger(WechatPayWire.class);

    private final HttpClient http;
    private final Line line;

    WechatPayWire(HttpClient http, Line line) {
        this.http = http;
        this.line = line;
    }

    /** For the SDK's services. */
    HttpClient http() {
        return http;
    }

    JsonObject get(String path) {
        return answer(request(HttpMethod.GET, path).build());
    }

    JsonObject post(String path, JsonObject body) {
        return answer(posting(path, body));
    }

    /** For calls that are answered with 204 and nothing else. */
    void tell(String path, JsonObject body) {
        HttpRequest request = posting(path, body);
        call(() -> http.execute(request, JsonObject.class));
    }

    private static HttpRequest posting(String path, JsonObject body) {
        return request(HttpMethod.POST, path)
                .addHeader("Content-Type", "application/json")
                .body(new JsonRequestBody.Builder().body(body.toString()).build())
                .build();
    }

    JsonObject upload(String path, JsonObject meta, String fileName, byte[] content) {
        FileRequestBody file = new FileRequestBody.Builder()
                .meta(meta.toString())
                .fileName(fileName)
                .file(content)
                .build();
        return answer(request(HttpMethod.POST, path)
                .addHeader("Content-Type", "multipart/form-data")
                .body(file)
                .build());
    }

    private static HttpRequest.Builder request(HttpMethod method, String path) {
        return new HttpRequest.Builder().httpMethod(method).url(HOST + path).addHeader("Accept", "application/json");
    }

    private JsonObject answer(HttpRequest request) {
        return call(() -> http.execute(request, JsonObject.class).getServiceResponse());
    }

    /** As {@link #call}, for what moves money: the signed request is kept under its number before it leaves. */
    <T> T kept(String outNo, Supplier<T> sdk) {
        return line.keeping(outNo, () -> call(sdk));
    }

    /** Runs a call of the SDK and translates what it throws. */
    <T> T call(Supplier<T> sdk) {
        try {
            T answer = sdk.get();
            if (answer == null) {
                throw new NoAnswer(Channel.WECHATPAY, "应答为空");
            }
            return answer;
        } catch (HttpException e) {
            throw translate(e);
        } catch (WechatPayException | IllegalArgumentException | JsonParseException e) {
            // unsigned, stale, not JSON …; the message may hold the whole request
            throw logged(
                    new NoAnswer(Channel.WECHATPAY, "应答无法验证（" + e.getClass().getSimpleName() + "）"));
        }
    }

    private static WireFailure translate(HttpException e) {
        if (e.getCause() instanceof AnswerInterceptor.RefusedAnswer refused) {
            return logged(
                    refused.status == 202 ? new NoAnswer(Channel.WECHATPAY, "HTTP 202") : WechatPayRefusal.of(refused));
        }
        String cause = e.getCause() == null ? "" : e.getCause().getClass().getSimpleName();
        return logged(new NoAnswer(Channel.WECHATPAY, "没有应答（" + cause + "）"));
    }

    private static WireFailure logged(WireFailure failure) {
        if (failure instanceof WechatPayRefusal refusal && refusal.is("SIGN_ERROR", "NO_AUTH")) {
            LOG.error("WeChat Pay does not accept us, check keys and permissions: {}", refusal.why());
        } else {
            LOG.warn("WeChat Pay: {}", failure.why());
        }
        return failure;
    }
}
