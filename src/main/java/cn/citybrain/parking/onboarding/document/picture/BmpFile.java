package cn.citybrain.parking.onboarding.document.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Looks at the header of a bitmap. What it says of the file's length, programs often get wrong: it is put right. */
final class BmpFile {

    private static final int LENGTH = 2;
    private static final int HEADER = 14;
    private static final int OS2 = 12;
    private static final int LONGEST = 124;
    private static final int COLOURS_OF_PROFILE = HEADER + 56;
    private static final byte[] STANDARD_COLOURS = {'B', 'G', 'R', 's'};

    private BmpFile() {}

    static Source of(byte[] file) {
        Bytes bitmap = Bytes.little(file);
        long described = file.length < 26 ? 0 : bitmap.u32(HEADER);
        if (described < OS2 || described > LONGEST || bitmap.u32(10) > file.length) {
            throw Unreadable.damaged();
        }
        if (described == OS2) {
            Limits.require(bitmap.u16(18), bitmap.u16(20));
        } else {
            // a negative height counts from the top
            Limits.require((int) bitmap.u32(18), Math.abs((long) (int) bitmap.u32(22)));
        }
        byte[] clean = file.clone();
        ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN).putInt(LENGTH, file.length);
        if (described == LONGEST) {
            System.arraycopy(STANDARD_COLOURS, 0, clean, COLOURS_OF_PROFILE, STANDARD_COLOURS.length);
        }
        return new Source("BMP", clean, 0, Turn.NONE);
    }
}
