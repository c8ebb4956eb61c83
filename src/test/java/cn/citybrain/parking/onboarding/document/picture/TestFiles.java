package cn.citybrain.parking.onboarding.document.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files as telephones, scanners and attackers make them. */
public final class TestFiles {

    /** One dot each. */
    public static final byte[] WEBP_LOSSLESS =
            Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");

    public static final byte[] WEBP_LOSSY =
            Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

    private TestFiles() {}

    /** Red on the left, blue on the right, and dots that do not compress. */
    public static BufferedImage twoColours(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, (x < width / 2 ? Color.RED : Color.BLUE).getRGB());
            }
        }
        return image;
    }

    public static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random dots = new Random(1);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            Arrays.setAll(row, x -> dots.nextInt());
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    public static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] progressive(BufferedImage image) {
        return jpeg(new IIOImage(image, null, null), true);
    }

    static byte[] jpeg(IIOImage image, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (progressive) {
                how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            }
            writer.setOutput(out);
            writer.write(null, image, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** A segment right behind the beginning of a JPEG. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        return ByteBuffer.allocate(jpeg.length + content.length + 4)
                .put(jpeg, 0, 2)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** An Exif segment that says how the camera was held, and a place. */
    public static byte[] photographed(byte[] jpeg, int orientation) {
        byte[] exif = ByteBuffer.allocate(60)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put("GPS 30.2741N 120.1551E".getBytes(StandardCharsets.ISO_8859_1))
                .array();
        return withSegment(jpeg, 0xE1, exif);
    }

    public static byte[] followedBy(byte[] file, String words) {
        byte[] tail = words.getBytes(StandardCharsets.UTF_8);
        byte[] all = Arrays.copyOf(file, file.length + tail.length);
        System.arraycopy(tail, 0, all, file.length, tail.length);
        return all;
    }

    /** A small progressive JPEG whose header promises another size, with so many passes. */
    public static byte[] promising(int width, int height, int passes) {
        byte[] small = progressive(noise(64, 64));
        int frame = indexOf(small, (byte) 0xC2);
        ByteBuffer.wrap(small).putShort(frame + 4, (short) height).putShort(frame + 6, (short) width);
        byte[] pass = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 1, 5, 0, 0};
        ByteBuffer more = ByteBuffer.allocate(small.length + passes * pass.length);
        more.put(small, 0, small.length - 2);
        for (int i = 0; i < passes; i++) {
            more.put(pass);
        }
        return more.put(small, small.length - 2, 2).array();
    }

    private static int indexOf(byte[] file, byte marker) {
        for (int i = 2; i < file.length - 1; i++) {
            if (file[i] == (byte) 0xFF && file[i + 1] == marker) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException();
    }

    /** With the sum over the header put right, or left wrong. */
    public static byte[] pngPromising(int width, int height, boolean summed) {
        byte[] png = written(noise(8, 8), "png");
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        if (summed) {
            CRC32 sum = new CRC32();
            sum.update(png, 12, 17);
            ByteBuffer.wrap(png).putInt(29, (int) sum.getValue());
        }
        return png;
    }

    public static byte[] tiff(int pages) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int page = 0; page < pages; page++) {
                writer.writeToSequence(new IIOImage(twoColours(40 + page, 20), null, null), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** Something to write into a document. */
    public interface Pages {
        void write(PDDocument document) throws IOException;
    }

    public static byte[] pdf(Pages pages) {
        try (PDDocument document = new PDDocument()) {
            pages.write(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] pdf(int pages) {
        return pdf(document -> {
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.setNonStrokingColor(Color.RED);
                    content.addRect(0, 0, PDRectangle.A4.getWidth() / 2, PDRectangle.A4.getHeight());
                    content.fill();
                }
            }
        });
    }

    static byte[] locked() {
        return pdf(document -> {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
        });
    }

    /** What a page draws, said by itself. */
    public static byte[] drawing(String operators) {
        return pdf(document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDStream content = new PDStream(document);
            try (var out = content.createOutputStream(org.apache.pdfbox.cos.COSName.FLATE_DECODE)) {
                out.write(operators.getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(content);
        });
    }
}
