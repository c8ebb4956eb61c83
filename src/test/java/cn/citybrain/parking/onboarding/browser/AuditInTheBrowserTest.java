package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.browser.reading.Hindrances;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An auditor with an English browser, who never saw the product, finds an application and what is on record about it. */
@NeedsChromium
@LiveApplication
class AuditInTheBrowserTest {

    private static final double PATIENCE = 60_000;
    private final Chromium chromium = Chromium.ofThisJvm();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    Page page;

    @BeforeEach
    void anAuditorLogsIn() {
        var person = chromium.person(1400, 1000, "en-US");
        person.setDefaultTimeout(PATIENCE);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        page = person.newPage();
        page.onPageError(error -> refused.add("page error: " + error));
        page.navigate("http://localhost:" + port + "/");
        page.fill("input[name=username]", "auditor");
        page.fill("input[name=password]", "demo-2026");
        page.click("button[type=submit]");
        page.waitForURL("**/camunda/app/cockpit/**");
        page.onResponse(this::remember);
    }

    @AfterEach
    void keepWhatWasSeen() {
        chromium.everybodyLeaves(Path.of("target/pictures/audit"));
    }

    @Test
    void anAuditorFindsAnApplicationAndReadsItsStory() {
        String no = submitted();
        page.locator(".sections-menu a:text-is('审计')").first().click();
        page.fill("[name=number]", no);
        page.click("button:text-is('查询')");
        assertThat(page.locator("h2")).hasText("找到 1 份申请");
        hindersNobody();
        page.click("tbody a:text-is('" + no + "')");

        assertThat(page.locator("h1")).containsText("微信支付 · " + no);
        assertThat(page.locator(".ob-entry:has-text('提交资料')").first()).isVisible();
        hindersNobody();
        readsARevisionAndLooksAtANumber();
        for (String part : List.of("流程图", "证照材料", "车辆与扣款", "停车场与流程")) {
            page.click(".ob-parts a:text-is('" + part + "')");
            assertThat(page.locator(".ob-parts a[aria-current]")).hasText(part);
            assertThat(page.locator("[aria-busy]")).hasCount(0);
            assertThat(page.locator(".ob-notice.bad")).hasCount(0);
            hindersNobody();
        }
        page.goBack();
        assertThat(page.locator(".ob-parts a[aria-current]")).hasText("车辆与扣款");
        assertThat(refused).isEmpty();
    }

    private void readsARevisionAndLooksAtANumber() {
        page.click(".ob-parts a:text-is('提交资料')");
        page.locator("button:text-is('查看全文')").first().click();
        page.click("dialog button:text-is('查看')");
        assertThat(page.locator("dialog .ob-error")).hasText("请填写理由，至少 4 个字。");
        page.fill("dialog textarea", "核对结算账户是否与合同一致");
        page.click("dialog button:text-is('查看')");
        assertThat(page.locator(".ob-masked:has-text('已记入查阅记录') strong")).not().hasText(Pattern.compile(".*\\*.*"));
        hindersNobody();
        page.click(".ob-parts a:text-is('查阅记录')");
        assertThat(page.locator(".ob-entry").last()).containsText("核对结算账户是否与合同一致");
        hindersNobody();
    }

    @Test
    void whatHasEndedLeadsToItsStoryAndCockpitOffersNothingThatItRefuses() {
        String no = submitted();
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .list()
                .get(0)
                .getId();
        String definition = history.createHistoricProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        open("#/process-instance/" + instance + "/runtime");
        assertThat(page.locator(".ctn-tabbed .nav-tabs a:has-text('审计')")).isVisible();
        assertThat(page.locator(".ctn-toolbar .btn-toolbar:visible")).hasCount(0);
        open("#/process-definition/" + definition + "/runtime");
        assertThat(page.locator(".ctn-tabbed .nav-tabs a:has-text('审计')")).isVisible();
        assertThat(page.locator(".ctn-toolbar .btn-toolbar:visible")).hasCount(0);
        open("#/tasks");
        assertThat(page.locator("body")).containsText("按组统计");
        assertThat(page.locator("body")).containsText("车场方");
        assertThat(page.locator(".alert-danger")).hasCount(0);
        assertThat(refused).isEmpty();

        runtime.deleteProcessInstance(instance, "结束");
        open("#/process-instance/" + instance + "/runtime");
        page.waitForURL("**/#/audit/applications/" + no);
        assertThat(page.locator("h1")).containsText(no);
    }

    @Test
    void whatCannotBeIsSaidInChinese() {
        open("#/audit/applications/WX209901010001");
        assertThat(page.locator(".ob-notice.bad")).containsText("没有找到");
        open("#/audit?from=2026-12-02&to=2026-12-01");
        assertThat(page.locator(".ob-notice.bad")).containsText("结束日期早于开始日期");
        open("#/audit/applications/" + submitted() + "?from=2026-12-02&to=2026-12-01");
        assertThat(page.locator(".ob-notice.bad")).containsText("结束时间不晚于开始时间");
        assertThat(page.locator("#ob-audit-day-from")).hasValue("2026-12-02");
        open("#/audit/plates?plate=%E6%B5%99A00000&day=2026-11-01");
        assertThat(page.locator("main")).containsText("没有停车记录");
        hindersNobody();
    }

    private String submitted() {
        return TestApplications.filledIn(
                app,
                Channel.WECHATPAY,
                app.getBean(Merchants.class).byTenant("chengxi").orElseThrow(),
                "6222" + System.nanoTime(),
                "chengxi");
    }

    private void open(String hash) {
        page.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/" + hash);
    }

    private void hindersNobody() {
        assertThat(page.locator("[aria-busy]")).hasCount(0);
        assertThat(Hindrances.on(page, ".ob-audit-page")).isEmpty();
    }

    private void remember(Response answer) {
        if (answer.status() >= 400) {
            refused.add(answer.status() + " " + answer.url());
        }
    }
}
