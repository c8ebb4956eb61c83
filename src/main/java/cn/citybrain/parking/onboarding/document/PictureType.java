package cn.citybrain.parking.onboarding.document;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The pictures that are taken, recognised by their first bytes. */
enum PictureType {
    JPEG("image/jpeg", "FFD8FF"),
    PNG("image/png", "89504E470D0A1A0A"),
    BMP("image/bmp", "424D");

    private static final int BMP_HEADER = 26;

    private final String mediaType;
    private final byte[] magic;

    PictureType(String mediaType, String magic) {
        this.mediaType = mediaType;
        this.magic = HexFormat.of().parseHex(magic);
    }

    String mediaType() {
        return mediaType;
    }

    static Optional<PictureType> of(byte[] content) {
        return Arrays.stream(values())
                .filter(type -> Arrays.equals(type.magic, Arrays.copyOf(content, type.magic.length)))
                .filter(type -> type != BMP || isBitmap(content))
                .findFirst();
    }

    /** Two letters are too little to go by: the size in the header must be the file's. */
    private static boolean isBitmap(byte[] content) {
        if (content.length < BMP_HEADER) {
            return false;
        }
        int declared =
                (content[2] & 0xFF) | (content[3] & 0xFF) << 8 | (content[4] & 0xFF) << 16 | (content[5] & 0xFF) << 24;
        return declared == content.length;
    }
}
