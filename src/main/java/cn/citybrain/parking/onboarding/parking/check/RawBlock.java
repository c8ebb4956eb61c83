package cn.citybrain.parking.onboarding.parking.check;

import java.math.BigInteger;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/**
 * What one block of a cipher, or a signature, is under a public key before any padding is taken off. Whoever has the message and
 * the public key can compute it: it tells nothing that they could not know.
 */
record RawBlock(byte[] bytes) {

    enum Padding {
        /** 00 01 FF…FF 00: made with the private half of this key. */
        TYPE_1,
        /** 00 02 …: padded as for a public key, and made with the private half of this key. */
        TYPE_2,
        /** Zeros, then something that can be read: made with the private half of this key, not padded. */
        NONE,
        /** Ends with BC: a signature by PSS, most likely. */
        PSS,
        /** The block is not of this key. */
        UNKNOWN
    }

    private static final int SHORTEST_FILL = 8;

    /** @param block not longer than the key's modulus */
    static RawBlock of(byte[] block, RSAPublicKey key) {
        BigInteger number = new BigInteger(1, block);
        if (number.compareTo(key.getModulus()) >= 0) {
            return new RawBlock(new byte[0]);
        }
        byte[] opened = number.modPow(key.getPublicExponent(), key.getModulus()).toByteArray();
        byte[] padded = new byte[bytes(key)];
        int from = Math.max(0, opened.length - padded.length);
        System.arraycopy(opened, from, padded, padded.length - opened.length + from, opened.length - from);
        return new RawBlock(padded);
    }

    static int bytes(RSAPublicKey key) {
        return (key.getModulus().bitLength() + 7) / 8;
    }

    Padding padding() {
        if (bytes.length == 0 || bytes[0] != 0) {
            return bytes.length > 0 && bytes[bytes.length - 1] == (byte) 0xBC ? Padding.PSS : Padding.UNKNOWN;
        }
        if (bytes[1] == 1 && end() > 2 + SHORTEST_FILL) {
            return Padding.TYPE_1;
        }
        if (bytes[1] == 2 && zeroAfter(2 + SHORTEST_FILL)) {
            return Padding.TYPE_2;
        }
        if (bytes[bytes.length - 1] == (byte) 0xBC) {
            return Padding.PSS;
        }
        boolean zeros = bytes[1] == 0 && bytes[2] == 0 && bytes[3] == 0 && bytes[4] == 0;
        return zeros ? Padding.NONE : Padding.UNKNOWN;
    }

    /** What was padded; only of {@link Padding#TYPE_1}. */
    byte[] content() {
        return Arrays.copyOfRange(bytes, end(), bytes.length);
    }

    /** Where the content begins behind 00 01 FF…FF 00; 0 if there is no such beginning. */
    private int end() {
        int at = 2;
        while (at < bytes.length && bytes[at] == (byte) 0xFF) {
            at++;
        }
        return at < bytes.length && bytes[at] == 0 ? at + 1 : 0;
    }

    private boolean zeroAfter(int from) {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == 0) {
                return true;
            }
        }
        return false;
    }
}
