package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

import cn.citybrain.parking.onboarding.simulator.DemoKeys;
import cn.citybrain.parking.onboarding.simulator.channel.exchange.RsaSeal;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** RSA2, and the text that it is made over. */
@Component
public final class AlipaySeals {

    private static final String KEYS = "demo/alipay/demo-only-";

    private final RsaSeal rsa = new RsaSeal(
            DemoKeys.privateKey(KEYS + "alipay-private-key.pem"),
            DemoKeys.publicKey(KEYS + "application-public-key.pem"));

    /** Base64 signature with the gateway's key. */
    String sign(String text) {
        return rsa.sign(text);
    }

    /** Whether the service provider's application signed this text. */
    boolean signedByApplication(String text, String base64) {
        return rsa.genuine(text, base64);
    }

    /** The text that is signed: names in ASCII order, values as they are, nothing that is empty or left out. */
    public static String text(Map<String, String> parameters, String... leftOut) {
        Set<String> without = Set.of(leftOut);
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(entry -> !without.contains(entry.getKey()))
                        .filter(entry ->
                                !entry.getKey().isEmpty() && !entry.getValue().isEmpty())
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("&"));
    }
}
