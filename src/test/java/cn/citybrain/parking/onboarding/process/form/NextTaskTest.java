package cn.citybrain.parking.onboarding.process.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixture;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

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

    @Test
    void whoCompletesATaskAboutALotIsToldWhichLot() {
        bench.close();
        bench = new ProcessBench(app);
        String other = bench.opened();
        String code = bench.lot().code();
        app.getBean(Vendors.class).assign(code, "vendor-zhilian", "test");
        bench.bind(other, List.of(code));
        bench.worker.runOnce();
        LotBinding lot = bench.bindings.ofApplication(other).get(0);
        String task =
                bench.task(ProcessBench.gate(lot), "userTask_prepareInterface").getId();
        bench.prepare(lot);
        app.getBean(JdbcClient.class)
                .sql("UPDATE ACT_HI_TASKINST SET ASSIGNEE_ = 'zhilian' WHERE ID_ = ?")
                .param(task)
                .update();

        JsonNode next = Browser.json(Browser.of(port, "zhilian").call("POST", "/api/tasks/" + task + "/next", "{}"));
        assertThat(next.path("done").asText()).isEqualTo("接口开发与对接准备");
        assertThat(next.path("applicationNo").asText()).isEqualTo(other);
        assertThat(next.at("/lot/bindingId").asLong()).isEqualTo(lot.id());
        assertThat(next.at("/lot/name").asText()).isEqualTo(lot.lotName());
        JsonNode turns = Browser.json(Browser.of(port, "zhilian").get("/api/turns/lots?application=" + other));
        assertThat(turns.path(String.valueOf(lot.id())).at("/0/text").asText())
                .as("as the board says it, to whom the application is nothing")
                .isEqualTo("请您用测试车辆完整停一次车（入场、离场、申请扣款，并上传照片）");
        JsonNode count = Browser.json(Browser.of(port, "zhilian").get("/api/todos/count"));
        assertThat(count.path("lots").asLong()).isPositive();
        JsonNode board = Browser.json(Browser.of(port, "zhilian").get("/api/board?state=WAITING&size=100"));
        assertThat(board.path("total").asLong()).isEqualTo(count.path("lots").asLong());
        assertThat(board.path("rows").findValuesAsText("lotCode")).contains(code);
    }

    @Test
    void whoAddsALotIsToldWhichLot() {
        bench.close();
        bench = new ProcessBench(app);
        String other = bench.opened();
        bench.bind(other, List.of(bench.lot().code()));
        bench.worker.runOnce();
        String code = bench.lot().code();
        String instance = bench.runtime
                .startProcessInstanceByKey("add-lot", other, Map.of("applicationNo", other, "lotCode", code))
                .getId();
        app.getBean(JdbcClient.class)
                .sql("UPDATE ACT_HI_PROCINST SET START_USER_ID_ = 'hubin' WHERE ID_ = ?")
                .param(instance)
                .update();

        String path = "/api/instances/" + instance + "/first-task";
        JsonNode next = Browser.json(operator.call("POST", path, "{}"));
        assertThat(next.path("done").asText()).isEqualTo("增加停车场");
        assertThat(next.path("applicationNo").asText()).isEqualTo(other);
        assertThat(next.at("/lot/bindingId").asLong())
                .isEqualTo(bench.bindings.of(code).get(0).id());
        assertThat(Browser.json(Browser.of(port, "chengxi").call("POST", path, "{}")))
                .as("somebody else is told nothing")
                .isEmpty();
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
