package cn.citybrain.parking.onboarding.process.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.register.UnchangedApplications;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.TestApplications;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What nobody goes on with ends by itself, told a week before; what waits for somebody else does not. */
@OnboardingTest
class ForgottenApplicationsTest {

    private static final String OPERATOR = "operator-test";

    @Autowired
    ApplicationContext app;

    @Autowired
    ForgottenApplications forgotten;

    ProcessBench bench;

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void areToldOnceAWeekBeforeAndEndThen(Channel channel) {
        bench = new ProcessBench(app, channel);
        String no = TestApplications.begin(app, channel, bench.merchant, OPERATOR);
        after(52);
        assertThat(told(no)).isZero();
        after(1);
        after(6);
        assertThat(told(no)).isEqualTo(1);
        assertThat(state(no)).isEqualTo(ApplicationState.FILLING);

        after(1);
        assertThat(state(no)).isEqualTo(ApplicationState.EXPIRED);
        assertThat(bench.ends(no)).containsExactly("endEvent_expired");
        assertThat(bench.steps(no)).isEmpty();
        assertThat(bench.mails(no)).filteredOn(mail -> mail.contains("已过期")).hasSize(1);
        assertThat(bench.jdbc
                        .sql("SELECT closing_reason FROM application WHERE no = ?")
                        .param(no)
                        .query(String.class)
                        .single())
                .isEqualTo("60 天没有改动，自动结束");
    }

    @Test
    void endWithTheirAccountWhenTheyWereReturned() {
        bench = new ProcessBench(app);
        String no = bench.apply();
        bench.clock.advance(Duration.ofDays(70));
        bench.giveBack(no, "storeName", "与招牌不一致");
        after(52);
        assertThat(told(no)).as("the return begins the time anew").isZero();
        after(1);
        after(7);
        assertThat(state(no)).isEqualTo(ApplicationState.EXPIRED);
        assertThat(bench.jdbc
                        .sql("SELECT state FROM receiving_account WHERE application_no = ?")
                        .param(no)
                        .query(String.class)
                        .list())
                .containsExactly("CLOSED");
    }

    @Test
    void endWithoutAWordToTheChannelThatRefusedThem() {
        String no = refused(new FieldIssue("storeName", "与招牌不一致"));
        assertThat(bench.steps(no)).containsExactly("userTask_correct");
        after(53);
        after(7);
        assertThat(state(no)).isEqualTo(ApplicationState.EXPIRED);
        assertThat(bench.channel.told).noneMatch(call -> call.startsWith("withdraw"));
    }

    @Test
    void areKeptByAPaperToo() {
        bench = new ProcessBench(app);
        String no = TestApplications.filledIn(app, Channel.WECHATPAY, bench.merchant, "62330001", OPERATOR);
        after(53);
        after(6);
        bench.drafts.attach(no, "licenceCopy", "licence.png", SampleForm.PICTURE, OPERATOR);
        after(1);
        after(51);
        assertThat(told(no)).isEqualTo(1);
        after(1);
        assertThat(told(no)).as("told anew").isEqualTo(2);
    }

    @Test
    void areNotKeptByASaveThatChangesNothing() {
        bench = new ProcessBench(app);
        String no = TestApplications.begin(app, Channel.WECHATPAY, bench.merchant, OPERATOR);
        save(no, "西湖停车场");
        after(53);
        save(no, "西湖停车场");
        after(6);
        assertThat(state(no)).isEqualTo(ApplicationState.FILLING);
        after(1);
        assertThat(state(no)).isEqualTo(ApplicationState.EXPIRED);
    }

    @Test
    void areKeptByAChangeOnTheLastDay() {
        bench = new ProcessBench(app);
        String no = TestApplications.begin(app, Channel.WECHATPAY, bench.merchant, OPERATOR);
        after(53);
        after(6);
        save(no, "西湖停车场");
        after(1);
        after(51);
        assertThat(state(no)).isEqualTo(ApplicationState.FILLING);
        assertThat(told(no)).isEqualTo(1);
        after(1);
        after(7);
        assertThat(state(no)).isEqualTo(ApplicationState.EXPIRED);
        assertThat(told(no)).isEqualTo(2);
    }

