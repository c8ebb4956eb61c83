package cn.citybrain.parking.onboarding.process.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import java.net.http.HttpResponse;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whoever starts a process, or completes a task, is led straight into what follows where it is theirs as well. */
@OnboardingTest
class NextTaskTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private ProcessBench bench;
    private Browser operator;
    private Merchant merchant;
    private String no;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app, Channel.CITIZENCARD);
        operator = Browser.of(port, "hubin");
        merchant = app.getBean(Merchants.class).byTenant("hubin").orElseThrow();
        no = new TestDrafts(app).create(Channel.CITIZENCARD, "hubin", "hubin");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void goesFromTheStartThroughTheFormToItsPapersWithoutALookAtTheList() {
        HttpResponse<String> started =
                operator.engine("POST", "process-definition/key/citizencard-onboarding/submit-form", submission());
        assertThat(started.statusCode()).as(started.body()).isEqualTo(200);
        String instance = Browser.json(started).path("id").asText();

        assertThat(next("hubin", "/api/instances/" + instance + "/first-task")).isEqualTo(form().getId());
        assertThat(form().getAssignee()).isEqualTo("hubin");
        assertThat(next("hubin", "/api/instances/" + instance + "/first-task"))
                .as("claimed once")
                .isEmpty();

        String form = form().getId();
        submit(ChannelFixture.FILL_FORM);
        assertThat(operator.engine("POST", "task/" + form + "/submit-form", submission())
                        .statusCode())
                .isEqualTo(204);
        assertThat(next("chengxi", "/api/tasks/" + form + "/next"))
                .as("for whoever completed it only")
                .isEmpty();
        assertThat(next("hubin", "/api/tasks/" + form + "/next")).isEqualTo(papers().getId());
        assertThat(papers().getAssignee()).isEqualTo("hubin");

        String papers = papers().getId();
        submit(ChannelFixture.UPLOAD_LICENCE);
        operator.engine("POST", "task/" + papers + "/submit-form", submission());
        assertThat(Browser.json(operator.call("POST", "/api/tasks/" + papers + "/next", "{}"))
                        .toString())
                .as("the review is somebody else's: what was submitted")
                .isEqualTo("{\"done\":\"上传资质证照\",\"applicationNo\":\"" + no + "\"}");
        assertThat(Browser.json(Browser.of(port, "chengxi").call("POST", "/api/tasks/" + papers + "/next", "{}")))
                .as("another company is told nothing")
                .isEmpty();
        assertThat(bench.task(no, "userTask_review").getAssignee()).isNull();
        assertThat(bench.mails(no))
                .filteredOn(subject -> subject.contains("待办：填写"))
                .isEmpty();
        assertThat(bench.mails(no))
                .filteredOn(subject -> subject.contains("待办：上传"))
                .isEmpty();
        assertThat(bench.mails(no))
                .filteredOn(subject -> subject.contains("待办：受理"))
                .isNotEmpty();
    }

    private Task form() {
        return bench.task(no, ChannelFixture.FILL_FORM);
    }

    private Task papers() {
        return bench.task(no, ChannelFixture.UPLOAD_LICENCE);
    }

    private void submit(String task) {
        String account = "6233" + System.nanoTime();
        TestForms.submit(
                bench.drafts,
                no,
                TestForms.first(Channel.CITIZENCARD, merchant, account, no).get(task),
                "hubin");
    }

    private String next(String userId, String path) {
        Browser browser = userId.equals("hubin") ? operator : Browser.of(port, userId);
        HttpResponse<String> answer = browser.call("POST", path, "{}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.json(answer).path("id").asText("");
    }

    private String submission() {
        return "{\"variables\":{\"applicationNo\":{\"value\":\"" + no + "\",\"type\":\"String\"}}}";
    }
}
