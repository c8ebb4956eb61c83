package cn.citybrain.parking.onboarding.process.restore;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.inbox.ChannelEvent;
import cn.citybrain.parking.onboarding.channel.lot.LotState;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.mail.UnknownReferences;
import cn.citybrain.parking.onboarding.restore.RestoredBackups;
import cn.citybrain.parking.onboarding.restore.Restores;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** After a restored backup a channel is asked whether it has an application or a lot before it gets it. */
@OnboardingTest
class LostSubmissionsTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    RestoreProgress progress;

    @Autowired
    Restores restores;

    @Autowired
    UnknownReferences unknown;

    ProcessBench bench;
    RestoredBackups backups;

    @BeforeEach
    void play() {
        bench = new ProcessBench(app);
        backups = new RestoredBackups(bench.jdbc);
    }

    @AfterEach
    void end() {
        backups.clear();
        bench.close();
    }

    @Test
    void anApplicationThatTheChannelHasIsNotSubmittedAgain() {
        String no = bench.apply();
        restore();
        bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        bench.accept(no);
        bench.worker.runOnce();

        assertThat(bench.channel.told).doesNotContain("submit " + no);
        assertThat(bench.steps(no)).contains("receiveTask_awaitReview");
    }

    @Test
    void anApplicationThatTheChannelDoesNotKnowOrRefusedIsSubmitted() {
        String no = bench.apply();
        restore();
        bench.channel.review = () -> new ReviewResult.Closed("没有这份申请单");
        bench.channel.submit = () -> {
            bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
            return new cn.citybrain.parking.onboarding.channel.account.SubmitResult.Submitted("A1");
        };
        bench.accept(no);
        bench.worker.runOnce();

        assertThat(bench.channel.told).contains("submit " + no);
    }

    @Test
    void aLotThatTheChannelHasIsAskedForAndItsAnswerTaken() {
        String no = bench.opened();
        bench.bind(no, 1);
        restore();
        bench.channel.lotState = () -> new LotState.Registered("R-lost", "P-lost");
        bench.worker.runOnce();

        assertThat(bench.channel.told).noneMatch(told -> told.startsWith("register "));
        assertThat(bench.bindings.ofApplication(no)).singleElement().satisfies(lot -> assertThat(lot.channelReference())
                .isEqualTo("R-lost"));
    }

    @Test
    void supervisorsAreToldOnceAndWhatIsOpenIsCounted() {
        String no = bench.apply();
        bench.accept(no);
        restore();
        progress.follow();
        int open = restores.latest().orElseThrow().openItems();
        int told = bench.mails("数据库已由备份还原").size();
        assertThat(open).isPositive();
        assertThat(told).isPositive();

        bench.worker.runOnce();
        progress.follow();
        assertThat(restores.latest().orElseThrow().openItems()).isEqualTo(open - 1);
        assertThat(bench.mails("数据库已由备份还原")).hasSize(told);
    }

    @Test
    void aCallbackAboutSomethingUnknownIsShownToTheSupervisors() {
        bench.publish(new ChannelEvent.DeductionNoticed(Channel.WECHATPAY, 4711, "T01UNKNOWNOFTHELOSTTIME"));
        assertThat(bench.mails("T01UNKNOWNOFTHELOSTTIME")).isNotEmpty();
    }

    private void restore() {
        bench.clock.advance(Duration.ofMinutes(1));
        backups.add(bench.clock.instant().minus(Duration.ofHours(1)), bench.clock.instant());
    }
}
