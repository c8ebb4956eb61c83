package cn.citybrain.parking.onboarding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.document.PaperIntake;
import cn.citybrain.parking.onboarding.document.ReadPaper;
import cn.citybrain.parking.onboarding.document.picture.TestFiles;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads through the real server: whatever is sent, the person is told in words, beside the field. */
@OnboardingTest
class PaperUploadTest {

    private static final int MB = 1024 * 1024;

    @LocalServerPort
    int port;

    @Autowired
    PaperIntake intake;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Applications applications;

    @Autowired
    TestDrafts drafts;

    @Autowired
    Merchants merchants;

    Browser operator;
    String no;

    @BeforeEach
    void anApplicationWhosePapersAreToBeUploaded() {
        operator = Browser.of(port, "hubin");
        Merchant merchant = merchants.byTenant("hubin").orElseThrow();
        no = SampleForm.fill(drafts, merchant, "6222" + System.nanoTime(), "hubin");
        drafts.submit(no, "hubin");
        drafts.open(no, "papers");
    }

    @Test
    void takesAPictureOfTheLargestSize() {
        HttpResponse<String> answer = upload("licenceCopy", "执照.png", "image/png", picture(20 * MB));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Browser.json(answer).path("size").asInt()).isEqualTo(20 * MB);
        assertThat(Browser.json(answer).path("fileName").asText()).isEqualTo("执照.png");
    }

    @Test
    void showsAPaperOfADraftToItsOwnCompanyOnly() {
        String paper = "/api/documents/"
                + Browser.json(upload("licenceCopy", "执照.png", "image/png", picture(1000)))
                        .path("id")
                        .asText();

        assertThat(operator.get(paper).statusCode()).isEqualTo(200);
        for (String user : List.of("reviewer", "supervisor", "auditor", "chengxi", "zhilian")) {
            assertThat(Browser.of(port, user).get(paper).statusCode()).as(user).isEqualTo(404);
        }
    }

    /** The removal waits until the upload, which came a moment earlier, is done. */
    @Test
    void aPaperThatTookAnothersPlaceMeanwhileIsNotRemovedInItsPlace() throws Exception {
        String old = Browser.json(upload("licenceCopy", "旧.png", "image/png", picture(1000)))
                .path("id")
                .asText();
        CompletableFuture<HttpResponse<String>> removal = new CompletableFuture<>();
        ReadPaper read = intake.read("新.png", picture(2000));
        String newer = transaction.execute(uploading -> {
            String id = drafts.attach(no, "licenceCopy", read, "hubin").id();
            CompletableFuture.supplyAsync(
                            () -> operator.call("DELETE", "/api/applications/" + no + "/documents/" + old, null))
                    .thenAccept(removal::complete);
            assertThatThrownBy(() -> removal.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return id;
        });

        assertThat(removal.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(404);
        assertThat(operator.get("/api/documents/" + newer).statusCode()).isEqualTo(200);
    }

    @Test
    void saysHowBigAPictureIsThatIsTooBig() {
        assertThat(refusal(upload("licenceCopy", "执照.png", "image/png", picture(20 * MB + MB / 2))))
                .isEqualTo("营业执照照片：文件大小 20.5 MB，超过上限 20 MB，请压缩后重新上传");
    }

    /** Over the server's limit for a file (21 MB), for a request (22 MB), and what a scanner makes. */
    @ParameterizedTest
    @ValueSource(ints = {21 * MB + 1, 22 * MB, 40 * MB})
    void answersFilesThatTheServerItselfCutsOff(int size) {
        HttpResponse<String> answer = upload("licenceCopy", "扫描.jpg", "image/jpeg", picture(size));

        assertThat(refusal(answer)).isEqualTo("文件超过上限 20 MB，请压缩后重新上传");
        assertThat(Browser.json(operator.get("/api/applications/" + no))
                        .path("no")
                        .asText())
                .as("the connection and the session are as they were")
                .isEqualTo(no);
    }

    @Test
    void saysWhatItTakesWhenAFileIsNoPicture() {
        assertThat(refusal(upload("licenceCopy", "执照.png", "image/png", "<svg/>".getBytes())))
                .isEqualTo("营业执照照片：文件不是可识别的图片，只接受 JPG、PNG、BMP、WebP、TIFF 格式的照片或扫描件，以及 PDF");
        assertThat(refusal(upload("licenceCopy", "执照.png", "image/png", "%PDF-1.7 ...".getBytes())))
                .isEqualTo("营业执照照片：PDF 不完整或已损坏，无法打开。请重新导出或另存为图片后上传");
    }

    @Test
    void saysThatAFileIsEmpty() {
        assertThat(refusal(upload("licenceCopy", "执照.png", "image/png", new byte[0])))
                .isEqualTo("营业执照照片：文件是空的，请重新选择图片");
    }

    /** Whatever the browser calls it, or not. */
    @ParameterizedTest
    @ValueSource(strings = {"image/jpg", "application/octet-stream", "image/pjpeg", "x/y"})
    void believesTheBytesAndNotTheBrowser(String type) {
        HttpResponse<String> answer =
                upload("licenceCopy", "照\u202Egnp.jpg", type, TestFiles.written(TestFiles.noise(40, 30), "jpg"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Browser.json(answer).path("mediaType").asText()).isEqualTo("image/jpeg");
        assertThat(Browser.json(answer).path("fileName").asText()).isEqualTo("照gnp.jpg");
    }

    @Test
    void showsEveryPageAndNothingOfWhatTheCameraWrote() {
        String pdf = "/api/documents/"
                + Browser.json(upload("licenceCopy", "执照.pdf", "application/pdf", TestFiles.pdf(3)))
                        .path("id")
                        .asText();
        assertThat(operator.get(pdf).headers().firstValue("content-type")).hasValue("image/jpeg");
        assertThat(operator.get(pdf + "?page=3&download").headers().firstValue("content-disposition"))
                .hasValueSatisfying(disposition -> assertThat(disposition).endsWith("-3.jpg"));
        assertThat(operator.get(pdf + "?page=4").statusCode()).isEqualTo(404);

        byte[] photo = TestFiles.followedBy(
                TestFiles.photographed(TestFiles.written(TestFiles.noise(60, 40), "jpg"), 6), "尾巴 13800138000");
        String id = Browser.json(upload("licenceCopy", "IMG.jpg", "", photo))
                .path("id")
                .asText();
        assertThat(operator.get("/api/documents/" + id).body()).doesNotContain("GPS", "13800138000");
        assertThat(applications.forChannel(submitted()).papers())
                .allSatisfy(paper -> assertThat(new String(paper.within(0, 2 * MB), StandardCharsets.UTF_8))
                        .doesNotContain("GPS", "13800138000"));
    }

    /** With the other papers that are needed. */
    private String submitted() {
        SampleForm.PAPERS.stream()
                .filter(key -> !key.equals("licenceCopy"))
                .forEach(key -> drafts.attach(no, key, key + ".png", SampleForm.PICTURE, "hubin"));
        drafts.submit(no, "hubin");
        return no;
    }

    /** At the header, before anything is decoded. */
    @Test
    void refusesSmallFilesThatWouldTakeTheMemory() {
        assertThat(refusal(upload("licenceCopy", "a.jpg", "image/jpeg", TestFiles.promising(9990, 9990, 10))))
                .contains("9990×9990 像素过大");
        assertThat(refusal(upload("licenceCopy", "a.png", "image/png", TestFiles.pngPromising(60_000, 60_000, true))))
                .contains("像素过大");
    }

    /** Who is not known cannot make the server take in a file. */
    @Test
    void takesInNothingOfAStranger() {
        HttpResponse<String> answer = new Browser(port)
                .upload("/api/applications/" + no + "/documents?field=licenceCopy", "a.png", "image/png", picture(MB));

        assertThat(answer.statusCode()).isIn(401, 403, 302);
    }

    /** Quotation marks in a name, as others' clients leave them in, can make a field of the file. */
    @Test
    void saysThatThereIsNoFileWhenItsNameHidesIt() {
        String name = "''J/QB*D79>9:S#$Ub\"Q->Q!<H'M.;\"\"f/mo$'+$/<!\"nW)S6!!nn`%'z";

        assertThat(refusal(upload("licenceCopy", name, "image/jpg", picture(12))))
                .isEqualTo("没有收到文件，请重新选择后上传；文件名中不要有引号");
    }

    @Test
    void saysThatThereIsNoFileInABrokenBody() {
        HttpResponse<String> answer = operator.send(operator.request(
                        "/api/applications/" + no + "/documents?field=licenceCopy")
                .header("Content-Type", "multipart/form-data")
                .header("X-ONBOARDING-XSRF", operator.cookie("ONBOARDING-XSRF").orElseThrow())
                .POST(BodyPublishers.ofString("no boundary")));

        assertThat(refusal(answer)).isEqualTo("没有收到文件，请重新选择后上传；文件名中不要有引号");
    }

    /** Refused, in Chinese, under the field; returns the message. */
    private static String refusal(HttpResponse<String> answer) {
        JsonNode problem = Browser.json(answer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(problem.path("fields").path("licenceCopy").asText())
                .isEqualTo(problem.path("message").asText());
        return problem.path("message").asText();
    }

    private HttpResponse<String> upload(String field, String name, String type, byte[] content) {
        return operator.upload("/api/applications/" + no + "/documents?field=" + field, name, type, content);
    }

    private static byte[] picture(int size) {
        return Arrays.copyOf(SampleForm.PICTURE, size);
    }
}
