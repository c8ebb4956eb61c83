package cn.citybrain.parking.onboarding.channel.wechatpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.CallbackAddress;
import cn.citybrain.parking.onboarding.words.KeyText;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The service provider's account at WeChat Pay.
 *
 * @param baseUrl only for the demo: where the simulator listens; absent = the real host
 * @param spMchid merchant number of the service provider
 * @param spAppid app id bound to it
 * @param merchantSerial serial of the merchant certificate that belongs to {@code privateKey}
 * @param privateKey merchant API private key, PEM
 * @param publicKeyId id of WeChat Pay's public key, begins with {@code PUB_KEY_ID_}
 * @param publicKey WeChat Pay's public key, PEM
 * @param apiV3Key 32 characters, decrypts notifications
 * @param notifyBaseUrl where WeChat Pay reaches us, https without a query; paths of {@code /callbacks/wechatpay} are added
 * @param businessCodePrefix goes before our application number to make the business_code
 * @param settlementIds settlement rule by subject type (ENTERPRISE, INDIVIDUAL); a string of digits (assumed: 716, 719)
 * @param qualificationType trade as WeChat Pay names it (assumed)
 * @param totalTimeout for one call from resolving the name to the last byte
 */
@ConfigurationProperties("onboarding.channels.wechatpay")
record WechatPaySettings(
        String baseUrl,
        String spMchid,
        String spAppid,
        String merchantSerial,
        Resource privateKey,
        String publicKeyId,
        Resource publicKey,
        String apiV3Key,
        String notifyBaseUrl,
        @DefaultValue("") String businessCodePrefix,
        Map<String, String> settlementIds,
        String qualificationType,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout,
        @DefaultValue("20s") Duration totalTimeout) {

    private static final int API_V3_KEY_LENGTH = 32;

    WechatPaySettings {
        apiV3Key = KeyText.secret(apiV3Key);
        if (apiV3Key != null && apiV3Key.length() != API_V3_KEY_LENGTH) {
            throw new IllegalArgumentException("api-v3-key（ONBOARDING_WECHATPAY_API_V3_KEY）应为 32 个字符，现在有 "
                    + apiV3Key.length() + " 个，请从微信支付商户平台重新复制");
        }
        if (!businessCodePrefix.matches("[0-9A-Za-z_]*")) {
            throw new IllegalArgumentException("business-code-prefix: only digits, letters and _");
        }
        if (!notifyBaseUrl.matches("https://[^?#]+")) {
            throw new IllegalArgumentException(
                    "notify-base-url: WeChat Pay calls https addresses without a query only");
        }
        settlementIds = settlementIds == null ? Map.of() : Map.copyOf(settlementIds);
    }

    /** Whether calls go to the real host. */
    boolean real() {
        return baseUrl == null || baseUrl.isBlank();
    }

    /** The address for notifications of one kind. */
    String notifyUrl(String kind) {
        return CallbackAddress.of(notifyBaseUrl, Channel.WECHATPAY, "/" + kind);
    }

    /** Keys and secrets stay out of logs. */
    @Override
    public String toString() {
        return "WechatPaySettings[spMchid=" + spMchid + "]";
    }
}
