package cn.citybrain.parking.onboarding.parking.key;

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
import org.springframework.core.io.Resource;
import org.springframework.modulith.NamedInterface;

/** A key with which the platform closes its messages to the lots. Lots know its public half. */
@NamedInterface("services")
public final class PlatformKey {

    private final RSAPrivateCrtKey key;

    private PlatformKey(RSAPrivateCrtKey key) {
        this.key = key;
    }

    /**
     * Reads a private key, PKCS#8 PEM.
     *
     * @param setting what names its place, for the message
     * @throws IllegalStateException if it is none, or neither of 1024 nor of 2048 bits
     */
    static PlatformKey read(String setting, Resource pem) {
        PlatformKey read = new PlatformKey(parse(setting, pem));
        if (!PlatformKeys.LENGTHS.contains(read.bits())) {
            throw new IllegalStateException(setting + " has " + read.bits() + " bits; lots expect 1024 or 2048");
        }
        return read;
    }

    /** Length in bits. */
    public int bits() {
        return key.getModulus().bitLength();
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

    boolean is(PlatformKey other) {
        return key.getModulus().equals(other.key.getModulus());
    }

    private static RSAPrivateCrtKey parse(String setting, Resource pem) {
        try {
            return KeyText.rsaPrivate(PlainText.of(pem));
        } catch (IOException e) {
            throw new UncheckedIOException(setting + ": cannot read " + pem, e);
        } catch (UnreadableKey e) {
            throw new IllegalStateException(setting + "：" + pem.getDescription() + " " + e.getMessage());
        }
    }
}
