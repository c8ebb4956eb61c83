package cn.citybrain.parking.onboarding.channel.wechatpay;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;

/** The SDK, set up with our keys, deadlines and without silent repeats. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WechatPaySettings.class)
class WechatPayConfiguration {

    @Bean
    RSAPublicKeyConfig wechatPayKeys(WechatPaySettings settings) {
        return new RSAPublicKeyConfig.Builder()
                .merchantId(settings.spMchid())
                .merchantSerialNumber(settings.merchantSerial())
                .privateKey(text(settings.privateKey()))
                .publicKey(text(settings.publicKey()))
                .publicKeyId(settings.publicKeyId())
                .apiV3Key(settings.apiV3Key())
                .build();
    }

    @Bean
    HttpClient wechatPayHttpClient(WechatPaySettings settings, RSAPublicKeyConfig keys) {
        OkHttpClient.Builder client = new OkHttpClient.Builder()
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .callTimeout(settings.totalTimeout())
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .addInterceptor(new AnswerInterceptor(keys.createValidator()));
        if (settings.baseUrl() != null && !settings.baseUrl().isBlank()) {
            client.addInterceptor(new HostSwap(HttpUrl.get(settings.baseUrl())));
        }
        return new DefaultHttpClientBuilder()
                .config(keys)
                .okHttpClient(client.build())
                .build();
    }

    @Bean
    Wire wechatPayWire(HttpClient http) {
        return new Wire(http);
    }

    private static String text(Resource pem) {
        try {
            return pem.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("onboarding.channels.wechatpay: cannot read " + pem, e);
        }
    }
}
