package cn.citybrain.parking.onboarding.document.picture;

import java.awt.geom.AffineTransform;

/** How a picture is turned and mirrored to stand upright: the eight orientations of Exif and TIFF, 1 to 8. */
record Turn(int orientation) {

    static final Turn NONE = new Turn(1);

    private static final int ORIENTATION = 0x0112;
    private static final int MOST_ENTRIES = 500;

    /** What is no orientation turns nothing. */
    static Turn of(int orientation) {
        return orientation >= 1 && orientation <= 8 ? new Turn(orientation) : NONE;
    }

    /** From a block of Exif, which is a TIFF without pictures. What cannot be read turns nothing. */
    static Turn ofExif(byte[] block) {
        try {
            Bytes order = Bytes.big(block);
            Bytes exif = order.has(0, "II") ? Bytes.little(block) : order;
            long directory = exif.u32(4);
            int entries = Math.min(exif.u16(directory), MOST_ENTRIES);
            for (int entry = 0; entry < entries; entry++) {
                long at = directory + 2 + 12L * entry;
                if (exif.u16(at) == ORIENTATION) {
                    return of(exif.u16(at + 8));
                }
            }
        } catch (Unreadable nonsense) {
            return NONE;
        }
        return NONE;
    }

    /** Whether width and height change places. */
    boolean lays() {
        return orientation >= 5;
    }

    /** Moves the dots of a picture of this size to where they belong. */
    AffineTransform upright(int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
