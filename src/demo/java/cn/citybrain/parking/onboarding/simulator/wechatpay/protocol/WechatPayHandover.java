package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

import cn.citybrain.parking.onboarding.simulator.Handover;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What WeChat Pay hands to its service provider. Its private key stays with the service provider. */
@Component
class WechatPayHandover implements Handover {

    private static final String PREFIX = "onboarding.channels.wechatpay.";

    @Override
    public Map<String, String> settings(String simulatorUrl) {
        return Map.of(
                PREFIX + "base-url", simulatorUrl,
                PREFIX + "sp-mchid", WechatPayParty.SP_MCHID,
                PREFIX + "sp-appid", WechatPayParty.SP_APPID,
                PREFIX + "merchant-serial", WechatPayParty.MERCHANT_SERIAL,
                PREFIX + "public-key-id", WechatPayParty.PUBLIC_KEY_ID);
    }
}
