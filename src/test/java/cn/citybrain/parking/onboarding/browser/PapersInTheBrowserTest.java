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
import javax.imageio.ImageIO;
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
        theServerHasTheLastWordOnTheSize();
    }

    private void theFormItselfStopsWhatIsTooBigOrNoPicture() throws IOException {
        choose("扫描.png", "image/png", Arrays.copyOf(picture(), 5 * MB));
        assertThat(operator.error(FIELD)).hasText("扫描.png 有 5.0 MB，请压缩到 2 MB 以内。");

        choose("照片.jpg", "image/jpeg", Arrays.copyOf(picture(), 5 * MB / 2));
        assertThat(operator.error(FIELD)).hasText("照片.jpg 有 2.5 MB，请压缩到 2 MB 以内。");

        choose("执照.pdf", "application/pdf", "%PDF-1.7".getBytes());
        assertThat(operator.error(FIELD)).hasText("执照.pdf 不是图片。请上传 JPG、PNG 或 BMP。");
        taken();
    }

    private void theServersWordsStandBesideTheField() throws IOException {
        choose("执照.png", "image/png", "%PDF-1.7".getBytes());
        assertThat(operator.error(FIELD)).hasText("营业执照照片：文件不是可识别的图片，只接受 JPG、PNG、BMP 格式的照片或扫描件");

        choose("空.png", "image/png", new byte[0]);
        assertThat(operator.error(FIELD)).hasText("营业执照照片：文件是空的，请重新选择图片");

        taken();
    }

    /** As with a form that does not know the limit. */
    private void theServerHasTheLastWordOnTheSize() throws IOException {
        operator.page().evaluate("() => Object.defineProperty(File.prototype, 'size', {get: () => 1})");
        choose("照片.png", "image/png", Arrays.copyOf(picture(), 5 * MB / 2));
        assertThat(operator.error(FIELD)).hasText("营业执照照片：图片大小 2.5 MB，超过上限 2 MB，请压缩后重新上传");

        choose("扫描.png", "image/png", Arrays.copyOf(picture(), 12 * MB));
        assertThat(operator.error(FIELD)).hasText("图片超过上限 2 MB，请压缩后重新上传");
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
