package cn.citybrain.parking.onboarding.document.picture;

/**
 * What a JPEG says of its size and of how it is coded.
 *
 * @param components colours
 * @param coefficientBytes what the decoder holds if the picture comes in several passes
 */
record JpegFrame(int width, int height, int components, boolean progressive, long coefficientBytes) {

    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int PROGRESSIVE = 0xC2;

    /** @param at where the segment's length stands */
    static JpegFrame read(Bytes file, int at, int marker) {
        if (marker != BASELINE && marker != EXTENDED && marker != PROGRESSIVE || file.u8(at + 2) != 8) {
            throw new Unreadable("这张 JPEG 用了浏览器不支持的编码方式，请用看图软件另存为普通 JPG 后上传");
        }
        int height = file.u16(at + 3);
        int width = file.u16(at + 5);
        Limits.require(width, height);
        int components = file.u8(at + 7);
        if (components < 1 || components > 4 || file.u16(at) != 8 + 3 * components) {
            throw Unreadable.damaged();
        }
        return new JpegFrame(
                width,
                height,
                components,
                marker == PROGRESSIVE,
                coefficients(file, at + 8, width, height, components));
    }

    private static long coefficients(Bytes file, int at, int width, int height, int components) {
        int most = 1;
        int highest = 1;
        for (int component = 0; component < components; component++) {
            int sampling = file.u8(at + 3 * component + 1);
            if (sampling >> 4 < 1 || sampling >> 4 > 4 || (sampling & 15) < 1 || (sampling & 15) > 4) {
                throw Unreadable.damaged();
            }
            most = Math.max(most, sampling >> 4);
            highest = Math.max(highest, sampling & 15);
        }
        long bytes = 0;
        for (int component = 0; component < components; component++) {
            int sampling = file.u8(at + 3 * component + 1);
            long across = blocks(width, sampling >> 4, most);
            bytes += across * blocks(height, sampling & 15, highest) * 64 * 2;
        }
        return bytes;
    }

    private static long blocks(int length, int sampling, int most) {
        long units = (length + 8L * most - 1) / (8L * most);
        return units * sampling;
    }

    /**
     * @param passes so far
     * @param colours in the newest
     */
    void requirePasses(int passes, int colours) {
        boolean several = progressive || colours < components;
        if (several && coefficientBytes > Limits.COEFFICIENT_BYTES
                || passes > Limits.PASSES
                || (long) passes * width * height > Limits.PASSED_PIXELS) {
            throw new Unreadable(
                    "这张 %d×%d 像素的 JPEG 是逐次显示（渐进式）的，解开它太费内存。请用看图软件缩小，或另存为普通（基线）JPG 后上传".formatted(width, height));
        }
    }
}
