package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.masterdata.lot.LotVendors;
import cn.citybrain.parking.onboarding.masterdata.lot.VendorChoice;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People find their task by what they know of it, at a desk and on a telephone. */
@NeedsChromium
@LiveApplication
class WorklistInTheBrowserTest {

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
    JdbcClient jdbc;

    private final List<String> numbers = new ArrayList<>();
    private Merchant company;

    @BeforeEach
    void aCompanyOfItsOwn() {
        company = TestMerchants.add(app.getBean(Merchants.class));
        app.getBean(Memberships.class).align();
    }

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/worklist"));
        numbers.forEach(no -> runtime.createProcessInstanceQuery()
                .processInstanceBusinessKeyLike(no + "%")
                .rootProcessInstances()
                .list()
                .forEach(root -> runtime.deleteProcessInstance(root.getId(), "end of test", true)));
    }

    @Test
    void aVendorFindsItsTaskByTheLotsNameAndByAPlateAndTakesIt() {
        ParkingLot lot = lotUnderTest("浙A8F23W");
        Page page = login(1400, "zhilian");

        search(page, lot.name());
        Locator card = page.locator(".ob-work");
        assertThat(card).hasCount(1);
        assertThat(card).containsText("接口开发与对接准备");
        assertThat(card).containsText("微信支付 · " + lot.name());
        assertThat(card).containsText(company.name());
        assertThat(card).containsText("待认领");
        assertThat(card.locator("time").textContent()).matches("期限 \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
        search(page, "没有这样的停车场");
        assertThat(page.locator(".ob-worklist .ob-empty")).containsText("没有符合“没有这样的停车场”的任务");
        assertThat(page.locator(".ob-worklist .ob-empty a"))
                .hasAttribute("href", "/board?board-q=" + URLEncoder.encode("没有这样的停车场", StandardCharsets.UTF_8));
        page.locator(".ob-worklist button:text-is('清除查找')").click();
        assertThat(page.locator(".ob-worklist input[type=search]")).hasValue("");
        assertThat(card.first()).isVisible();
        search(page, "浙a·8f23");
        assertThat(card).hasCount(1);

        // with the keyboard alone
        page.locator(".ob-worklist input").press("Tab");
        card.locator("a").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h2.task")).containsText("接口开发与对接准备");
        assertThat(card.locator("a")).hasAttribute("aria-current", "true");
        page.click("button.claim");
        assertThat(card).containsText("我已认领");
        assertThat(page.locator("[data-filter=mine] b")).hasText("1");
        assertThat(page.locator(".task-filters, .tasks-list [cam-tasks], [cam-widget-search]")
                        .first())
                .isHidden();
    }

    @Test
    void aSupervisorSeesWhatIsOverdueAndComesBackToTheSamePlaceOnATelephone() {
        for (int i = 0; i < 12; i++) {
            numbers.add(TestApplications.begin(app, Channel.CITIZENCARD, company, "hubin"));
        }
        due(numbers.get(4), Instant.now().minus(Duration.ofDays(1)));
        due(numbers.get(5), Instant.now().minus(Duration.ofDays(2)));
        Page page = login(390, "supervisor");

        search(page, company.name());
        assertThat(page.locator("[data-filter=all] b")).hasText("12");
        assertThat(page.locator("[data-filter=overdue] b")).hasText("2");
        page.click("[data-filter=overdue]");
        assertThat(page.locator(".ob-work.overdue")).hasCount(2);
        assertThat(page.locator(".ob-work").first()).containsText(numbers.get(5));
        assertThat(page.locator(".ob-work").first()).containsText("已超期");

        page.click("[data-filter=all]");
        assertThat(page.locator(".ob-work")).hasCount(12);
        Locator ninth = page.locator(".ob-work a").nth(8);
        ninth.scrollIntoViewIfNeeded();
        double place = place(page);
        assertThat(place).isPositive();
        for (String way : List.of("the button", "the browser")) {
            ninth.click();
            assertThat(page.locator("h2.task")).isVisible();
            assertThat(page.locator(".ob-worklist")).isHidden();
            assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            if (way.equals("the button")) {
                page.click(".ob-back");
            } else {
                page.goBack();
            }
            assertThat(page.locator(".ob-worklist")).isVisible();
            assertThat(page.locator("h2.task")).isHidden();
            assertThat(place(page)).as(way).isEqualTo(place);
        }
    }

    @Test
    void aReviewerComesBackToWhatWasMarkedAndGoesToTheNextTaskByKeyboard() {
        for (int i = 0; i < 2; i++) {
            numbers.add(
                    TestApplications.apply(app, Channel.CITIZENCARD, company, "62225" + System.nanoTime(), "hubin"));
        }
        Page page = login(1400, "reviewer");
        search(page, company.name());
        assertThat(page.locator(".ob-work")).hasCount(2);
        page.keyboard().press("Control+Alt+l");
        page.keyboard().press("Enter");
        assertThat(page.locator("form.onboarding")).hasAttribute("data-whose", Pattern.compile("认领后才能办理.*"));
        page.keyboard().press("Control+Alt+c");
        assertThat(page.locator("button.claim")).hasCount(0);
        refuse(page, "资料与实际不符");

        page.locator(".ob-work a").nth(1).click();
        assertThat(page.locator("button.claim")).isVisible();
        assertThat(page.locator(".onboarding-form")).not().containsText("已恢复您刚才的标记");
        page.locator(".ob-work a").nth(0).click();
        assertThat(page.locator(".onboarding-form")).containsText("已恢复您刚才的标记");
        assertThat(page.locator("input[name=ob-decision][value=refuse]")).isChecked();
        assertThat(page.getByPlaceholder("会原样告诉申请人")).hasValue("资料与实际不符");
        submitByKeyboard(page);
        Locator submitted = page.locator(".ob-submitted");
        assertThat(submitted).isFocused();
        assertThat(submitted).not().containsText("任务会出现在这里");
        Assertions.assertThat(page.evaluate("() => Object.keys(sessionStorage).filter(key => key.includes('marks'))"))
                .isEqualTo(List.of());

        submitted.getByText("下一项").press("Enter");
        assertThat(page.locator("button.claim")).isVisible();
        assertThat(submitted).hasCount(0);
        assertThat(page.locator(".ob-work")).hasCount(1);
        assertThat(page.locator(".ob-work a")).hasAttribute("aria-current", "true");
        page.keyboard().press("Control+Alt+c");
        refuse(page, "重复申请");
        submitByKeyboard(page);
        assertThat(submitted).isFocused();
        assertThat(submitted.getByText("下一项")).hasCount(0);
    }

    private static void refuse(Page page, String reason) {
        assertThat(page.locator("button[ng-click='complete()']")).isEnabled();
        page.locator("input[name=ob-decision][value=refuse]").check();
        page.getByPlaceholder("会原样告诉申请人").fill(reason);
    }

    private static void submitByKeyboard(Page page) {
        page.locator("button[ng-click='complete()']").press("Enter");
    }

    private static double place(Page page) {
        return ((Number) page.evaluate("() => document.querySelector('.page-wrap').scrollTop")).doubleValue();
    }

    private Page login(int width, String user) {
        Page page = Tasklist.login(chromium.person(width, width > 500 ? 900 : 844), "http://localhost:" + port, user)
                .page();
        assertThat(page.locator(".ob-worklist .ob-pages [role=status]")).isVisible();
        return page;
    }

    private static void search(Page page, String text) {
        page.fill(".ob-worklist input", text);
    }

    /** A lot of the company at WeChat Pay whose vendor prepares it; its registration is behind it. */
    private ParkingLot lotUnderTest(String plate) {
        ParkingLot lot = TestMerchants.addLot(app.getBean(ParkingLots.class), company);
        app.getBean(LotVendors.class)
                .choose(new VendorChoice(lot.code(), "vendor-zhilian", ""), lot.version(), "supervisor");
        String no = TestApplications.begin(app, Channel.WECHATPAY, company, "hubin");
        numbers.add(no);
        jdbc.sql("INSERT INTO receiving_account (merchant_id, channel, application_no, account_number, state,"
                        + " opened_at) VALUES (?, 'wechatpay', ?, 'x', 'ACTIVE', CURRENT_TIMESTAMP)")
                .params(company.id(), no)
                .update();
        jdbc.sql("INSERT INTO lot_binding (lot_id, channel, account_id, application_no, list_position, state,"
                        + " channel_reference, channel_lot_id, configured_at)"
                        + " SELECT ?, 'wechatpay', a.id, a.application_no, 0, 'TESTING', '', '', CURRENT_TIMESTAMP"
                        + " FROM receiving_account a WHERE a.application_no = ?")
                .params(lot.id(), no)
                .update();
        long binding = jdbc.sql("SELECT id FROM lot_binding WHERE application_no = ?")
                .param(no)
                .query(Long.class)
                .single();
        jdbc.sql("INSERT INTO test_vehicle (binding_id, lot_code, channel, plate_no, plate_color, payer_id, agreement,"
                        + " agreement_text, registered_by, registered_at)"
                        + " VALUES (?, ?, 'wechatpay', ?, 1, '', 'SIGNED', '', 'zhilian', CURRENT_TIMESTAMP)")
                .params(binding, lot.code(), plate)
                .update();
        runtime.createProcessInstanceByKey("test-deduction-gate")
                .businessKey(no + "-" + lot.code())
                .setVariable("applicationNo", no)
                .setVariable("channel", "wechatpay")
                .setVariable("bindingId", binding)
                .startBeforeActivity("userTask_prepareInterface")
                .execute();
        return lot;
    }

    private void due(String no, Instant at) {
        tasks.setDueDate(
                tasks.createTaskQuery()
                        .processInstanceBusinessKey(no)
                        .list()
                        .get(0)
                        .getId(),
                Date.from(at));
    }
}
