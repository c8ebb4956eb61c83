package cn.citybrain.parking.onboarding.document.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes JPEGs of a size in bytes that somebody wants: first in less quality, then smaller; or larger. */
final class Fitting {

    private static final float[] QUALITIES = {0.9f, 0.8f, 0.7f, 0.6f};
    private static final double SMALLER = 0.75;

    /** Of a picture made of pages. */
    private static final double STACKED_PIXELS = 16_000_000;

    private static final double STACKED_HEIGHT = 20_000;

    private Fitting() {}

    /** @param largest bytes */
    static Page page(BufferedImage image, int largest) {
        BufferedImage fitting = image;
        while (true) {
            for (float quality : QUALITIES) {
                byte[] jpeg = jpeg(fitting, quality);
                if (jpeg.length <= largest) {
                    return new Page(jpeg, fitting.getWidth(), fitting.getHeight());
                }
            }
            fitting = Drawing.scaled(fitting, SMALLER);
        }
    }

    /**
     * One picture of all pages, below each other.
     *
     * @param pages written here before
     * @param smallest bytes
     * @param largest bytes
     */
    static Page together(List<byte[]> pages, int smallest, int largest) {
        BufferedImage image = stacked(pages.stream().map(Fitting::read).toList());
        Page page = page(image, largest);
        while (page.jpeg().length < smallest && image.getWidth() * 2 <= Limits.SIDE) {
            byte[] best = jpeg(image, 1);
            page = new Page(best, image.getWidth(), image.getHeight());
            image = Drawing.scaled(image, 2);
        }
        return page;
    }

    private static BufferedImage stacked(List<BufferedImage> pages) {
        if (pages.size() == 1) {
            return pages.get(0);
        }
        int width = pages.stream().mapToInt(BufferedImage::getWidth).max().orElseThrow();
        double height = pages.stream()
                .mapToDouble(page -> (double) page.getHeight() * width / page.getWidth())
                .sum();
        double scale = Math.min(1, Math.min(Math.sqrt(STACKED_PIXELS / (width * height)), STACKED_HEIGHT / height));
        List<BufferedImage> equal = new ArrayList<>();
        pages.forEach(page -> equal.add(Drawing.scaled(page, scale * width / page.getWidth())));
        return Drawing.on(
                width * scale, equal.stream().mapToInt(BufferedImage::getHeight).sum(), pen -> {
                    int y = 0;
                    for (BufferedImage page : equal) {
                        pen.drawImage(page, 0, y, null);
                        y += page.getHeight();
                    }
                });
    }

    private static BufferedImage read(byte[] jpeg) {
        try {
            return ImageIO.read(new ByteArrayInputStream(jpeg));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
