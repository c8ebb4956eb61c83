package cn.citybrain.parking.onboarding.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture to its last line: the first bytes of a file that broke off while it was copied are right. Of a big
 * picture only some of the dots are kept, so that a small file cannot fill the memory.
 */
final class PictureContent {

    /** No camera and no scanner makes more of a paper; a file of 2 MB that declares more is a trap. */
    private static final long MOST_DOTS = 100_000_000;

    private static final int KEPT_PER_SIDE = 500;

    private PictureContent() {}

    /** @throws PaperRefused if it cannot be read whole */
    static void requireWhole(byte[] content) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw damaged();
            }
            ImageReader reader = readers.next();
            reader.setInput(in, true, true);
            try {
                read(reader);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw damaged();
        }
    }

    private static void read(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_DOTS) {
            throw new PaperRefused("图片尺寸 %d×%d 像素过大，请重新拍照或缩小后上传".formatted(width, height));
        }
        BreakOff breakOff = new BreakOff();
        reader.addIIOReadWarningListener(breakOff);
        ImageReadParam some = reader.getDefaultReadParam();
        some.setSourceSubsampling(step(width), step(height), 0, 0);
        if (reader.canReadRaster()) {
            // a JPEG of a scanner may be in CMYK, of which no image can be made here, and need not be
            reader.readRaster(0, some);
        } else {
            reader.read(0, some);
        }
        if (breakOff.seen) {
            throw new IIOException("broke off");
        }
    }

    private static int step(int length) {
        return Math.max(1, length / KEPT_PER_SIDE);
    }

    private static PaperRefused damaged() {
        return new PaperRefused("图片不完整或已损坏，无法打开。请重新拍照或重新导出后上传");
    }

    /** The reader of JPEGs fills what is missing with grey and only warns. */
    private static final class BreakOff implements IIOReadWarningListener {

        private boolean seen;

        @Override
        public void warningOccurred(ImageReader source, String warning) {
            seen |= warning.startsWith("Truncated");
        }
    }
}
