package cn.citybrain.parking.onboarding.document.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files become, and which are refused. */
class PapersTest {

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp", "tiff"})
    void makesAPlainPictureOfEachFormat(String format) throws IOException {
        Page page = Papers.pages(TestFiles.written(TestFiles.twoColours(40, 20), format))
                .get(0);

        assertThat(page.width()).isEqualTo(40);
        assertThat(page.height()).isEqualTo(20);
        BufferedImage seen = seen(page);
        assertThat(reddish(seen, 5, 10)).isTrue();
        assertThat(reddish(seen, 35, 10)).isFalse();
    }

    @Test
    void readsWebpOfBothKinds() {
        assertThat(Papers.pages(TestFiles.WEBP_LOSSLESS)).hasSize(1);
        assertThat(Papers.pages(TestFiles.WEBP_LOSSY)).hasSize(1);
    }

    /** The camera lay on its side: red is up, and the place stays with the camera. */
    @Test
    void turnsAPhotoUprightAndLeavesOutWhatTheCameraWrote() throws IOException {
        byte[] photo = TestFiles.followedBy(
                TestFiles.photographed(TestFiles.written(TestFiles.twoColours(60, 30), "jpg"), 6), "尾巴 13800138000");
        Page page = Papers.pages(photo).get(0);

        assertThat(page.width()).isEqualTo(30);
        assertThat(page.height()).isEqualTo(60);
        assertThat(reddish(seen(page), 15, 10)).isTrue();
        assertThat(reddish(seen(page), 15, 50)).isFalse();
        assertThat(new String(page.jpeg(), StandardCharsets.UTF_8)).doesNotContain("GPS", "Exif", "13800138000");
    }

    @ParameterizedTest
    @CsvSource({
        "1, true, true",
        "2, false, false",
        "3, false, false",
        "4, true, true",
        "5, true, true",
        "6, true, true",
        "7, false, false",
        "8, false, false"
    })
    void knowsTheEightWaysToHoldACamera(int orientation, boolean redAtTheBeginning, boolean any) throws IOException {
        Page page = Papers.pages(
                        TestFiles.photographed(TestFiles.written(TestFiles.twoColours(60, 30), "jpg"), orientation))
                .get(0);

        assertThat(page.width() > page.height()).isEqualTo(orientation < 5);
        assertThat(reddish(seen(page), 3, 3)).isEqualTo(any && redAtTheBeginning);
    }

    @Test
    void takesOddAndEmptyColourProfilesAndWhatElseBrowsersShow() {
        byte[] photo = TestFiles.written(TestFiles.noise(40, 30), "jpg");
        for (byte[] profile : List.of(
                "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1),
                "ICC_PROFILE\0\1\1nonsense nonsense".getBytes(StandardCharsets.ISO_8859_1),
                "ICC_PROFILE\0\2\7".getBytes(StandardCharsets.ISO_8859_1))) {
            assertThat(Papers.pages(TestFiles.withSegment(photo, 0xE2, profile)))
                    .hasSize(1);
        }
        assertThat(Papers.pages(TestFiles.withSegment(photo, 0xFE, "注释".getBytes(StandardCharsets.UTF_8))))
                .hasSize(1);
        assertThat(Papers.pages(TestFiles.progressive(TestFiles.noise(300, 200))))
                .hasSize(1);
    }

    /** What a bitmap says of its own length, programs get wrong. */
    @Test
    void takesBitmapsThatWerePaddedOrSayNothingOfTheirLength() {
        byte[] bitmap = TestFiles.written(TestFiles.noise(33, 20), "bmp");
        byte[] silent = bitmap.clone();
        Arrays.fill(silent, 2, 6, (byte) 0);

        assertThat(Papers.pages(Arrays.copyOf(bitmap, bitmap.length + 2))).hasSize(1);
        assertThat(Papers.pages(Arrays.copyOf(bitmap, bitmap.length + 5000))).hasSize(1);
        assertThat(Papers.pages(silent)).hasSize(1);
    }

    /** Scanners write JPEGs in CMYK. */
    @Test
    void showsAJpegInFourColours() {
        byte[] cmyk = TestFiles.jpeg(
                new IIOImage(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 120, 90, 4, null), null, null),
                false);

        assertThat(Papers.pages(cmyk).get(0).width()).isEqualTo(120);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png", "bmp", "tiff"})
    void refusesAPictureThatBrokeOff(String format) {
        byte[] whole = TestFiles.written(TestFiles.noise(300, 200), format);

        for (int percent : new int[] {1, 10, 50, 90, 99}) {
            byte[] part = Arrays.copyOf(whole, whole.length * percent / 100);
            assertThatThrownBy(() -> Papers.pages(part))
                    .as("%s, %d %%", format, percent)
                    .isInstanceOf(Unreadable.class);
        }
        assertThat(Papers.pages(whole)).hasSize(1);
    }

    @Test
    void refusesWhatNoBrowserShows() {
        assertThatThrownBy(() -> Papers.pages(TestFiles.pngPromising(8, 8 + 1, false)))
                .hasMessage("图片不完整或已损坏，无法打开。请重新拍照或重新导出后上传");
        byte[] png = TestFiles.written(TestFiles.noise(30, 30), "png");
        png[png.length - 20] ^= 1;
        assertThatThrownBy(() -> Papers.pages(png)).hasMessageContaining("已损坏");
    }

