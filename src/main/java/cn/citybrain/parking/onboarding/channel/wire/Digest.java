package cn.citybrain.parking.onboarding.channel.wire;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests in hex, lower case, as the channels' signatures contain them. */
public final class Digest {

    private Digest() {}

    public static String sha256(byte[] content) {
        return hex("SHA-256", content);
    }

    /** Only where a channel's protocol still demands it. */
    public static String md5(byte[] content) {
        return hex("MD5", content);
    }

    private static String hex(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
