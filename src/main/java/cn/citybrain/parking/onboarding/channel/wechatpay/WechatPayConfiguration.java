package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.wire.Deadlines;
import cn.citybrain.parking.onboarding.channel.wire.KeyFile;
import cn.citybrain.parking.onboarding.channel.wire.Line;
import cn.citybrain.parking.onboarding.channel.wire.Lines;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.wexinpayscoreparking.WexinPayScoreParkingService;
import java.time.Clock;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** WeChat Pay (微信支付): the SDK, set up with our keys, deadlines and without silent repeats; and the parts, put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WechatPaySettings.class)
class WechatPayConfiguration {

    @Bean
    RSAPublicKeyConfig wechatPayKeys(WechatPaySettings settings) {
        if (settings.real()) {
            KeyFile.refuseDemo(Channel.WECHATPAY, settings.privateKey());
        }
        return new RSAPublicKeyConfig.Builder()
                .merchantId(settings.spMchid())
                .merchantSerialNumber(settings.merchantSerial())
                .privateKey(KeyFile.privateKey(Channel.WECHATPAY, "private-key", settings.privateKey()))
                .publicKey(KeyFile.publicKey(Channel.WECHATPAY, "public-key", settings.publicKey()))
                .publicKeyId(settings.publicKeyId())
                .apiV3Key(settings.apiV3Key())
                .build();
    }

    @Bean
    PlatformSignature wechatPaySignature(RSAPublicKeyConfig keys, Clock clock) {
        return new PlatformSignature(keys.createVerifier(), clock);
    }

    @Bean
    HttpClient wechatPayHttpClient(
            WechatPaySettings settings,
            RSAPublicKeyConfig keys,
            PlatformSignature signature,
            Lines lines,
            Clock clock) {
        Deadlines deadlines = new Deadlines(settings.connectTimeout(), settings.readTimeout(), settings.totalTimeout());
        Interceptor answers = new AnswerInterceptor(signature);
        Line line = lines.to(Channel.WECHATPAY);
        OkHttpClient client = settings.real()
                ? line.client(deadlines, answers)
                : line.client(deadlines, answers, new HostSwap(HttpUrl.get(settings.baseUrl())));
        return new DefaultHttpClientBuilder()
                .credential(new MerchantSignature(settings.spMchid(), keys.createSigner(), clock))
                .validator(signature)
                .okHttpClient(client)
                .build();
    }

    @Bean
    WechatPayWire wechatPayWire(HttpClient http, Lines lines) {
        return new WechatPayWire(http, lines.to(Channel.WECHATPAY));
    }

    @Bean
    ChannelAdapter wechatPayAdapter(
            WechatPaySettings settings,
            RSAPublicKeyConfig keys,
            PlatformSignature signature,
            WechatPayWire wire,
            Clock clock) {
        WexinPayScoreParkingService parking = new WexinPayScoreParkingService.Builder()
                .httpClient(wire.http())
                .build();
        RefundService refunds =
                new RefundService.Builder().httpClient(wire.http()).build();
        ApplymentForm form = new ApplymentForm(settings, keys.createEncryptor());
        return new ChannelAdapter(
                Channel.WECHATPAY,
                new WechatPayAccounts(wire, new MediaUpload(wire), form, settings.businessCodePrefix()),
                new WechatPayLots(wire),
                new WechatPayVehicles(wire, parking, settings),
                new WechatPayCharges(wire, parking, new WechatPayRefunds(wire, refunds), settings, clock),
                new WechatPayCallbacks(signature, keys.createAeadCipher(), settings.spMchid()));
    }
}
