package cn.citybrain.parking.onboarding.parking.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Key pairs of lots for tests, made with openssl. */
public final class LotKeys {

    private LotKeys() {}

    public static RSAPublicKey publicKey(String name) {
        return LotPublicKey.read(publicPem(name));
    }

    public static String publicPem(String name) {
        return resource(name + "-public.pem");
    }

    public static RSAPrivateKey privateKey(String name) {
        String base64 = resource(name + "-private.pem").replaceAll("-----[A-Z ]+-----|\\s", "");
        try {
            return (RSAPrivateKey) KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String resource(String name) {
        try (var in = LotKeys.class.getResourceAsStream("/citybrain/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
