package cn.citybrain.parking.onboarding.process.fault;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.Meanwhile;
import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;

/** A person withdraws, or the channel answers, while something else changes the process. */
@OnboardingTest
class SimultaneousChangesTest {

    @LocalServerPort
    int port;

    @Autowired
    ConfigurableApplicationContext context;

    private ProcessBench bench;
    private String no;
    private String task;

    @BeforeEach
    void apply() {
        bench = new ProcessBench(context, Channel.CMB);
        no = bench.apply();
        task = bench.task(no, "userTask_review").getId();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aWithdrawalThatWasTakenBackIsDoneAgain() {
        try (Meanwhile change = meanwhile(1)) {
            HttpResponse<String> answer = withdraw();

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(change.times()).isEqualTo(1);
        }
        assertThat(bench.applications.byNo(no).state()).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(bench.steps(no)).doesNotContain("userTask_review");
    }

    @Test
    void afterThreeTriesThePersonIsAskedToTryAgain() {
        try (Meanwhile change = meanwhile(3)) {
            HttpResponse<String> answer = withdraw();

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
            assertThat(Browser.json(answer).path("message").asText())
                    .startsWith("同一时间另有更新")
                    .endsWith("请再试一次。");
            assertThat(change.times()).isEqualTo(3);
            assertThat(bench.applications.byNo(no).state()).isEqualTo(ApplicationState.SUBMITTED);
            assertThat(withdraw().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void anAnswerThatWasTakenBackIsStoredAgainWithoutAskingTheChannelTwice() {
        bench.channel.review = () -> new ReviewResult.AwaitingVisit("待联系上门签约");
        bench.accept(no);
        bench.worker.runOnce();
        AtomicInteger asked = new AtomicInteger();
        bench.channel.review = () -> {
            asked.incrementAndGet();
            return new ReviewResult.Approved(ProcessBench.account(no));
        };
        bench.clock.advance(Duration.ofHours(1));
        task = bench.task(no, "userTask_awaitVisit").getId();
        try (Meanwhile change = meanwhile(1)) {
            bench.worker.runOnce();
            assertThat(change.times()).isEqualTo(1);
        }
        assertThat(asked).hasValue(1);
        assertThat(bench.steps(no)).containsExactly("userTask_bindLots");
    }

    @Test
    void aCompletionIsNotRepeatedOverAnothersClaim() {
        TestReviews.accept(context, no, "reviewer");
        Runnable claim = () -> bench.tasks.claim(task, "reviewer2");
        try (Meanwhile change = new Meanwhile(context, task, TaskListener.EVENTNAME_COMPLETE, claim, 1)) {
            HttpResponse<String> answer = Browser.of(port, "reviewer")
                    .engine(
                            "POST",
                            "task/" + task + "/submit-form",
                            "{\"variables\":{\"applicationNo\":{\"value\":\"" + no
                                    + "\"},\"reviewDecision\":{\"value\":\"accept\"}}}");

            assertThat(change.times()).as(answer.body()).isEqualTo(1);
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(Browser.json(answer).path("message").asText()).isEqualTo("任务已由 沈复审 认领，只有认领人可以办理。");
        }
        assertThat(bench.task(no, "userTask_review").getAssignee()).isEqualTo("reviewer2");
    }

    /** Nothing is held while the channel is asked: who wants to know now neither waits nor is told that nothing could be done. */
    @Test
    void askingNowWhileTheChannelIsAskedHasItAskedOnceMore() {
        Browser supervisor = Browser.of(port, "supervisor");
        List<String> answers = new ArrayList<>();
        AtomicInteger asked = new AtomicInteger();
        bench.channel.review = () -> {
            if (asked.incrementAndGet() == 1) {
                answers.add(supervisor
                        .call("POST", "/api/applications/" + no + "/check-now", "{}")
                        .body());
            }
            return new ReviewResult.AwaitingVisit("待联系上门签约");
        };
        bench.accept(no);
        bench.worker.runOnce();
        assertThat(answers).containsExactly("{\"asked\":1}");
        assertThat(asked).hasValue(2);
    }

    private Meanwhile meanwhile(int longest) {
        AtomicInteger priority = new AtomicInteger(100);
        Runnable change = () -> bench.tasks.setPriority(task, priority.incrementAndGet());
        return new Meanwhile(context, task, TaskListener.EVENTNAME_DELETE, change, longest);
    }

    private HttpResponse<String> withdraw() {
        return Browser.of(port, "supervisor")
                .call("POST", "/api/applications/" + no + "/withdraw", "{\"reason\":\"停业\"}");
    }
}
