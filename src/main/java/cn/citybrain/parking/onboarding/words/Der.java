package cn.citybrain.parking.onboarding.words;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** As much of DER as tells the four forms of RSA keys apart, and makes the two older ones the newer. */
final class Der {

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTET_STRING = 0x04;

    /** AlgorithmIdentifier of rsaEncryption with NULL (RFC 8017). */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };

    private static final byte[] VERSION_0 = {INTEGER, 1, 0};

    enum Form {
        /** X.509 SubjectPublicKeyInfo. */
        PUBLIC,
        /** PKCS#1, RSA only. */
        RSA_PUBLIC,
        /** PKCS#8. */
        PRIVATE,
        /** PKCS#1, RSA only. */
        RSA_PRIVATE,
        CERTIFICATE,
        OTHER
    }

    private Der() {}

    /** By the first elements of the outer sequence. */
    static Form form(byte[] der) {
        int[] outer = element(der, 0);
        if (outer == null || outer[0] != SEQUENCE || outer[2] != der.length) {
            return Form.OTHER;
        }
        int[] first = element(der, outer[1]);
        int[] second = first == null ? null : element(der, first[2]);
        if (second == null) {
            return Form.OTHER;
        }
        boolean zero = first[0] == INTEGER && first[2] - first[1] == 1;
        if (first[0] == SEQUENCE) {
            return second[0] == BIT_STRING ? Form.PUBLIC : second[0] == SEQUENCE ? Form.CERTIFICATE : Form.OTHER;
        }
        if (zero) {
            return second[0] == SEQUENCE ? Form.PRIVATE : second[0] == INTEGER ? Form.RSA_PRIVATE : Form.OTHER;
        }
        return first[0] == INTEGER && second[0] == INTEGER && second[2] == der.length ? Form.RSA_PUBLIC : Form.OTHER;
    }

    static byte[] x509(byte[] pkcs1) {
        byte[] bits = new byte[pkcs1.length + 1];
        System.arraycopy(pkcs1, 0, bits, 1, pkcs1.length);
        return of(SEQUENCE, RSA, of(BIT_STRING, bits));
    }

    static byte[] pkcs8(byte[] pkcs1) {
        return of(SEQUENCE, VERSION_0, RSA, of(OCTET_STRING, pkcs1));
    }

    /** Tag, begin and end of the content; null where there is no whole element. */
    private static int[] element(byte[] der, int at) {
        if (at < 0 || at + 2 > der.length) {
            return null;
        }
        int length = der[at + 1] & 0xFF;
        int begin = at + 2;
        if (length > 0x80) {
            int bytes = length - 0x80;
            if (bytes > 3 || begin + bytes > der.length) {
                return null;
            }
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = length << 8 | der[begin++] & 0xFF;
            }
        }
        return length > der.length - begin ? null : new int[] {der[at] & 0xFF, begin, begin + length};
    }

    private static byte[] of(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 4);
        out.write(tag);
        if (length > 0xFF) {
            out.write(0x82);
            out.write(length >> 8);
        } else if (length > 0x7F) {
            out.write(0x81);
        }
        out.write(length);
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
