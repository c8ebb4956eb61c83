package cn.citybrain.parking.onboarding.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import org.springframework.core.io.ClassPathResource;
import org.springframework.security.converter.RsaKeyConverters;

/** The demo's RSA keys, as PEM on the class path. Public and worthless. */
public final class DemoKeys {

    private DemoKeys() {}

    /** X.509. */
    public static RSAPublicKey publicKey(String path) {
        return RsaKeyConverters.x509().convert(open(path));
    }

    /** PKCS#8. */
    public static RSAPrivateKey privateKey(String path) {
        return RsaKeyConverters.pkcs8().convert(open(path));
    }

    private static InputStream open(String path) {
        try {
            return new ClassPathResource(path).getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
