package cn.citybrain.parking.onboarding.channel.wechatpay;

import java.io.IOException;
import java.util.List;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Mends two weaknesses of the SDK: it looks for headers by exact spelling, though proxies and HTTP/2 change it; and it
 * reads refusals without checking their signature, though they decide about money.
 */
final class AnswerInterceptor implements Interceptor {

    private static final long LONGEST_REFUSAL = 64 * 1024;
    private static final List<String> SIGNATURE_HEADERS =
            List.of("Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial", "Request-ID");

    private final PlatformSignature signature;

    AnswerInterceptor(PlatformSignature signature) {
        this.signature = signature;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        if (response.code() == 200 || response.code() == 204) {
            return withExpectedSpelling(response);
        }
        try (response) {
            String body = response.peekBody(LONGEST_REFUSAL).string();
            throw new RefusedAnswer(response.code(), body, genuine(response, body));
        }
    }

    private static Response withExpectedSpelling(Response response) {
        Response.Builder mended = response.newBuilder();
        SIGNATURE_HEADERS.forEach(name -> {
            String value = response.header(name);
            if (value != null) {
                mended.removeHeader(name).addHeader(name, value);
            }
        });
        return mended.build();
    }

    private boolean genuine(Response response, String body) {
        return signature.genuine(
                response.header("Wechatpay-Timestamp"),
                response.header("Wechatpay-Nonce"),
                response.header("Wechatpay-Serial"),
                response.header("Wechatpay-Signature"),
                body);
    }

    /** Carries a refusal through the SDK, which hands on I/O failures untouched. */
    static final class RefusedAnswer extends IOException {
        final int status;
        final String body;
        final boolean signed;

        RefusedAnswer(int status, String body, boolean signed) {
            super("HTTP " + status);
            this.status = status;
            this.body = body;
            this.signed = signed;
        }
    }
}
