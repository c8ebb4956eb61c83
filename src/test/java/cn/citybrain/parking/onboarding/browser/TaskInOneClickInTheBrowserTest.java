package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.PeopleDesk;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A reviewer opens a task from the board, by its address through the login, and after it has ended. */
@NeedsChromium
@LiveApplication
class TaskInOneClickInTheBrowserTest {

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    TaskService tasks;

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/one-click"));
    }

    @Test
    void aReviewerOpensATaskFromTheBoardFromItsAddressAndAfterItHasEnded() {
        String first = apply();
        String second = apply();
        Tasklist reviewer = Tasklist.login(chromium.person(1400, 1100), address(), "reviewer");
        Page page = reviewer.page();
        page.navigate(address() + "/board?application-q=" + first);
        assertThat(page.locator(".ob-coming.mine p").first()).hasText("请您办理“受理”");
        page.locator(".ob-coming.mine a.ob-do").click();
        reviewer.led("受理");

        Task review = review(first);
        TestReviews.accept(app, first, "reviewer");
        tasks.complete(review.getId(), Map.of("reviewDecision", "accept"));
        page.navigate(address() + "/tasks/" + review.getId());
        page.waitForURL("**/applications/" + first);
        assertThat(page.locator(".ob-notice").first()).containsText(Pattern.compile("任务“受理”已由.+办理"));

        page.navigate(address() + "/camunda/app/tasklist/default/#/?task=" + review.getId());
        page.waitForURL("**/applications/" + first);

        Page stranger = chromium.person(1400, 1100).newPage();
        stranger.navigate(address() + "/tasks/" + review(second).getId());
        login(stranger, "reviewer");
        stranger.waitForURL("**/camunda/app/tasklist/**");
        assertThat(stranger.locator("h2.task")).containsText("受理");
        assertThat(stranger.locator("button.claim")).isVisible();

        Page another = chromium.person(390, 844).newPage();
        String inTasklist = stranger.url();
        another.navigate(inTasklist);
        login(another, "reviewer");
        another.waitForURL("**/camunda/app/tasklist/**");
        assertThat(another.locator("h2.task")).containsText("受理");
        // as Tasklist says that it could not read one
        another.evaluate("() => document.body.insertAdjacentHTML('beforeend', '<p id=told>"
                + "<strong>&amp;lt;task&amp;gt; &amp;lt;- 不由您办理 :</strong><span>&lt;task&gt; &lt;- 不由您办理</span></p>')");
        assertThat(another.locator("#told")).hasText("提示：不由您办理");
    }

    @Test
    void whoFiledAnApplicationIsNotAskedToReviewItAndToldWhy() {
        PeopleDesk desk = new PeopleDesk(port, beans);
        String both = desk.hire(
                Browser.of(port, "admin"), PeopleDesk.entry(PeopleDesk.anId(), Role.LOT_OPERATOR, Role.OPS_REVIEWER));
        String no = apply(both);
        Page page = chromium.person(1400, 1100).newPage();
        page.navigate(address() + "/tasks/" + review(no).getId() + "?do");
        login(page, both, PeopleDesk.PASSWORD);
        page.waitForURL("**/applications/" + no);
        assertThat(page.locator(".ob-notice").first()).containsText("任务“受理”涉及的申请由您本人填报，请由其他同事办理");
        page.navigate(address() + "/board?application-q=" + no);
        assertThat(page.locator(".ob-coming").first()).containsText("受理");
        assertThat(page.locator(".ob-coming.mine")).hasCount(0);
        desk.dismissAll();
    }

    private String apply() {
        return apply("hubin");
    }

    private String apply(String operator) {
        String account = "6222" + ThreadLocalRandom.current().nextLong(100_000_000_000L, 999_999_999_999L);
        return TestApplications.apply(
                app,
                Channel.CITIZENCARD,
                app.getBean(Merchants.class).byTenant("hubin").orElseThrow(),
                account,
                operator);
    }

    private Task review(String no) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(no)
                .taskDefinitionKey("userTask_review")
                .singleResult();
    }

    private static void login(Page page, String userId) {
        login(page, userId, "demo-2026");
    }

    private static void login(Page page, String userId, String password) {
        page.waitForURL("**/login**");
        page.fill("input[name=username]", userId);
        page.fill("input[name=password]", password);
        page.click("button[type=submit]");
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
