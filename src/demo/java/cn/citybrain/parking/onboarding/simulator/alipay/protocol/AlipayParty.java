package cn.citybrain.parking.onboarding.simulator.alipay.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.stereotype.Component;

/** Numbers and keys of the demo's service provider and of the simulated gateway. Public and worthless. */
@Component
public final class AlipayParty {

    public static final String CODE = "alipay";
    static final String APP_ID = "2021000000000109";
    static final String PID = "2088000000000109";
    public static final String PRODUCT_CODE = "PARKING_WITHHOLDING_DEMO";

    private static final String KEYS = "demo/alipay/demo-only-";

    private final PublicKey applicationKey = publicKey("application-public-key.pem");
    private final PrivateKey gatewayKey = privateKey("alipay-private-key.pem");

    /** Proves that a request comes from the service provider. */
    PublicKey applicationKey() {
        return applicationKey;
    }

    /** Signs answers and notifications. */
    PrivateKey gatewayKey() {
        return gatewayKey;
    }

    private static PublicKey publicKey(String file) {
        return RsaKeyConverters.x509().convert(open(file));
    }

    private static PrivateKey privateKey(String file) {
        return RsaKeyConverters.pkcs8().convert(open(file));
    }

    private static InputStream open(String file) {
        try {
            return new ClassPathResource(KEYS + file).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
