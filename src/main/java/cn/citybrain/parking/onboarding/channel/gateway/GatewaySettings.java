package cn.citybrain.parking.onboarding.channel.gateway;

import cn.citybrain.parking.onboarding.channel.wire.Deadlines;
import cn.citybrain.parking.onboarding.words.KeyText;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where a channel's gateway is and how we know each other.
 *
 * @param baseUrl https address before {@code /v1}
 * @param appId our number at the gateway
 * @param secret shared, signs both directions
 * @param notifyBaseUrl where the gateway reaches us; {@code /callbacks/<channel>/events} is added
 */
record GatewaySettings(
        String baseUrl,
        String appId,
        String secret,
        String notifyBaseUrl,
        @DefaultValue Deadlines deadlines) {

    GatewaySettings {
        secret = KeyText.secret(secret);
        if (baseUrl == null || appId == null || secret == null || notifyBaseUrl == null) {
            throw new IllegalArgumentException("gateway: base-url, app-id, secret and notify-base-url are needed");
        }
    }

    /** The secret stays out of logs. */
    @Override
    public String toString() {
        return "GatewaySettings[appId=" + appId + "]";
    }
}
