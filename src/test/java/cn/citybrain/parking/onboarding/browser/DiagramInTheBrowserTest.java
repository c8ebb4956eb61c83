package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.browser.reading.Hindrances;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An auditor follows an application through its diagrams, by mouse and by keyboard, from Cockpit's running views. */
@NeedsChromium
@LiveApplication
class DiagramInTheBrowserTest {

    private static final double PATIENCE = 60_000;
    private final Chromium chromium = Chromium.ofThisJvm();
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    RuntimeService runtime;

    Page page;

    @BeforeEach
    void anAuditorLogsIn() {
        var person = chromium.person(1400, 1400);
        person.setDefaultTimeout(PATIENCE);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page = person.newPage();
        page.onPageError(error -> complaints.add("page error: " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate("http://localhost:" + port + "/");
        page.fill("input[name=username]", "auditor");
        page.fill("input[name=password]", "demo-2026");
        page.click("button[type=submit]");
        page.waitForURL("**/camunda/app/cockpit/**");
    }

    @AfterEach
    void keepWhatWasSeen() {
        chromium.everybodyLeaves(Path.of("target/pictures/diagram"));
    }

    @Test
    void aRunningInstanceShowsWhereItWaitsHowItCameThereAndWhatItCalled() {
        open("#/process-instance/" + underReview().getId() + "/runtime");
        page.click(".ctn-tabbed .nav-tabs a:has-text('审计')");

        assertThat(page.locator(".ob-model svg[role=img]").first()).hasAttribute("aria-label", "微信支付渠道接入的流程图");
        assertThat(page.locator(".ob-model .ob-running[data-element-id=callActivity_acceptance]"))
                .hasCount(1);
        assertThat(page.locator(".ob-model .ob-taken")).not().hasCount(0);
        assertThat(page.locator(".ob-mark.running:text-is('所调用的流程进行中')")).hasCount(1);
        replaysByKeyboard();

        page.click("tr:has-text('受理') button:text-is('看所调用的流程')");
        assertThat(page.locator(".ob-way[aria-current]")).containsText("受理与补正");
        assertThat(page.locator(".ob-state.running")).hasText(Pattern.compile("●\\s*等待办理"));
        page.click("td button:text-is('受理')");
        assertThat(page.locator(".ob-model .ob-chosen[data-element-id=userTask_review]"))
                .hasCount(1);
        hindersNobody();
        assertThat(complaints).isEmpty();
    }

    private void replaysByKeyboard() {
        Locator slider = page.locator("input[type=range]");
        int rows =
                page.locator(".ob-course section").first().locator("tbody tr").count();
        slider.focus();
        page.keyboard().press("Home");
        assertThat(slider).hasAttribute("aria-valuetext", Pattern.compile("第 1 步，共 \\d+ 步，.*"));
        assertThat(page.locator(".ob-mark.running:text-is('所调用的流程进行中')")).hasCount(0);
        assertThat(page.locator(".ob-course section").first().locator("tbody tr"))
                .not()
                .hasCount(rows);
        page.keyboard().press("End");
        assertThat(page.locator(".ob-mark.running:text-is('所调用的流程进行中')")).hasCount(1);
    }

    @Test
    void aDefinitionShowsHowOftenAndHowLong() {
        String definition = underReview().getProcessDefinitionId();
        open("#/process-definition/" + definition + "/runtime?detailsTab=onboarding-audit-definition");

        assertThat(page.locator(".ob-model .ob-heat5")).not().hasCount(0);
        assertThat(page.locator(".ob-course .ob-facts")).containsText("进行中");
        page.selectOption("#ob-measure", "median");
        assertThat(page.locator(".ob-scale")).not().isEmpty();
        page.selectOption("#ob-version", "");
        assertThat(page.locator(".ob-course h2").first()).hasText("微信支付渠道接入");
        hindersNobody();
        assertThat(complaints).isEmpty();
    }

    @Test
    void anOlderFailureHidesNoNewerFiguresAndAFailureIsSaidAndOver() {
        open("#/process-definition/" + underReview().getProcessDefinitionId()
                + "/runtime?detailsTab=onboarding-audit-definition");
        assertThat(page.locator(".ob-model .ob-heat5")).not().hasCount(0);
        String version = page.locator("#ob-version").inputValue();
        List<Route> slow = new CopyOnWriteArrayList<>();
        Predicate<String> ofAllVersions = url -> url.contains("/api/audit/definitions/") && !url.contains("version=");
        page.route(ofAllVersions, slow::add);
        page.selectOption("#ob-version", "");
        page.waitForCondition(() -> !slow.isEmpty());
        page.selectOption("#ob-version", version);
        assertThat(page.locator(".ob-course[aria-busy]")).hasCount(0);
        slow.get(0).abort();
        page.waitForTimeout(300);
        assertThat(page.locator(".ob-course .ob-notice.bad")).hasCount(0);
        assertThat(page.locator(".ob-model .ob-heat5")).not().hasCount(0);

        page.unroute(ofAllVersions);
        page.route(ofAllVersions, Route::abort);
        page.selectOption("#ob-version", "");
        assertThat(page.locator(".ob-course .ob-notice.bad")).containsText("没能载入");
        assertThat(page.locator(".ob-course[aria-busy]")).hasCount(0);
        page.selectOption("#ob-version", version);
        assertThat(page.locator(".ob-course .ob-notice.bad")).hasCount(0);
        assertThat(page.locator(".ob-model .ob-heat5")).not().hasCount(0);
        assertThat(complaints).isEmpty();
    }

    @Test
    void theViewerIsLoadedOnlyWhereADiagramIsShown() {
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request -> asked.add(request.url()));
        open("#/audit");
        assertThat(page.locator("[name=number]")).isVisible();
        assertThat(asked).noneMatch(address -> address.contains("bpmn-js"));
    }

    private ProcessInstance underReview() {
        String no = TestApplications.apply(
                app,
                Channel.WECHATPAY,
                app.getBean(Merchants.class).byTenant("chengxi").orElseThrow(),
                "6222" + System.nanoTime(),
                "chengxi");
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .rootProcessInstances()
                .singleResult();
    }

    private void open(String hash) {
        page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/" + hash);
    }

    private void hindersNobody() {
        assertThat(page.locator("[aria-busy]")).hasCount(0);
        assertThat(Hindrances.on(page, ".ob-audit")).isEmpty();
    }
}
