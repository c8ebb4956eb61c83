package cn.citybrain.parking.onboarding.parking.key;

import cn.citybrain.parking.onboarding.parking.MqttProperties;
import cn.citybrain.parking.onboarding.words.KeyText;
import cn.citybrain.parking.onboarding.words.PlainText;
import cn.citybrain.parking.onboarding.words.UnreadableKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The key with which the platform closes its messages to the lots. Lots know its public half. */
@NamedInterface("services")
@Component
public class PlatformKey {

    private static final String SETTING = "onboarding.parking.mqtt.platform-key";

    private final RSAPrivateCrtKey key;

    PlatformKey(MqttProperties settings, Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        if (!demo && String.valueOf(settings.platformKey()).contains("demo-only")) {
            throw new IllegalStateException(SETTING + ": the demo's key is public; set your own");
        }
        key = read(settings.platformKey());
        int bits = key.getModulus().bitLength();
        if (bits != 1024 && bits != 2048) {
            throw new IllegalStateException(SETTING + " has " + bits + " bits; lots expect 1024 or 2048");
        }
    }

    public Envelope seal(String plain) {
        return Envelope.seal(plain, key);
    }

    /** The public half as X.509 PEM, for the lots. */
    public String publicPem() {
        try {
            byte[] der = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()))
                    .getEncoded();
            String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
            return "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private static RSAPrivateCrtKey read(Resource pem) {
        try {
            return KeyText.rsaPrivate(PlainText.of(pem));
        } catch (IOException e) {
            throw new UncheckedIOException(SETTING + ": cannot read " + pem, e);
        } catch (UnreadableKey e) {
            throw new IllegalStateException(SETTING + "：" + pem.getDescription() + " " + e.getMessage());
        }
    }
}
