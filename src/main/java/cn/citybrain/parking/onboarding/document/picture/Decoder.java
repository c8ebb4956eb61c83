package cn.citybrain.parking.onboarding.document.picture;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Reads a picture to its last line: the first bytes of a file that broke off while it was copied are right. Of a big picture
 * only every second or third dot is read.
 */
final class Decoder {

    private Decoder() {}

    /**
     * Upright, on white, in three colours, no longer than {@link Limits#KEPT_SIDE}.
     *
     * @throws Unreadable if it cannot be read whole
     */
    static BufferedImage picture(Source source) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(source.bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(source.format());
            ImageReader reader = readers.next();
            reader.setInput(in, false, true);
            try {
                return plain(read(reader, source.index()), source.turn());
            } finally {
                reader.dispose();
            }
        } catch (Unreadable refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // readers throw anything at files that are none
            throw Unreadable.damaged();
        }
    }

    private static BufferedImage read(ImageReader reader, int index) throws IOException {
        int width = reader.getWidth(index);
        int height = reader.getHeight(index);
        Limits.require(width, height);
        BreakOff breakOff = new BreakOff();
        reader.addIIOReadWarningListener(breakOff);
        ImageReadParam some = reader.getDefaultReadParam();
        int step = step(width, height);
        some.setSourceSubsampling(step, step, 0, 0);
        BufferedImage image = reader.read(index, some);
        if (breakOff.seen) {
            throw Unreadable.damaged();
        }
        return image;
    }

    /** Every which dot is read. What is left is still larger than what is kept, so that it can be made smaller smoothly. */
    static int step(int width, int height) {
        int step = Math.max(1, Math.max(width, height) / Limits.KEPT_SIDE);
        while ((long) (width / step) * (height / step) > Limits.DECODED_PIXELS) {
            step++;
        }
        return step;
    }

    /** A copy that has nothing of what it was read from but the dots. */
    private static BufferedImage plain(BufferedImage image, Turn turn) {
        int width = image.getWidth();
        int height = image.getHeight();
        double scale = Math.min(1, (double) Limits.KEPT_SIDE / Math.max(width, height));
        AffineTransform place = AffineTransform.getScaleInstance(scale, scale);
        place.concatenate(turn.upright(width, height));
        return Drawing.on(
                turn.lays() ? height * scale : width * scale,
                turn.lays() ? width * scale : height * scale,
                pen -> pen.drawImage(image, place, null));
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
