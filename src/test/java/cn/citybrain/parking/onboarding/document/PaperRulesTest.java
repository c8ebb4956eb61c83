package cn.citybrain.parking.onboarding.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
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

    private static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