    @Test
    void refusesAtTheHeaderWhatWouldFillTheMemory() {
        assertThatThrownBy(() -> Papers.pages(TestFiles.pngPromising(60_000, 60_000, true)))
                .hasMessageContaining("60000×60000 像素过大");
        assertThatThrownBy(() -> Papers.pages(TestFiles.pngPromising(40_000, 1, true)))
                .hasMessageContaining("过大");
        assertThatThrownBy(() -> Papers.pages(TestFiles.promising(9990, 9990, 0)))
                .hasMessageContaining("9990×9990 像素过大");
        assertThatThrownBy(() -> Papers.pages(TestFiles.promising(8000, 6000, 12)))
                .hasMessageContaining("渐进式");
        assertThatThrownBy(() -> Papers.pages(TestFiles.promising(64, 64, 2000)))
                .hasMessageContaining("渐进式");
        byte[] webp = TestFiles.WEBP_LOSSLESS.clone();
        ByteBuffer.wrap(webp).order(ByteOrder.LITTLE_ENDIAN).putInt(21, 16_000 | 16_000 << 14);
        assertThatThrownBy(() -> Papers.pages(webp)).hasMessageContaining("过大");
    }

    @Test
    void keepsLargePhotosInTheSizeOfAPage() {
        Page page = Papers.pages(TestFiles.written(TestFiles.twoColours(8000, 6000), "jpg"))
                .get(0);

        assertThat(page.width()).isEqualTo(3600);
        assertThat(page.height()).isEqualTo(2700);
    }

    @Test
    void takesEveryPageOfATiffUpToTen() {
        assertThat(Papers.pages(TestFiles.tiff(3))).extracting(Page::width).containsExactly(40, 41, 42);
        assertThatThrownBy(() -> Papers.pages(TestFiles.tiff(11))).hasMessageContaining("超过 10 页");
        byte[] circle = TestFiles.tiff(1);
        boolean little = circle[0] == 'I';
        ByteBuffer directory = ByteBuffer.wrap(circle).order(little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int first = directory.getInt(4);
        directory.putInt(first + 2 + 12 * directory.getShort(first), first);
        assertThatThrownBy(() -> Papers.pages(circle)).isInstanceOf(Unreadable.class);
    }

    @Test
    void drawsThePagesOfAPdf() throws IOException {
        List<Page> pages = Papers.pages(TestFiles.pdf(2));

        assertThat(pages).hasSize(2);
        assertThat(pages.get(1).height()).isBetween(2300, 2400);
        assertThat(reddish(seen(pages.get(1)), 100, 100)).isTrue();
        assertThatThrownBy(() -> Papers.pages(TestFiles.pdf(11))).hasMessageContaining("11 页，最多 10 页");
        assertThatThrownBy(() -> Papers.pages(TestFiles.locked())).hasMessageContaining("打开密码");
        assertThatThrownBy(() -> Papers.pages("%PDF-1.7 ...".getBytes(StandardCharsets.US_ASCII)))
                .hasMessageContaining("PDF 不完整");
    }

    @Test
    void refusesAPdfThatDrawsWithoutEnd() {
        assertThatThrownBy(() -> Papers.pages(TestFiles.drawing("q Q ".repeat(2_000_000))))
                .hasMessageContaining("过于复杂");
    }

    @ParameterizedTest
    @CsvSource({
        "....ftypheic....mif1heic, 兼容性最佳",
        "....ftypmif1....heicmif1, 兼容性最佳",
        "....ftypavif....avifmif1, 兼容性最佳",
        "GIF89a......, GIF",
        "<svg xmlns=''/>, 不是可识别的图片",
        "Rar!......, 压缩包"
    })
    void saysWhatToDoWithWhatItDoesNotTake(String file, String words) {
        assertThatThrownBy(() -> Papers.pages(file.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(words);
    }

    @Test
    void makesOnePictureOfAllPagesInTheSizeThatSomebodyWants() {
        List<byte[]> pages =
                Papers.pages(TestFiles.tiff(3)).stream().map(Page::jpeg).toList();
        Page together = Fitting.together(pages, 5 * 1024, 2 * 1024 * 1024);
        assertThat(together.jpeg().length).isBetween(5 * 1024, 2 * 1024 * 1024);
        assertThat(together.height()).isGreaterThan(together.width());

        byte[] noise = Papers.pages(TestFiles.written(TestFiles.noise(2400, 2400), "png"))
                .get(0)
                .jpeg();
        assertThat(noise.length).isGreaterThan(2 * 1024 * 1024);
        Page small = Fitting.together(List.of(noise), 0, 2 * 1024 * 1024);
        assertThat(small.jpeg().length).isLessThanOrEqualTo(2 * 1024 * 1024);
        assertThatCode(() -> seen(small)).doesNotThrowAnyException();
    }

    private static BufferedImage seen(Page page) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(page.jpeg()));
    }

    private static boolean reddish(BufferedImage image, int x, int y) {
        int dot = image.getRGB(x, y);
        return (dot >> 16 & 0xFF) > 150 && (dot & 0xFF) < 100;
    }
}
