package cn.citybrain.parking.onboarding.document.picture;

import java.nio.charset.StandardCharsets;

/** Reads a file's headers. What lies beyond its end is damage. */
record Bytes(byte[] all, boolean littleEndian) {

    static Bytes big(byte[] all) {
        return new Bytes(all, false);
    }

    static Bytes little(byte[] all) {
        return new Bytes(all, true);
    }

    int length() {
        return all.length;
    }

    int u8(long at) {
        require(at, 1);
        return all[(int) at] & 0xFF;
    }

    int u16(long at) {
        return littleEndian ? u8(at) | u8(at + 1) << 8 : u8(at) << 8 | u8(at + 1);
    }

    /** 24 bits. */
    int u24(long at) {
        return littleEndian ? u16(at) | u8(at + 2) << 16 : u8(at) << 16 | u16(at + 1);
    }

    long u32(long at) {
        return littleEndian ? u16(at) | (long) u16(at + 2) << 16 : (long) u16(at) << 16 | u16(at + 2);
    }

    boolean has(long at, String text) {
        byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
        return at >= 0 && at + expected.length <= all.length && text.equals(text(at, expected.length));
    }

    String text(long at, int length) {
        require(at, length);
        return new String(all, (int) at, length, StandardCharsets.ISO_8859_1);
    }

    void require(long at, long length) {
        if (at < 0 || length < 0 || at + length > all.length) {
            throw Unreadable.damaged();
        }
    }
}