    /** As 处理超期 does when a supervisor gives more time; told before, it is told anew. */
    @Test
    void areKeptUntilTheDateThatASupervisorGave() {
        bench = new ProcessBench(app);
        String no = TestApplications.begin(app, Channel.WECHATPAY, bench.merchant, OPERATOR);
        after(53);
        assertThat(told(no)).isEqualTo(1);
        app.getBean(UnchangedApplications.class).keep(no, bench.clock.instant().plus(Duration.ofDays(47)));
        after(7);
        after(32);
        assertThat(state(no)).isEqualTo(ApplicationState.FILLING);
        assertThat(told(no)).isEqualTo(1);
        after(1);
        assertThat(told(no)).as("a week before the new end").isEqualTo(2);
        after(6);
        assertThat(state(no)).isEqualTo(ApplicationState.FILLING);
        after(1);
        assertThat(state(no)).isEqualTo(ApplicationState.EXPIRED);
    }

    @Test
    void endNoEarlierBecauseASupervisorGaveLessTime() {
        bench = new ProcessBench(app);
        String no = TestApplications.begin(app, Channel.WECHATPAY, bench.merchant, OPERATOR);
        after(20);
        app.getBean(UnchangedApplications.class).keep(no, bench.clock.instant().plus(Duration.ofDays(3)));
        after(33);
        after(6);
        assertThat(state(no)).isEqualTo(ApplicationState.FILLING);
        after(1);
        assertThat(state(no)).isEqualTo(ApplicationState.EXPIRED);
    }

    /** The night before was missed: the week begins with the mail. */
    @Test
    void haveTheirWeekHoweverLateTheyAreTold() {
        bench = new ProcessBench(app);
        String no = TestApplications.begin(app, Channel.WECHATPAY, bench.merchant, OPERATOR);
        after(90);
        after(6);
        assertThat(state(no)).isEqualTo(ApplicationState.FILLING);
        after(1);
        assertThat(state(no)).isEqualTo(ApplicationState.EXPIRED);
    }

    @Test
    void areNeverForgottenWhileAReviewerOrTheChannelHasThem() {
        bench = new ProcessBench(app);
        String no = bench.apply();
        after(100);
        after(100);
        assertThat(bench.steps(no)).containsExactly("userTask_review");
        bench.accept(no);
        bench.worker.runOnce();
        after(100);
        after(100);
        assertThat(bench.steps(no)).containsExactly("receiveTask_awaitReview");
        assertThat(told(no)).isZero();
    }

    @Test
    void areNeverForgottenWhileAReviewerFindsOutWhyTheChannelRefused() {
        String no = refused(new FieldIssue("", "资料不全"));
        assertThat(bench.steps(no)).containsExactly("userTask_findReason");
        after(100);
        after(100);
        assertThat(bench.steps(no)).containsExactly("userTask_findReason");
        assertThat(told(no)).isZero();
    }

    @Test
    void areToldAndEndedOnceByTwoNodes() {
        bench = new ProcessBench(app);
        String no = TestApplications.begin(app, Channel.WECHATPAY, bench.merchant, OPERATOR);
        for (int days : List.of(53, 7)) {
            bench.clock.advance(Duration.ofDays(days));
            CompletableFuture<?>[] nodes = Stream.generate(() -> CompletableFuture.runAsync(forgotten::runOnce))
                    .limit(2)
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(nodes).join();
        }
        assertThat(state(no)).isEqualTo(ApplicationState.EXPIRED);
        assertThat(told(no)).isEqualTo(1);
        assertThat(bench.ends(no)).containsExactly("endEvent_expired");
        assertThat(bench.mails(no)).filteredOn(mail -> mail.contains("已过期")).hasSize(1);
    }

    /** So many days later the sweep of the night comes. */
    private void after(int days) {
        bench.clock.advance(Duration.ofDays(days));
        forgotten.runOnce();
    }

    private void save(String no, String storeName) {
        bench.drafts.save(no, Map.of("storeName", storeName), OPERATOR);
    }

    private String refused(FieldIssue issue) {
        bench = new ProcessBench(app);
        String no = bench.apply();
        bench.channel.review = () -> new ReviewResult.Rejected(List.of(issue), "驳回");
        bench.accept(no);
        bench.worker.runOnce();
        return no;
    }

    private ApplicationState state(String no) {
        return bench.applications.byNo(no).state();
    }

    private long told(String no) {
        return bench.mails(no).stream().filter(mail -> mail.contains("即将过期")).count();
    }
}
