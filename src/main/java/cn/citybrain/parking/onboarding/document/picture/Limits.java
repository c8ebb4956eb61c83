package cn.citybrain.parking.onboarding.document.picture;

/** How much work and memory a file may ask for. All is known from its headers, before anything is decoded. */
final class Limits {

    /** Of a paper, and of a TIFF. */
    static final int PAGES = 10;

    /** What telephones make. */
    static final long PIXELS = 50_000_000;

    /** A row is held whole. */
    static final int SIDE = 30_000;

    /** Nobody draws them in rows: the decoder holds some forty bytes for each. */
    static final long WEBP_PIXELS = 8_000_000;

    /** Longest side of a page that is kept: A4 at 300 dots per inch. */
    static final int KEPT_SIDE = 3_600;

    /** Of what is decoded before it is made smaller; more are left out while it is read. */
    static final long DECODED_PIXELS = 24_000_000;

    /** Bytes of a page that is kept. */
    static final int KEPT_BYTES = 5 * 1024 * 1024;

    /** A JPEG in several passes is held whole, two bytes for each coefficient: three colours of all pixels, outside of the heap. */
    static final long COEFFICIENT_BYTES = 320L * 1024 * 1024;

    /** Each pass over a JPEG takes time, also an empty one. Cameras and programs make ten. */
    static final int PASSES = 100;

    static final long PASSED_PIXELS = 1_000_000_000;

    private Limits() {}

    /** @throws Unreadable if a picture of this size is not taken */
    static void require(long width, long height) {
        if (width <= 0 || height <= 0) {
            throw Unreadable.damaged();
        }
        if (width > SIDE || height > SIDE || width * height > PIXELS) {
            throw Unreadable.tooLarge(width, height);
        }
    }
}
