package cn.citybrain.parking.onboarding.document.picture;

/** How much drawing a PDF has asked for so far. */
final class Work {

    private static final long STROKES = 3_000_000;
    private static final long PIXELS = 4 * Limits.PIXELS;

    private long strokes;
    private long pixels;

    void stroke() {
        if (++strokes > STROKES) {
            throw tooMuch();
        }
    }

    void picture(long width, long height) {
        Limits.require(width, height);
        pixels += width * height;
        if (pixels > PIXELS) {
            throw tooMuch();
        }
    }

    private static Unreadable tooMuch() {
        return new Unreadable("这份 PDF 的内容过于复杂，无法转换。请打印后拍照，或另存为图片后上传");
    }
}
