package cn.citybrain.parking.onboarding.process.answer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.ChannelException;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What is awaited of a channel is asked for, less and less often, by one node at a time, and comes to the step that waits. */
@OnboardingTest
class AwaitedAnswersTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    Polls polls;

    @Autowired
    WaitComparison comparison;

    ProcessBench bench;
    String no;
    final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void anApplicationWaits() {
        bench = new ProcessBench(app);
        says(new ReviewResult.UnderReview("审核中"));
        no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void holdsNoExternalTaskAndMakesNoIncidentWhileItWaits() {
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitReview");
        assertThat(externalTasks()).isEmpty();
        assertThat(row("question")).isEqualTo("review");
        assertThat(row("last_words")).isEqualTo("审核中");
        assertThat(row("expected_at")).isNotNull();
        assertThat(asked).hasValue(1);
    }

    @Test
    void asksLessAndLessOftenUntilSomethingChanges() {
        List<Duration> pauses = app.getBean(ProcessSettings.class).waiting().askAfter();
        Duration longest = pauses.get(pauses.size() - 1);
        assertThat(pauses).isSorted().hasSizeGreaterThan(1);
        assertThat(nextIn()).isEqualTo(pauses.get(0));
        for (int answers = 1; answers < pauses.size() + 2; answers++) {
            bench.clock.set(next());
            bench.worker.runOnce();
            assertThat(nextIn()).isEqualTo(answers < pauses.size() ? pauses.get(answers) : longest);
        }
        says(new ReviewResult.UnderReview("复核中"));
        bench.clock.set(next());
        bench.worker.runOnce();
        assertThat(nextIn()).isEqualTo(pauses.get(0));
        assertThat(asked).hasValue(pauses.size() + 3);
    }

    @Test
    void asksAtOnceWhenThereIsNews() {
        says(new ReviewResult.Approved("sub-" + no));
        assertThat(bench.worker.runOnce()).isZero();
        assertThat(polls.now(no)).isEqualTo(1);
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
        assertThat(rows()).isZero();
    }

    /** The answer under way may be older than the callback. */
    @Test
    void asksOnceMoreWhenNewsComeWhileTheChannelIsAsked() {
        bench.channel.review = () -> {
            says(new ReviewResult.Approved("sub-" + no));
            CompletableFuture.runAsync(() -> polls.now(no)).join();
            return new ReviewResult.UnderReview("审核中");
        };
        bench.clock.set(next());
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
    }

    @Test
    void isAskedByAnotherNodeWhenItsClaimRanOut() {
        bench.clock.set(next());
        bench.jdbc
                .sql(
                        "UPDATE awaited_answer SET claimed_by = 'a node that died', claimed_until = ? WHERE application_no = ?")
                .params(OffsetDateTime.now(bench.clock).plusMinutes(5), no)
                .update();
        says(new ReviewResult.Approved("sub-" + no));
        assertThat(bench.worker.runOnce()).isZero();
        bench.clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
    }

    @Test
    void anAnswerThatComesAfterItsClaimRanOutChangesNothing() {
        AnswerSweep other = SecondSweep.of(app);
        bench.channel.review = () -> {
            says(new ReviewResult.Approved("sub-" + no));
            bench.clock.advance(Duration.ofMinutes(6));
            CompletableFuture.runAsync(other::runOnce).join();
            return new ReviewResult.Closed("旧的答复");
        };
        bench.clock.set(next());
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
        assertThat(bench.mails(no)).noneMatch(subject -> subject.contains("拒绝"));
    }

    @Test
    void isAskedByOneOfManyNodes() {
        bench.clock.set(next());
        asked.set(0);
        says(new ReviewResult.Approved("sub-" + no));
        CompletableFuture.allOf(Stream.generate(() -> SecondSweep.of(app))
                        .limit(4)
                        .map(node -> CompletableFuture.runAsync(node::runOnce))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(asked).hasValue(1);
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
    }

    @Test
    void isNotAskedForWhileItsInstanceIsSuspended() {
        bench.runtime.suspendProcessInstanceById(instance());
        says(new ReviewResult.Approved("sub-" + no));
        asked.set(0);
        polls.now(no);
        bench.worker.runOnce();
        bench.clock.advance(Duration.ofDays(2));
        bench.worker.runOnce();
        assertThat(asked).hasValue(0);
        assertThat(rows()).isEqualTo(1);
        assertThat(comparison.compare()).isZero();

        bench.runtime.activateProcessInstanceById(instance());
        bench.worker.runOnce();
        assertThat(asked).hasValue(1);
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
    }

    /** Suspended while the channel was asked: that is no failure, and the answer is heard once more. */
    @Test
    void keepsItsAnswerForAnInstanceThatWasSuspendedMeanwhile() {
        bench.channel.review = () -> {
            String suspended = instance();
            CompletableFuture.runAsync(() -> bench.runtime.suspendProcessInstanceById(suspended))
                    .join();
            return new ReviewResult.Approved("sub-" + no);
        };
        bench.clock.set(next());
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitReview");
        assertThat(row("failed_in_a_row")).isEqualTo(0);
        assertThat(row("claimed_by")).isNull();

        says(new ReviewResult.Approved("sub-" + no));
        bench.runtime.activateProcessInstanceById(instance());
        bench.clock.set(next());
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
    }

    @Test
    void isAskedForNoMoreOnceTheStepIsLeft() {
        bench.withdrawals.application(no, "operator-test", "不再接入");
        assertThat(rows()).isZero();
    }

    @Test
    void isAskedForNoMoreOnceTheInstanceIsDeleted() {
        bench.runtime.deleteProcessInstance(instance(), "by hand");
        assertThat(rows()).isZero();
    }

    @Test
    void aWaitThatNobodyAsksForIsFound() {
        bench.jdbc.sql("DELETE FROM awaited_answer").update();
        assertThat(comparison.compare()).isEqualTo(1);
        assertThat(comparison.compare()).isZero();
        says(new ReviewResult.Approved("sub-" + no));
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
    }

    @Test
    void aQuestionThatNobodyWaitsForIsTakenAway() {
        bench.runtime.deleteProcessInstance(instance(), "past its listeners", true);
        assertThat(rows()).isEqualTo(1);
        assertThat(comparison.compare()).isEqualTo(1);
        assertThat(rows()).isZero();
    }

    @Test
    void keepsWhatFailedAndForgetsItWithTheNextAnswer() {
        bench.channel.review = () -> {
            throw new ChannelException("应答不是 JSON");
        };
        bench.clock.set(next());
        bench.worker.runOnce();
        assertThat(row("last_error")).asString().contains("应答不是 JSON");
        assertThat(row("failed_in_a_row")).isEqualTo(1);
        assertThat(nextIn())
                .isEqualTo(
                        app.getBean(ProcessSettings.class).worker().retryAfter().get(0));

        says(new ReviewResult.UnderReview("审核中"));
        bench.clock.set(next());
        bench.worker.runOnce();
        assertThat(row("last_error")).isNull();
        assertThat(row("failed_in_a_row")).isEqualTo(0);
    }

    private void says(ReviewResult result) {
        bench.channel.review = () -> {
            asked.incrementAndGet();
            return result;
        };
    }

    private List<ExternalTask> externalTasks() {
        return app.getBean(ExternalTaskService.class)
                .createExternalTaskQuery()
                .processInstanceId(instance())
                .list();
    }

    private String instance() {
        return bench.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .singleResult()
                .getId();
    }

    private Instant next() {
        return bench.jdbc
                .sql("SELECT next_ask_at FROM awaited_answer WHERE application_no = ?")
                .param(no)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private Duration nextIn() {
        return Duration.between(bench.clock.instant(), next());
    }

    private Object row(String column) {
        return bench.jdbc
                .sql("SELECT " + column + " FROM awaited_answer WHERE application_no = ?")
                .param(no)
                .query()
                .singleRow()
                .get(column);
    }

    private int rows() {
        return bench.jdbc
                .sql("SELECT count(*) FROM awaited_answer WHERE application_no = ?")
                .param(no)
                .query(Integer.class)
                .single();
    }
}
