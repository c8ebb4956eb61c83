package cn.citybrain.parking.onboarding.document.picture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Looks through the chunks of a PNG, and copies those that make the picture. What browsers refuse to show is refused: a wrong
 * sum over one of these.
 */
final class PngFile {

    private static final int SIGNATURE = 8;
    private static final Set<String> PICTURE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "IDAT", "IEND");

    private final Bytes file;
    private final ByteArrayOutputStream clean = new ByteArrayOutputStream();
    private Turn turn = Turn.NONE;

    private PngFile(byte[] file) {
        this.file = Bytes.big(file);
    }

    static Source of(byte[] file) {
        PngFile png = new PngFile(file);
        png.walk();
        return new Source("PNG", png.clean.toByteArray(), 0, png.turn);
    }

    private void walk() {
        clean.write(file.all(), 0, SIGNATURE);
        requireHeader();
        boolean coded = false;
        String type = "";
        for (long at = SIGNATURE; !type.equals("IEND"); ) {
            long length = file.u32(at);
            file.require(at, length + 12);
            type = file.text(at + 4, 4);
            chunk((int) at, (int) length, type);
            coded |= type.equals("IDAT");
            at += length + 12;
        }
        if (!coded) {
            throw Unreadable.damaged();
        }
    }

    private void requireHeader() {
        if (file.u32(SIGNATURE) != 13 || !file.has(SIGNATURE + 4, "IHDR")) {
            throw Unreadable.damaged();
        }
        Limits.require(file.u32(16), file.u32(20));
    }

    private void chunk(int at, int length, String type) {
        boolean intact = sum(at + 4, length + 4) == file.u32(at + 8 + length);
        if (!intact && NEEDED.contains(type)) {
            throw Unreadable.damaged();
        }
        if (intact && PICTURE.contains(type)) {
            clean.write(file.all(), at, length + 12);
        }
        if (intact && type.equals("eXIf")) {
            turn = Turn.ofExif(Arrays.copyOfRange(file.all(), at + 8, at + 8 + length));
        }
    }

    private long sum(int from, int length) {
        CRC32 sum = new CRC32();
        sum.update(file.all(), from, length);
        return sum.getValue();
    }
}
