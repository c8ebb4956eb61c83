package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

import cn.citybrain.parking.onboarding.simulator.Handover;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What Alipay hands to its service provider. The application's private key stays with the service provider. */
@Component
class AlipayHandover implements Handover {

    private static final String PREFIX = "onboarding.channels.alipay.";

    @Override
    public Map<String, String> settings(String simulatorUrl) {
        return Map.of(
                PREFIX + "gateway-url", simulatorUrl + AlipayProtocol.GATEWAY,
                PREFIX + "app-id", AlipayParty.APP_ID,
                PREFIX + "pid", AlipayParty.PID,
                PREFIX + "product-code", AlipayParty.PRODUCT_CODE);
    }
}
