package cn.citybrain.parking.onboarding.simulator.alipay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Numbers and keys of the demo's service provider and of the simulated gateway. Public and worthless. */
@Component
final class AlipayParty {

    static final String APP_ID = "2021000000000109";
    static final String PID = "2088000000000109";
    static final String PRODUCT_CODE = "PARKING_WITHHOLDING_DEMO";

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
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static PrivateKey privateKey(String file) {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(file)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file, e);
        }
    }

    private static byte[] der(String file) {
        try {
            String pem = new ClassPathResource(KEYS + file).getContentAsString(StandardCharsets.US_ASCII);
            return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
