package cn.citybrain.parking.onboarding.seal.key;

import cn.citybrain.parking.onboarding.words.KeyText;
import cn.citybrain.parking.onboarding.words.PlainText;
import cn.citybrain.parking.onboarding.words.UnreadableKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Signs seals, and checks signatures against the keys of the settings. */
@Component
@EnableConfigurationProperties(SealSettings.class)
public class SealKeys {

    private static final String SETTING = "onboarding.seal.private-key";
    private static final String ALGORITHM = "Ed25519";
    /** The environment can name it: {@code ONBOARDING_SEAL_EARLIERKEYS_<ID>} knows neither hyphens nor cases. */
    private static final Pattern ID = Pattern.compile("[a-z0-9]+");
    /** Keys that sealed under an earlier version may have a hyphen; a file names them. */
    private static final Pattern EARLIER_ID = Pattern.compile("[a-z0-9-]+");

    /** What stands before the 32 bytes of an Ed25519 public key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = {0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00};

    private static final int SEED = 32;

    private final String keyId;
    private final PrivateKey key;
    private final Map<String, PublicKey> trusted = new LinkedHashMap<>();

    SealKeys(SealSettings settings, Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        if (!demo && String.valueOf(settings.privateKey()).contains("demo-only")) {
            throw new IllegalStateException(SETTING + ": the demo's key is public; set your own");
        }
        keyId = checked("onboarding.seal.key-id", settings.keyId(), ID);
        byte[] der = read(settings.privateKey());
        try {
            key = KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    SETTING + ": " + settings.privateKey() + " is no Ed25519 private key in PKCS#8 PEM");
        }
        settings.earlierKeys()
                .forEach((id, half) -> trusted.put(
                        checked("the id of onboarding.seal.earlier-keys." + id, id, EARLIER_ID), publicKey(id, half)));
        trusted.put(keyId, publicKey(keyId, publicHalf(der)));
    }

    public Signature sign(String text) {
        try {
            java.security.Signature signing = java.security.Signature.getInstance(ALGORITHM);
            signing.initSign(key);
            signing.update(text.getBytes(StandardCharsets.UTF_8));
            return new Signature(keyId, Base64.getEncoder().encodeToString(signing.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether a key of the settings signed exactly this. */
    public boolean vouchFor(String text, Signature signature) {
        PublicKey half = trusted.get(signature.keyId());
        if (half == null) {
            return false;
        }
        try {
            java.security.Signature checking = java.security.Signature.getInstance(ALGORITHM);
            checking.initVerify(half);
            checking.update(text.getBytes(StandardCharsets.UTF_8));
            return checking.verify(Base64.getDecoder().decode(signature.value()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Base64 of the X.509 form, by name: for whoever checks seals elsewhere. */
    public Map<String, String> publicKeys() {
        Map<String, String> halves = new LinkedHashMap<>();
        trusted.forEach((id, half) -> halves.put(id, Base64.getEncoder().encodeToString(half.getEncoded())));
        return halves;
    }

    private static String checked(String setting, String id, Pattern form) {
        if (id == null || !form.matcher(id).matches()) {
            throw new IllegalStateException(setting + " must consist of lower-case letters and digits, not \"" + id
                    + "\": ONBOARDING_SEAL_EARLIERKEYS_<ID> has to name it once another key seals");
        }
        return id;
    }

    private static PublicKey publicKey(String id, String base64) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(KeyText.publicDer(base64)));
        } catch (UnreadableKey e) {
            throw new IllegalStateException("onboarding.seal.earlier-keys." + id + "：" + e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "onboarding.seal.earlier-keys." + id + " is no Ed25519 public key in Base64");
        }
    }

    /** The public half follows from the private one; the platform's own classes do not tell it. */
    private static String publicHalf(byte[] pkcs8) {
        byte[] seed = Arrays.copyOfRange(pkcs8, pkcs8.length - SEED, pkcs8.length);
        byte[] half = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
        byte[] der = Arrays.copyOf(X509, X509.length + half.length);
        System.arraycopy(half, 0, der, X509.length, half.length);
        return Base64.getEncoder().encodeToString(der);
    }

    private static byte[] read(Resource pem) {
        try {
            return KeyText.privateDer(PlainText.of(pem));
        } catch (UnreadableKey e) {
            throw new IllegalStateException(SETTING + "：" + pem.getDescription() + " " + e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException(SETTING + ": cannot read " + pem, e);
        }
    }
}
