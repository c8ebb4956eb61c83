package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Stories;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A reviewer hands a task to a colleague; another time the colleague does it while the reviewer is away. */
@NeedsChromium
@LiveApplication
class HandOverInTheBrowserTest {

    private static final String PANEL = ".ob-hand-over";

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    TaskService tasks;

    @Autowired
    Stories stories;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/hand-over"));
        jdbc.sql("UPDATE stand_in SET ended_at = appointed_at, settled_at = appointed_at WHERE ended_at IS NULL")
                .update();
    }

    @Test
    void aReviewerHandsATaskToAColleagueWhoFindsAndCompletesIt() {
        String no = waitsForItsReview();
        Tasklist reviewer = Tasklist.login(chromium.person(1400, 1100), address(), "reviewer");
        open(reviewer.page(), no);
        assertThat(reviewer.page().locator(".onboarding-form")).not().containsText("正在打开表单");
        assertThat(reviewer.page().locator(PANEL + " button")).hasCount(0);
        reviewer.page().click("button.claim");
        reviewer.page().locator(PANEL + " button:has-text('转交')").click();
        aSupervisorCanOnlyLook(no);
        Locator dialog = reviewer.page().locator("dialog");
        assertThat(dialog).containsText("任务从您名下移到对方名下");
        dialog.locator("button:has-text('转交')").click();
        assertThat(dialog).containsText("请写一句原因或交代");
        dialog.locator("label:has-text('沈复审') input").check();
        dialog.locator("textarea").fill("请核对法人证件，我明天出差");
        dialog.locator("button:has-text('转交')").click();
        assertThat(reviewer.page().locator(".ob-announced strong:has-text('转交')"))
                .hasText("任务“受理”（" + no + "）已转交给沈复审");

        Tasklist colleague = Tasklist.login(chromium.person(390, 844), address(), "reviewer2");
        open(colleague.page(), no);
        assertThat(colleague.page().locator(PANEL)).containsText("沈初审转交给沈复审");
        assertThat(colleague.page().locator(PANEL)).containsText("请核对法人证件，我明天出差");
        accept(colleague);
    }

    private void aSupervisorCanOnlyLook(String no) {
        Page page = Tasklist.login(chromium.person(1400, 1100), address(), "supervisor")
                .page();
        open(page, no);
        assertThat(page.locator(".disabled-form form.onboarding")).hasAttribute("data-whose", "只能查看：由沈初审办理");
        assertThat(page.locator("button.claim")).isHidden();
        assertThat(page.locator(".task-removed-alert")).isHidden();
        page.locator(PANEL + " button:has-text('转交')").click();
        assertThat(page.locator("dialog")).containsText("任务现在由沈初审办理，转交后移到对方名下");
    }

    @Test
    void aStandInDoesTheTaskOfOneWhoIsAwayAndTheStorySaysSo() {
        String no = waitsForItsReview();
        Tasklist reviewer = Tasklist.login(chromium.person(1400, 1100), address(), "reviewer");
        open(reviewer.page(), no);
        reviewer.page().click("button.claim");
        assertThat(reviewer.page().locator(PANEL + " button:has-text('转交')")).isVisible();
        Page account = reviewer.page();
        account.navigate(address() + "/account");
        account.locator(".ob-arrange label:has-text('沈复审') input").check();
        account.locator("#ob-stand-in-until").fill(account.inputValue("#ob-stand-in-from"));
        account.locator("#ob-stand-in-reason").fill("休年假");
        account.locator("button:has-text('安排代办')").click();
        assertThat(account.locator("td:has-text('沈复审')")).isVisible();
        assertThat(account.locator(".ob-badge:has-text('进行中')")).isVisible();

        Tasklist deputy = Tasklist.login(chromium.person(1400, 1100), address(), "reviewer2");
        Locator waiting = deputy.page().locator(".ob-stand-in li:has-text('" + no + "') a");
        assertThat(waiting).containsText("受理市民卡 · ");
        assertThat(waiting).containsText(" · " + no);
        waiting.click();
        assertThat(deputy.page().locator(".disabled-form form.onboarding"))
                .hasAttribute("data-whose", "由沈初审办理，您可以代为办理");
        deputy.page().locator("button:has-text('代为办理')").click();
        assertThat(deputy.page().locator(PANEL)).containsText("沈复审代沈初审办理");
        accept(deputy);

        Assertions.assertThat(stories.entries(no))
                .filteredOn(entry -> entry.title().equals("办理任务“受理”"))
                .singleElement()
                .satisfies(done -> {
                    Assertions.assertThat(done.person().name()).isEqualTo("沈复审");
                    Assertions.assertThat(done.fact("代办")).isEqualTo("代沈初审（reviewer）办理");
                });
        Assertions.assertThat(stories.entries(no)).extracting(Entry::title).contains("代沈初审（reviewer）办理任务“受理”");
    }

    @Test
    void aColleagueOfWhomTasklistKnowsTheIdAloneIsNamed() {
        String no = TestApplications.begin(
                app,
                Channel.CITIZENCARD,
                app.getBean(Merchants.class).byTenant("hubin").orElseThrow(),
                "hubin");
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(no)
                .singleResult()
                .getId();
        tasks.setAssignee(task, "hubin2");
        Page page =
                Tasklist.login(chromium.person(1400, 1100), address(), "hubin").page();
        String address = address() + "/camunda/app/tasklist/default/#/?task=" + task;

        Locator assignee = page.locator("[cam-tasklist-task-meta] .assignee");
        for (String tab : List.of("onboarding-task-past", "task-detail-diagram", "task-detail-form")) {
            page.navigate("about:blank");
            page.navigate(address + "&detailsTab=" + tab);
            assertThat(assignee).containsText("周清波");
            assertThat(assignee).not().containsText("hubin2");
        }
        assertThat(page.locator("form.onboarding")).hasAttribute("data-whose", "只能查看：由周清波办理");
    }

    private String waitsForItsReview() {
        String account = "6222" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
        return TestApplications.apply(
                app,
                Channel.CITIZENCARD,
                app.getBean(Merchants.class).byTenant("hubin").orElseThrow(),
                account,
                "hubin");
    }

    private void open(Page page, String no) {
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(no)
                .taskDefinitionKey("userTask_review")
                .singleResult()
                .getId();
        page.navigate(address() + "/camunda/app/tasklist/default/#/?task=" + task);
        assertThat(page.locator("h2.task")).containsText("受理");
    }

    private void accept(Tasklist tasklist) {
        assertThat(tasklist.completeButton()).isEnabled();
        tasklist.page().locator("input[name=ob-decision][value=accept]").check();
        tasklist.complete();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
