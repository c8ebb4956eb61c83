package cn.citybrain.parking.onboarding.parking.check;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** The digest that a signature holds: of which kind, and in which form. */
record Digests(String algorithm, byte[] value, Form form) {

    enum Form {
        /** As a signature has it: algorithm and digest in DER. */
        DIGEST_INFO,
        /** The digest alone. */
        BARE,
        /** Its hexadecimal text. */
        HEX_TEXT
    }

    private record Known(String algorithm, int length, String der) {}

    /** What stands before the digest (PKCS#1, DigestInfo). */
    private static final List<Known> KNOWN = List.of(
            new Known("MD5", 16, "3020300c06082a864886f70d020505000410"),
            new Known("SHA-1", 20, "3021300906052b0e03021a05000414"),
            new Known("SHA-224", 28, "302d300d06096086480165030402040500041c"),
            new Known("SHA-256", 32, "3031300d060960864801650304020105000420"),
            new Known("SHA-384", 48, "3041300d060960864801650304020205000430"),
            new Known("SHA-512", 64, "3051300d060960864801650304020305000440"));

    /** Null if it is no digest in any known form. */
    static Digests read(byte[] content) {
        String hex = HexFormat.of().formatHex(content);
        for (Known known : KNOWN) {
            if (hex.startsWith(known.der) && content.length == known.der.length() / 2 + known.length) {
                byte[] value = Arrays.copyOfRange(content, known.der.length() / 2, content.length);
                return new Digests(known.algorithm, value, Form.DIGEST_INFO);
            }
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        for (Known known : KNOWN) {
            if (content.length == 2 * known.length && text.matches("[0-9a-fA-F]+")) {
                return new Digests(
                        known.algorithm, HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT)), Form.HEX_TEXT);
            }
            if (content.length == known.length) {
                return new Digests(known.algorithm, content, Form.BARE);
            }
        }
        return null;
    }

    boolean isOf(byte[] content) {
        return Arrays.equals(value, digest(algorithm, content));
    }

    /** As the specification calls a signature with it. */
    String signature() {
        return algorithm.replace("-", "") + "withRSA";
    }

    static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }
}
