package cn.citybrain.parking.onboarding.parking.key;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import javax.crypto.Cipher;

/**
 * Cipher and signature of one message of the City Brain interface: RSA with the <em>private</em> key, PKCS#1 v1.5 block
 * type 1, in chunks, and MD5withRSA over the Base64 text of the cipher. It proves who sent; it hides nothing.
 *
 * @param cipher Base64, as it came: the signature is over this text
 * @param sign Base64
 */
public record Envelope(String cipher, String sign) {

    /** PKCS#1 v1.5 takes at least this many bytes of each block. */
    private static final int PADDING = 11;

    /** Closes a message with the sender's private key. */
    public static Envelope seal(String plain, RSAPrivateKey key) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), key);
    }

    /** Closes a message with the sender's private key. */
    public static Envelope seal(byte[] plain, RSAPrivateKey key) {
        try {
            int chunk = blockSize(key.getModulus().bitLength()) - PADDING;
            byte[] sealed = inChunks(Cipher.ENCRYPT_MODE, key, plain, chunk);
            String cipher = Base64.getEncoder().encodeToString(sealed);
            Signature signature = Signature.getInstance("MD5withRSA");
            signature.initSign(key);
            signature.update(cipher.getBytes(StandardCharsets.US_ASCII));
            return new Envelope(cipher, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("RSA private key cannot seal", e);
        }
    }

    /** Whether the owner of this key made it. False for anything that is no signature at all. */
    public boolean isSignedBy(RSAPublicKey key) {
        try {
            Signature signature = Signature.getInstance("MD5withRSA");
            signature.initVerify(key);
            signature.update(cipher.getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getMimeDecoder().decode(sign));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The plain text. Old clients break the Base64 into lines.
     *
     * @throws GeneralSecurityException if it was not made with this key's private half
     */
    public String open(RSAPublicKey key) throws GeneralSecurityException {
        return new String(opened(key), StandardCharsets.UTF_8);
    }

    /**
     * The plain text as bytes, for messages that are not sure to be UTF-8.
     *
     * @throws GeneralSecurityException if it was not made with this key's private half
     */
    public byte[] opened(RSAPublicKey key) throws GeneralSecurityException {
        try {
            byte[] blocks = Base64.getMimeDecoder().decode(cipher);
            int size = blockSize(key.getModulus().bitLength());
            return inChunks(Cipher.DECRYPT_MODE, key, blocks, size);
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("cipher is not Base64", e);
        }
    }

    private static int blockSize(int bits) {
        return (bits + 7) / 8;
    }

    private static byte[] inChunks(int mode, Key key, byte[] input, int chunk) throws GeneralSecurityException {
        // the JDK uses block type 1 for a private key that encrypts and a public key that decrypts
        Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        rsa.init(mode, key);
        ByteArrayOutputStream output = new ByteArrayOutputStream(input.length);
        for (int from = 0; from < input.length; from += chunk) {
            output.writeBytes(rsa.doFinal(input, from, Math.min(chunk, input.length - from)));
        }
        return output.toByteArray();
    }

    /** Neither cipher nor signature may reach a log. */
    @Override
    public String toString() {
        return "Envelope[" + cipher.length() + " characters]";
    }
}
