package cn.citybrain.parking.onboarding.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class PaperRulesTest {

    private final PaperRules rules = new PaperRules(DataSize.ofMegabytes(2));

    @ParameterizedTest
    @CsvSource({"jpg, image/jpeg", "png, image/png", "bmp, image/bmp"})
    void takesPicturesByTheirContent(String format, String mediaType) throws IOException {
        assertThat(rules.mediaTypeOf(picture(format))).isEqualTo(mediaType);
    }

    @Test
    void refusesWhatOnlyCallsItselfAPicture() {
        byte[] bitmapByTwoLetters = "BM<script>alert(1)</script>.........".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> rules.mediaTypeOf(bitmapByTwoLetters)).hasMessageContaining("JPG、PNG、BMP");
        assertThatThrownBy(() -> rules.mediaTypeOf("%PDF-1.7".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PaperRefused.class)
                .hasMessageContaining("JPG、PNG、BMP");
        assertThatThrownBy(() -> rules.mediaTypeOf("<svg/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(PaperRefused.class);
        assertThatThrownBy(() -> rules.mediaTypeOf(new byte[] {'B', 'M'})).isInstanceOf(PaperRefused.class);
    }

    @Test
    void refusesEmptyAndOversizedFilesSayingTheLimit() throws IOException {
        byte[] fits = Arrays.copyOf(picture("png"), 2 * 1024 * 1024);
        byte[] tooBig = Arrays.copyOf(picture("png"), 2 * 1024 * 1024 + 1);

        assertThat(rules.mediaTypeOf(fits)).isEqualTo("image/png");
        assertThatThrownBy(() -> rules.mediaTypeOf(tooBig)).hasMessageContaining("超过上限 2 MB");
        assertThatThrownBy(() -> rules.mediaTypeOf(new byte[0])).hasMessageContaining("文件是空的");
    }

    /** What a copy that broke off leaves, at any place. */
    @ParameterizedTest
    @CsvSource({"jpg", "png", "bmp"})
    void refusesAPictureThatBrokeOff(String format) throws IOException {
        byte[] whole = photo(format);

        for (int percent : new int[] {1, 10, 50, 90, 99}) {
            byte[] part = Arrays.copyOf(whole, whole.length * percent / 100);
            assertThatThrownBy(() -> rules.mediaTypeOf(part))
                    .as("%s, %d %%", format, percent)
                    .isInstanceOf(PaperRefused.class);
        }
        assertThatThrownBy(() -> rules.mediaTypeOf(Arrays.copyOf(photo("png"), 5000)))
                .hasMessage("图片不完整或已损坏，无法打开。请重新拍照或重新导出后上传");
        assertThat(rules.mediaTypeOf(whole)).startsWith("image/");
    }

    @Test
    void refusesASmallFileThatWouldFillTheMemory() throws IOException {
        byte[] bomb = photo("png");
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        CRC32 sum = new CRC32();
        sum.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) sum.getValue());

        assertThatThrownBy(() -> rules.mediaTypeOf(bomb)).hasMessageContaining("60000×60000 像素过大");
    }

    /** Scanners write JPEGs in CMYK, which Java can read but not show. */
    @Test
    void takesAJpegInFourColours() throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.setOutput(new MemoryCacheImageOutputStream(out));
        WritableRaster fourBands = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 1200, 900, 4, null);
        writer.write(null, new IIOImage(fourBands, null, null), null);
        writer.dispose();

        assertThat(rules.mediaTypeOf(out.toByteArray())).isEqualTo("image/jpeg");
    }

    private static byte[] photo(String format) throws IOException {
        BufferedImage noise = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        Random dots = new Random(1);
        for (int x = 0; x < noise.getWidth(); x++) {
            for (int y = 0; y < noise.getHeight(); y++) {
                noise.setRGB(x, y, dots.nextInt());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(noise, format, out);
        return out.toByteArray();
    }

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
