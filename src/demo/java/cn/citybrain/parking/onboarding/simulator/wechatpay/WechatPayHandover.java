package cn.citybrain.parking.onboarding.simulator.wechatpay;

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
                PREFIX + "sp-mchid", Party.SP_MCHID,
                PREFIX + "sp-appid", Party.SP_APPID,
                PREFIX + "merchant-serial", Party.MERCHANT_SERIAL,
                PREFIX + "public-key-id", Party.PUBLIC_KEY_ID);
    }
}
