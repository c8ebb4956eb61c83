package cn.citybrain.parking.onboarding.channel.alipay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.CallbackAddress;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;

/**
 * The service provider's application at Alipay's open platform.
 *
 * @param gatewayUrl only for the demo: where the simulator listens; absent = the real gateway
 * @param appId of the service provider's application
 * @param pid the service provider's own account, 2088…
 * @param privateKey the application's private key, PEM (PKCS#8)
 * @param alipayPublicKey Alipay's public key for this application, PEM; not the application's own
 * @param notifyBaseUrl where Alipay reaches us, without a query; paths of {@code /callbacks/alipay} are added
 * @param productCode the product 多费率代扣 (Alipay tells it to its service providers; not public)
 * @param mccCode trade of the merchants, as in Alipay's list of trades 2.0
 * @param provinceCode of the lots, 6 digits
 * @param cityCode of the lots, 6 digits
 * @param districtCodes by name, as it stands in an address
 * @param totalTimeout for one call from resolving the name to the last byte
 */
@ConfigurationProperties("onboarding.channels.alipay")
record AlipaySettings(
        String gatewayUrl,
        String appId,
        String pid,
        Resource privateKey,
        Resource alipayPublicKey,
        String notifyBaseUrl,
        String productCode,
        String mccCode,
        String provinceCode,
        String cityCode,
        Map<String, String> districtCodes,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("15s") Duration readTimeout,
        @DefaultValue("25s") Duration totalTimeout) {

    private static final String REAL_GATEWAY = "https://openapi.alipay.com/gateway.do";

    AlipaySettings {
        if (!notifyBaseUrl.matches("https?://[^?#]+")) {
            throw new IllegalArgumentException("notify-base-url: an http address without a query");
        }
        if (!pid.matches(ParkingCodes.PID)) {
            throw new IllegalArgumentException("pid: 16 digits that begin with 2088");
        }
        districtCodes = districtCodes == null ? Map.of() : Map.copyOf(districtCodes);
    }

    /** Whether calls go to the real gateway. */
    boolean real() {
        return gatewayUrl == null || gatewayUrl.isBlank();
    }

    String gateway() {
        return real() ? REAL_GATEWAY : gatewayUrl;
    }

    /** The address for notifications of one kind. */
    String notifyUrl(String kind) {
        return CallbackAddress.of(notifyBaseUrl, Channel.ALIPAY, "/" + kind);
    }

    /** Keys stay out of logs. */
    @Override
    public String toString() {
        return "AlipaySettings[appId=" + appId + "]";
    }
}
