package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A supervisor deals with a review that nobody did in time. */
@NeedsChromium
@LiveApplication
class OverdueInTheBrowserTest {

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    ManagementService jobs;

    @Autowired
    TaskService tasks;

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/overdue"));
    }

    @Test
    void aSupervisorHandsTheReviewToSomebodyWhoMayDoIt() {
        String account = "6222" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
        String no = TestApplications.apply(
                app,
                Channel.CITIZENCARD,
                app.getBean(Merchants.class).byTenant("hubin").orElseThrow(),
                account,
                "hubin");
        timeIsUp(review(no));

        Tasklist supervisor = Tasklist.login(chromium.person(1400, 1400), address(), "supervisor");
        supervisor.take("处理超期：受理", no);
        Page page = supervisor.page();
        assertThat(page.locator(".onboarding-form")).containsText("“受理”已经超期");
        assertThat(page.locator(".onboarding-form")).containsText("运营公司审核");
        supervisor.pressComplete();
        assertThat(page.locator(".ob-error:has-text('请先作出选择')")).isVisible();
        page.locator("input[name=ob-decision][value=handOver]").check();
        supervisor.pressComplete();
        assertThat(supervisor.error("to")).containsText("请选择转交给谁");
        picture(page, "overdue-hand-over");
        page.locator("#ob-to").selectOption("reviewer2");
        page.locator("#ob-word").fill("请今天先打电话核实");
        page.reload();
        assertThat(page.locator(".onboarding-form")).containsText("已恢复您刚才的标记");
        assertThat(page.locator("#ob-to")).hasValue("reviewer2");
        assertThat(page.locator("#ob-word")).hasValue("请今天先打电话核实");
        supervisor.complete();

        page.navigate(address() + "/applications/" + no);
        assertThat(page.locator(".ob-heading")).containsText("等待运营公司审核人员办理“受理”（沈复审已认领）");
        assertThat(page.locator(".ob-heading")).containsText("超期，");
        assertThat(page.locator(".ob-heading")).containsText("已转交");
        picture(page, "overdue-application");
        Tasklist reviewer = Tasklist.login(chromium.person(1400, 1400), address(), "reviewer2");
        assertThat(reviewer.page().locator(".ob-work:has-text('超期，')").first()).isVisible();
        picture(reviewer.page(), "overdue-card");
    }

    private Task review(String no) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(no)
                .taskDefinitionKey("userTask_review")
                .singleResult();
    }

    /** The last of a task's timers is its escalation. */
    private void timeIsUp(Task task) {
        tasks.setDueDate(task.getId(), Date.from(Instant.now().minus(Duration.ofDays(1))));
        List<Job> timers = jobs.createJobQuery()
                .executionId(task.getExecutionId())
                .timers()
                .list();
        jobs.executeJob(timers.stream()
                .max(Comparator.comparing(Job::getDuedate))
                .orElseThrow()
                .getId());
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
