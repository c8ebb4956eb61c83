package cn.citybrain.parking.onboarding.process.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The one address of a task: to whom it opens, and where it leads everybody else. */
@OnboardingTest
class TaskWayTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    private ProcessBench bench;
    private String no;
    private Task review;

    @BeforeEach
    void anApplicationWaitsForItsReview() {
        bench = new ProcessBench(app, Channel.WECHATPAY);
        no = bench.apply();
        review = bench.task(no, "userTask_review");
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void opensToWhoeverMayDoItAndClaimsItOnlyForWhoSaysSo() {
        assertThat(way("reviewer", review, false).path("task").asText()).isEqualTo(review.getId());
        assertThat(assignee()).as("only looked at").isNull();

        assertThat(way("reviewer", review, true).path("task").asText()).isEqualTo(review.getId());
        assertThat(assignee()).isEqualTo("reviewer");
        assertThat(way("reviewer", review, true).path("task").asText())
                .as("once more")
                .isEqualTo(review.getId());
    }

    @Test
    void leadsToTheApplicationWhenAColleagueHasIt() {
        way("reviewer", review, true);

        JsonNode way = way("reviewer2", review, true);
        assertThat(way.has("task")).isFalse();
        assertThat(way.path("address").asText()).isEqualTo("/applications/" + no);
        assertThat(way.path("text").asText()).matches("任务“受理”已由.+认领，正在办理").doesNotContain("reviewer");
        assertThat(assignee()).isEqualTo("reviewer");
    }

    @Test
    void leadsToTheApplicationOnceItHasEnded() {
        bench.accept(no);

        assertThat(way("supervisor", review, true).path("text").asText())
                .matches("任务“受理”已由.+于 \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d 办理");
        assertThat(way("supervisor", review, true).path("address").asText()).isEqualTo("/applications/" + no);
    }

    @Test
    void saysThatNobodyNeedsToDoWhatWasWithdrawn() {
        bench.withdrawals.application(no, "operator-test", "不再接入");

        assertThat(way("reviewer", review, true).path("text").asText()).matches("任务“受理”已于 .+ 结束，不再需要办理");
    }

    @Test
    void saysWhoseItIsToThoseWhoMayNotDoIt() {
        JsonNode way = way("supervisor", review, true);

        assertThat(way.path("text").asText()).isEqualTo("任务“受理”由运营公司审核办理");
        assertThat(assignee()).isNull();
    }

    @Test
    void opensToASupervisorWhoLooksAndMayGiveItToAnother() {
        way("reviewer", review, true);

        assertThat(way("supervisor", review, false).path("task").asText()).isEqualTo(review.getId());
        assertThat(way("reviewer2", review, false).has("task")).isFalse();
        assertThat(assignee()).isEqualTo("reviewer");
    }

    @Test
    void tellsNobodyElseThatThereIsATask() {
        Task unknown = review;
        for (String user : List.of("chengxi", "zhilian", "admin")) {
            HttpResponse<String> known = answer(user, unknown.getId(), true);
            HttpResponse<String> never = answer(user, UUID.randomUUID().toString(), true);

            assertThat(known.statusCode()).as(user).isEqualTo(404);
            assertThat(known.body()).as(user).isEqualTo(never.body());
        }
        bench.accept(no);
        assertThat(answer("chengxi", review.getId(), false).statusCode()).isEqualTo(404);
        assertThat(answer("zhilian", review.getId(), false).statusCode()).isEqualTo(404);
    }

    @Test
    void leadsAVendorToItsLot() {
        String opened = bench.opened();
        String code = bench.lot().code();
        app.getBean(Vendors.class).assign(code, "vendor-zhilian", "test");
        bench.bind(opened, List.of(code));
        bench.worker.runOnce();
        LotBinding lot = bench.bindings.ofApplication(opened).get(0);
        Task task = bench.task(ProcessBench.gate(lot), "userTask_prepareInterface");

        assertThat(way("zhilian", task, false).path("task").asText()).isEqualTo(task.getId());
        bench.prepare(lot);
        assertThat(way("zhilian", task, true).path("address").asText()).isEqualTo("/lots/" + lot.id());
        assertThat(answer("vendor2", task.getId(), true).statusCode()).isEqualTo(404);
        assertThat(way("supervisor", task, true).path("address").asText()).isEqualTo("/applications/" + opened);
    }

    private String assignee() {
        return bench.task(no, "userTask_review").getAssignee();
    }

    private JsonNode way(String user, Task task, boolean claim) {
        HttpResponse<String> answer = answer(user, task.getId(), claim);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.json(answer);
    }

    private HttpResponse<String> answer(String user, String id, boolean claim) {
        return Browser.of(port, user).call("POST", "/api/tasks/" + id + "/way", "{\"claim\":" + claim + "}");
    }
}
