package cn.citybrain.parking.onboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.Meanwhile;
import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.setup.AccessProbe;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** A person completes a task while something else changes it. */
@OnboardingTest
class SimultaneousCallsTest {

    private static final String ACCEPT = "{\"variables\":{\"reviewDecision\":{\"value\":\"accept\"}}}";

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext context;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    private AccessProbe probe;
    private String task;

    @BeforeEach
    void openTask() {
        probe = AccessProbe.start(context.getBeanFactory());
        task = probe.task("review").getId();
    }

    @Test
    void whatWasTakenBackIsDoneAgain() {
        try (Meanwhile change = meanwhile(() -> tasks.setPriority(task, 70), 1)) {
            HttpResponse<String> answer = complete();

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
            assertThat(change.times()).isEqualTo(1);
        }
        assertThat(probe.task("review")).isNull();
        var done = history.createHistoricTaskInstanceQuery().taskId(task).singleResult();
        assertThat(done.getPriority()).isEqualTo(70);
        assertThat(done.getDeleteReason()).isEqualTo("completed");
    }

    @Test
    void aTaskThatEndedMeanwhileIsSaidToBeOver() {
        Map<String, Object> first = Map.of("reviewDecision", "return");
        try (Meanwhile change = meanwhile(() -> tasks.complete(task, first), 1)) {
            HttpResponse<String> answer = complete();

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
            assertThat(Browser.json(answer).path("message").asText()).startsWith("这项任务已经办结");
            assertThat(change.times()).isEqualTo(1);
        }
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(probe.instance().getId())
                        .variableName("reviewDecision")
                        .singleResult()
                        .getValue())
                .as("the first one's word stands")
                .isEqualTo("return");
    }

    @Test
    void whoComesSecondIsToldWhoHasTheTask() {
        Browser second = Browser.of(port, "reviewer");
        Runnable first = () -> tasks.claim(task, "reviewer2");
        try (Meanwhile change = new Meanwhile(context, task, TaskListener.EVENTNAME_ASSIGNMENT, first, 1)) {
            HttpResponse<String> answer = second.engine("POST", "task/" + task + "/claim", "{\"userId\":\"reviewer\"}");

            assertThat(change.times()).isEqualTo(1);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(Browser.json(answer).path("message").asText()).isEqualTo("任务已由 沈复审 认领。");
        }
        assertThat(probe.task("review").getAssignee()).isEqualTo("reviewer2");
    }

    @Test
    void afterThreeTriesThePersonIsAskedToTryAgain() {
        AtomicInteger priority = new AtomicInteger(100);
        try (Meanwhile change = meanwhile(() -> tasks.setPriority(task, priority.incrementAndGet()), 3)) {
            HttpResponse<String> answer = complete();

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
            assertThat(Browser.json(answer).path("message").asText())
                    .startsWith("同一时间另有更新")
                    .endsWith("请再试一次。");
            assertThat(change.times()).isEqualTo(3);
            assertThat(probe.task("review")).as("nothing is half done").isNotNull();
            assertThat(complete().statusCode()).isEqualTo(204);
        }
    }

    private Meanwhile meanwhile(Runnable change, int longest) {
        return new Meanwhile(context, task, TaskListener.EVENTNAME_COMPLETE, change, longest);
    }

    private HttpResponse<String> complete() {
        return Browser.of(port, "reviewer").engine("POST", "task/" + task + "/submit-form", ACCEPT);
    }
}
