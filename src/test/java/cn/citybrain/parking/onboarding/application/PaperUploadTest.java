package cn.citybrain.parking.onboarding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.draft.Drafts;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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
    Drafts drafts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Applications applications;

    @Autowired
    Merchants merchants;

    Browser operator;
    String no;

    @BeforeEach
    void anApplicationWhosePapersAreToBeUploaded() {
        operator = Browser.of(port, "hubin");
        Merchant merchant = merchants.byTenant("hubin").orElseThrow();
        no = SampleForm.fill(applications, merchant, "6222" + System.nanoTime(), "hubin");
        applications.submit(no, "hubin");
        applications.openStage(no, "papers");
    }

    @Test
    void takesAPictureOfTheLargestSize() {
        HttpResponse<String> answer = upload("licenceCopy", "执照.png", "image/png", picture(2 * MB));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(Browser.json(answer).path("size").asInt()).isEqualTo(2 * MB);
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
        String newer = transaction.execute(uploading -> {
            String id = drafts.attach(no, "licenceCopy", "新.png", "image/png", picture(2000), "hubin")
                    .id();
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
        assertThat(refusal(upload("licenceCopy", "执照.png", "image/png", picture(5 * MB / 2))))
                .isEqualTo("营业执照照片：图片大小 2.5 MB，超过上限 2 MB，请压缩后重新上传");
    }

    /** Over the server's limit for a file (3 MB), for a request (4 MB), and what a camera or a scanner makes. */
    @ParameterizedTest
    @ValueSource(ints = {3 * MB + 1, 4 * MB, 5 * MB, 12 * MB, 40 * MB})
    void answersFilesThatTheServerItselfCutsOff(int size) {
        HttpResponse<String> answer = upload("licenceCopy", "扫描.jpg", "image/jpeg", picture(size));

        assertThat(refusal(answer)).isEqualTo("图片超过上限 2 MB，请压缩后重新上传");
        assertThat(Browser.json(operator.get("/api/applications/" + no))
                        .path("no")
                        .asText())
                .as("the connection and the session are as they were")
                .isEqualTo(no);
    }

    @Test
    void saysWhatItTakesWhenAFileIsNoPicture() {
        assertThat(refusal(upload("licenceCopy", "执照.png", "image/png", "%PDF-1.7 ...".getBytes())))
                .isEqualTo("营业执照照片：文件不是可识别的图片，只接受 JPG、PNG、BMP 格式的照片或扫描件");
    }

    @Test
    void saysThatAFileIsEmpty() {
        assertThat(refusal(upload("licenceCopy", "执照.png", "image/png", new byte[0])))
                .isEqualTo("营业执照照片：文件是空的，请重新选择图片");
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
