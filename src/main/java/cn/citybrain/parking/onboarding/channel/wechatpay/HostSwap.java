package cn.citybrain.parking.onboarding.channel.wechatpay;

import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Leads every request to another host. The SDK has WeChat Pay's host built in; path and query, which are signed, stay as
 * they are.
 */
record HostSwap(HttpUrl to) implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        HttpUrl url = chain.request()
                .url()
                .newBuilder()
                .scheme(to.scheme())
                .host(to.host())
                .port(to.port())
                .build();
        return chain.proceed(chain.request().newBuilder().url(url).build());
    }
}
