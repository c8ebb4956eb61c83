package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.TestApplications;
import cn.citybrain.parking.onboarding.watch.sweep.Sweep;
import cn.citybrain.parking.onboarding.watch.sweep.Sweeps;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A supervisor sees on the overview what is overdue, and that it is no longer, without reloading. */
@NeedsChromium
@LiveApplication
class OverviewInTheBrowserTest {

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Sweeps sweeps;

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/overview"));
    }

    @Test
    void aSupervisorSeesWhatIsOverdueAndThatItIsDone() throws IOException {
        String no = TestApplications.apply(
                app,
                Channel.CITIZENCARD,
                app.getBean(Merchants.class).byTenant("hubin").orElseThrow(),
                "6222" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L),
                "hubin");
        Task review = review(no);
        tasks.setDueDate(review.getId(), Date.from(Instant.now().minus(Duration.ofDays(1))));

        Page page = Tasklist.login(chromium.person(1400, 900), address(), "supervisor")
                .page();
        page.clock().install();
        page.navigate(address() + "/overview");
        Locator reviews = page.locator("tr:has(td:text-is('市民卡')):has(td:text-is('受理'))");
        assertThat(reviews.locator(".ob-late")).isVisible();
        assertThat(page.locator(".ob-tiles .late")).containsText("件超期");
        assertThat(page.locator("canvas").first()).hasAttribute("aria-label", "等待谁：未超期与超期件数（数据见下表）");
        int overdue = overdue(reviews);
        picture(page, "overview");

        Download file = page.waitForDownload(
                () -> page.locator("a[aria-label='下载 CSV：各渠道、各步骤']").click());
        assertThat(Files.readString(file.path())).contains("支付渠道,步骤,等待谁", "市民卡,受理,运营公司审核");

        TestReviews.refuse(app, no, "reviewer", "资料不全");
        tasks.setAssignee(review.getId(), "reviewer");
        tasks.complete(review.getId(), Map.of("reviewDecision", "refuse"));
        page.waitForCondition(() -> {
            page.clock().runFor(31_000);
            return overdue(reviews) < overdue;
        });

        assertThatTheNumberLeadsToTheTasks(page);

        page.setViewportSize(390, 844);
        assertThat(page.locator(".ob-tiles")).isVisible();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        picture(page, "overview-phone");
    }

    private void assertThatTheNumberLeadsToTheTasks(Page page) {
        String another = TestApplications.begin(
                app, Channel.ETC, app.getBean(Merchants.class).byTenant("hubin").orElseThrow(), "hubin");
        Task filling =
                tasks.createTaskQuery().processInstanceBusinessKey(another).singleResult();
        tasks.setDueDate(filling.getId(), Date.from(Instant.now().minus(Duration.ofDays(1))));
        Page look = page.context().newPage();
        look.navigate(address() + "/overview");
        look.locator("tr:has(td:text-is('ETC')):has(td:text-is('" + filling.getName() + "')) td[data-head=其中超期] a")
                .click();
        assertThat(look.locator(".ob-work-card").filter(new Locator.FilterOptions().setHasText(another)))
                .isVisible();
        assertThat(look.locator(".ob-work-kind[aria-pressed=true]")).containsText("已超期");
        look.close();
        runtime.deleteProcessInstance(filling.getProcessInstanceId(), "end of test", true);
    }

    /** In the running product every schedule is watched, and comes round. */
    @Test
    void everyScheduleOfTheProductIsWatched() {
        assertThat(sweeps.all())
                .extracting(Sweep::name)
                .contains("ExternalTaskWorker.onSchedule", "AnswerSweep.onSchedule", "MailDelivery.onSchedule")
                .hasSizeGreaterThan(25);
        assertThat(sweeps.all()).noneMatch(sweep -> sweep.late(Instant.now()));
    }

    /** None is no row at all. */
    private static int overdue(Locator reviews) {
        return reviews.count() == 0
                ? 0
                : Integer.parseInt(
                        reviews.locator("td[data-head=其中超期]").innerText().strip());
    }

    private Task review(String no) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(no)
                .taskDefinitionKey("userTask_review")
                .singleResult();
    }

    private static void picture(Page page, String name) {
        Chromium.photograph(
                page,
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target/pictures", name + ".png"))
                        .setFullPage(true));
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
