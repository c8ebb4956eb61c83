package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the form says beside a paper that is not taken: by itself, or in the server's words. */
@NeedsChromium
@LiveApplication
class PapersInTheBrowserTest {

    private static final String FIELD = "licenceCopy";
    private static final int MB = 1024 * 1024;

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    Tasklist operator;

    @BeforeEach
    void theFormOfPapers() {
        operator = Tasklist.login(chromium.person(1280, 900), "http://localhost:" + port, "chengxi");
        operator.take("上传资质证照", atThePapers());
    }

    /** An application whose form was submitted. */
    private String atThePapers() {
        Merchant merchant = app.getBean(Merchants.class).byTenant("chengxi").orElseThrow();
        String account = "6222" + System.nanoTime();
        return TestApplications.filledIn(app, Channel.WECHATPAY, merchant, account, "chengxi");
    }

    @AfterEach
    void keepWhatWasSeen() {
        chromium.everybodyLeaves(Path.of("target/pictures/papers-test"));
    }

    @Test
    void saysBesideTheFieldWhyAPaperIsNotTaken() throws IOException {
        theFormItselfStopsWhatIsTooBigOrNoPicture();
        theServersWordsStandBesideTheField();
        aLargePhotoIsMadeSmallerBeforeItTravels();
        aPdfIsShownPageByPage();
        theServerHasTheLastWordOnTheSize();
    }

    private void theFormItselfStopsWhatIsTooBigOrNoPicture() throws IOException {
        choose("扫描.pdf", "application/pdf", Arrays.copyOf("%PDF-1.7".getBytes(), 41 * MB / 2));
        assertThat(operator.error(FIELD)).hasText("扫描.pdf 有 20.5 MB，请压缩到 20 MB 以内。");
        taken();
    }

    private void theServersWordsStandBesideTheField() throws IOException {
        choose("执照.png", "image/png", "<svg/>".getBytes());
        assertThat(operator.error(FIELD)).hasText("营业执照照片：文件不是可识别的图片，只接受 JPG、PNG、BMP、WebP、TIFF 格式的照片或扫描件，以及 PDF");

        choose("IMG_0001.HEIC", "image/heic", "....ftypheic....mif1heic".getBytes());
        assertThat(operator.error(FIELD)).containsText("“设置→相机→格式”里选“兼容性最佳”");

        choose("空.png", "image/png", new byte[0]);
        assertThat(operator.error(FIELD)).hasText("营业执照照片：文件是空的，请重新选择图片");

        taken();
    }

    private void aLargePhotoIsMadeSmallerBeforeItTravels() throws IOException {
        choose("IMG_0002.jpg", "", noise(6000, 3000));
        assertThat(operator.page().locator("[data-field=" + FIELD + "] .ob-progress"))
                .containsText("已在浏览器里缩小为 4000×2000");
        assertThat(operator.page().locator("[data-field=" + FIELD + "] figcaption"))
                .containsText("IMG_0002.jpg");
    }

    private void aPdfIsShownPageByPage() throws IOException {
        choose("执照.pdf", "application/pdf", pdf(3));
        assertThat(operator.page().locator("[data-field=" + FIELD + "] figcaption"))
                .containsText("3 页");
        operator.page().locator("[data-field=" + FIELD + "] figure button").click();
        assertThat(operator.page().locator(".ob-canvas img")).hasCount(3);
        assertThat(operator.page().getByAltText("第 3 页")).isVisible();
        operator.page().locator(".ob-large").getByText("关闭").click();
    }

    private static byte[] pdf(int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int page = 0; page < pages; page++) {
                document.addPage(new PDPage(PDRectangle.A4));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] noise(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random dots = new Random(1);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = dots.nextInt();
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", out);
        return out.toByteArray();
    }

    /** As with a form that does not know the limit. */
    private void theServerHasTheLastWordOnTheSize() throws IOException {
        operator.page().evaluate("() => Object.defineProperty(File.prototype, 'size', {get: () => 1})");
        choose("照片.png", "image/png", Arrays.copyOf(picture(), 41 * MB / 2));
        assertThat(operator.error(FIELD)).hasText("营业执照照片：文件大小 20.5 MB，超过上限 20 MB，请压缩后重新上传");

        choose("扫描.png", "image/png", Arrays.copyOf(picture(), 24 * MB));
        assertThat(operator.error(FIELD)).hasText("文件超过上限 20 MB，请压缩后重新上传");
        taken();
    }

    /** After all that a right picture is taken, and nothing is said against it any more. */
    private void taken() throws IOException {
        choose("执照.png", "image/png", picture());
        assertThat(operator.page().locator("[data-field=" + FIELD + "] img")).isVisible();
        assertThat(operator.error(FIELD)).hasCount(0);
    }

    private void choose(String name, String type, byte[] content) {
        operator.field(FIELD).setInputFiles(new FilePayload(name, type, content));
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(400, 250, BufferedImage.TYPE_INT_RGB), "png", png);
        return png.toByteArray();
    }
}
