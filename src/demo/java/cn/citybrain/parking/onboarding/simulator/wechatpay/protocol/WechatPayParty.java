package cn.citybrain.parking.onboarding.simulator.wechatpay.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.PublicKey;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.converter.RsaKeyConverters;
import org.springframework.stereotype.Component;

/** Numbers and keys of the demo's service provider and of the simulated platform. Public and worthless. */
@Component
public final class WechatPayParty {

    public static final String CODE = "wechatpay";
    public static final String SP_MCHID = "1900000109";
    public static final String SP_APPID = "wxdemo0000000001";
    public static final String MERCHANT_SERIAL = "DE3000000000000000000000000000000000D301";
    public static final String PUBLIC_KEY_ID = "PUB_KEY_ID_0000000000000000000000000001";
    public static final String API_V3_KEY = "demo-only-api-v3-key-32-letters-";

    private static final String KEYS = "demo/wechatpay/demo-only-";

    private final PublicKey merchantKey = publicKey("merchant-public-key.pem");
    private final PrivateKey platformKey = privateKey("platform-private-key.pem");

    /** Proves that a request comes from the service provider. */
    PublicKey merchantKey() {
        return merchantKey;
    }

    /** Signs answers and notifications, decrypts sensitive fields. */
    PrivateKey platformKey() {
        return platformKey;
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
