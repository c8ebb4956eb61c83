package cn.citybrain.parking.onboarding.channel.unionpay;

import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.wire.CallbackAddress;
import cn.citybrain.parking.onboarding.channel.wire.Deadlines;
import cn.citybrain.parking.onboarding.words.KeyText;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's account at UnionPay.
 *
 * @param url one address for all operations
 * @param merCode our number as integrator; signs what is not about a merchant
 * @param key shared secret of the integrator; counts for a merchant too unless it has one of its own (assumed)
 * @param merchantKeys secrets of merchants that were given one, by MerCode
 * @param requireResponseSign whether an unsigned answer is refused (ours: the real wire signs none)
 * @param notifyBaseUrl where UnionPay reaches us; {@code /callbacks/unionpay} is added
 */
@ConfigurationProperties("onboarding.channels.unionpay")
record UnionPaySettings(
        String url,
        String merCode,
        String key,
        Map<String, String> merchantKeys,
        @DefaultValue("true") boolean requireResponseSign,
        String notifyBaseUrl,
        @DefaultValue Deadlines deadlines) {

    UnionPaySettings {
        key = KeyText.secret(key);
        merchantKeys = merchantKeys == null ? Map.of() : Map.copyOf(merchantKeys);
    }

    String keyOf(String code) {
        return merchantKeys.getOrDefault(code, key);
    }

    String notifyUrl() {
        return CallbackAddress.of(notifyBaseUrl, Channel.UNIONPAY, "");
    }

    /** Keys stay out of logs. */
    @Override
    public String toString() {
        return "UnionPaySettings[merCode=" + merCode + "]";
    }
}
