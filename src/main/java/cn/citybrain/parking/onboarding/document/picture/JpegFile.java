package cn.citybrain.parking.onboarding.document.picture;

import java.io.ByteArrayOutputStream;

/**
 * Looks through the markers of a JPEG, and copies what belongs to the picture: no Exif, no profiles, no comments, no picture
 * within the picture, nothing behind its end.
 */
final class JpegFile {

    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int ADOBE = 0xEE;
    private static final byte[] JFIF = {
        (byte) 0xFF, (byte) APP0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
    };

    private final Bytes file;
    private final ByteArrayOutputStream clean = new ByteArrayOutputStream();
    private int at = 2;
    private boolean jfif;
    private JpegFrame frame;
    private int passes;
    private Turn turn = Turn.NONE;

    private JpegFile(byte[] file) {
        this.file = Bytes.big(file);
        clean.write(0xFF);
        clean.write(START);
    }

    static Source of(byte[] file) {
        JpegFile jpeg = new JpegFile(file);
        jpeg.walk();
        return new Source("JPEG", jpeg.clean.toByteArray(), 0, jpeg.turn);
    }

    private void walk() {
        int marker = marker();
        while (marker != END) {
            if (marker == SCAN) {
                scan();
            } else if (hasLength(marker)) {
                segment(marker);
            }
            marker = marker();
        }
        if (frame == null || passes == 0) {
            throw Unreadable.damaged();
        }
        clean.write(0xFF);
        clean.write(END);
    }

    /** The next one; some programs leave bytes before it. */
    private int marker() {
        while (file.u8(at) != 0xFF || file.u8(at + 1) == 0xFF || file.u8(at + 1) == 0) {
            at++;
        }
        at += 2;
        return file.u8(at - 1);
    }

    private static boolean hasLength(int marker) {
        return marker != START && marker != 0x01 && (marker < 0xD0 || marker > 0xD7);
    }

    private void segment(int marker) {
        int length = length();
        if (isFrame(marker)) {
            if (frame != null) {
                throw Unreadable.damaged();
            }
            frame = JpegFrame.read(file, at, marker);
        }
        if (marker == APP1 && file.has(at + 2, "Exif\0\0") && turn == Turn.NONE) {
            turn = Turn.ofExif(copy(at + 8, length - 8));
        }
        if (marker == APP0 && file.has(at + 2, "JFIF\0") && !jfif) {
            jfif = true;
            clean.writeBytes(JFIF);
        } else if (isFrame(marker) || isTable(marker) || marker == ADOBE && file.has(at + 2, "Adobe")) {
            keep(marker, length);
        }
        at += length;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean isTable(int marker) {
        return marker == 0xC4 || marker == 0xDB || marker == 0xDD;
    }

    /** Its header, and the coded picture up to the next marker. */
    private void scan() {
        int length = length();
        if (frame == null) {
            throw Unreadable.damaged();
        }
        passes++;
        frame.requirePasses(passes, file.u8(at + 2));
        keep(SCAN, length);
        at += length;
        int begin = at;
        while (file.u8(at) != 0xFF || isCoded(file.u8(at + 1))) {
            at++;
        }
        clean.write(file.all(), begin, at - begin);
    }

    /** A stuffed byte or the mark of a restart: part of the coded picture. */
    private static boolean isCoded(int afterFF) {
        return afterFF == 0 || afterFF >= 0xD0 && afterFF <= 0xD7;
    }

    private int length() {
        int length = file.u16(at);
        if (length < 2) {
            throw Unreadable.damaged();
        }
        file.require(at, length);
        return length;
    }

    private void keep(int marker, int length) {
        clean.write(0xFF);
        clean.write(marker);
        clean.write(file.all(), at, length);
    }

    private byte[] copy(int from, int length) {
        file.require(from, length);
        byte[] part = new byte[length];
        System.arraycopy(file.all(), from, part, 0, length);
        return part;
    }
}
