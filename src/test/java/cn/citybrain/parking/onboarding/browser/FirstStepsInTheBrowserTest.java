package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.UserAccounts;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.demo.DemoWorld;
import cn.citybrain.parking.onboarding.masterdata.MasterData;
import cn.citybrain.parking.onboarding.masterdata.company.Companies;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyEntry;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorCompanies;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorEntry;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody is left alone with an empty list, a new company, or English words. */
@NeedsChromium
@LiveApplication
class FirstStepsInTheBrowserTest {

    private final Chromium chromium = Chromium.ofThisJvm();
    private final int number = ThreadLocalRandom.current().nextInt(1000, 9999);

    @LocalServerPort
    int port;

    @Autowired
    UserAccounts accounts;

    @Autowired
    Companies companies;

    @Autowired
    VendorCompanies vendors;

    @Autowired
    TestDrafts drafts;

    @Autowired
    Merchants merchants;

    @Autowired
    ReceivingAccounts receiving;

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/first-steps"));
    }

    @Test
    void anOperatorWithoutTasksIsToldWhereToBeginAndOfTwoCompaniesChoosesOne() {
        CompanyEntry one = MasterData.company();
        CompanyEntry other = MasterData.company();
        List.of(one, other).forEach(company -> companies.create(company, "supervisor"));
        Tasklist clerk = clerkOf("clerk" + number, one, other);
        Page page = clerk.page();
        assertThat(page.locator(".ob-announced")).containsText("现在没有等您办理的任务");
        assertThat(page.locator(".ob-announced a:has-text('申请接入')")).hasAttribute("href", "/accounts/apply");

        clerk.openStartForm("市民卡");
        clerk.pressStart();
        assertThat(page.locator(".modal-body .ob-error").first()).hasText("请选择为哪一家公司申请。");
        page.locator("#ob-company").selectOption(other.tenant());
        assertThat(page.locator(".modal-body .onboarding-form")).containsText("用于哪些停车场");
        clerk.start();
        clerk.led("填写申请资料");
        assertThat(clerk.field("merchantName")).hasValue(other.name());

        page.navigate(address() + "/accounts");
        page.locator("button:has-text('丢弃草稿')").first().click();
        page.locator("dialog button:has-text('确认丢弃')").click();
        assertThat(page.locator(".ob-notice.good")).hasText(Pattern.compile("草稿 \\w+ 已丢弃"));
    }

    @Test
    void ofManyDraftsAndAccountsOneSeesTheNewestAndTheWayToTheRest() {
        CompanyEntry company = MasterData.company();
        companies.create(company, "supervisor");
        String user = "busy" + number;
        Tasklist clerk = clerkOf(user, company);
        for (int i = 0; i < 5; i++) {
            drafts.create(Channel.ETC, company.tenant(), user);
        }
        long id = merchants.byTenant(company.tenant()).orElseThrow().id();
        for (int i = 0; i < 6; i++) {
            receiving.open(id, "etc", "ET-" + number + i, "62220000000" + number + i);
        }
        Page page = clerk.page();
        page.navigate(address() + "/accounts/apply");
        assertThat(page.locator(".ob-said:has-text('已有草稿')")).hasCount(3);
        Locator rest = page.locator(".ob-said:has-text('草稿还有 2 份') a");
        assertThat(rest).hasAttribute("href", "/accounts?account-q=ETC&account-state=DRAFT");
        page.locator("input[name=ob-channel][value=etc]").check();
        page.locator("select[name=ob-account-etc]").selectOption("ET-" + number + "4");
        assertThat(page.locator(".ob-plan li")).containsText("ETC：照申请 ET-" + number + "4 的资料");

        rest.click();
        assertThat(page.locator("tbody tr")).hasCount(5);
        page.goBack();
        page.locator(".ob-said button:has-text('继续填写')").first().click();
        clerk.led("填写申请资料");
        page.navigate(address() + "/accounts/apply");
        page.locator(".ob-said a:has-text('继续填写')").click();
        clerk.led("填写申请资料");
    }

    @Test
    void anAnswerAboutTheCompanyChosenBeforeIsNotTakenForTheOneChosenNow() {
        CompanyEntry one = MasterData.company();
        CompanyEntry other = MasterData.company();
        List.of(one, other).forEach(company -> companies.create(company, "supervisor"));
        String user = "hurried" + number;
        Tasklist clerk = clerkOf(user, one, other);
        String draft = drafts.create(Channel.CITIZENCARD, one.tenant(), user);
        Page page = clerk.page();
        Locator form = page.locator(".modal-body .onboarding-form");
        clerk.openStartForm("市民卡");
        page.locator("#ob-company").selectOption(one.tenant());
        assertThat(form).containsText("接着办理 " + draft);

        List<Route> slow = new ArrayList<>();
        Predicate<String> aboutOne = url -> url.endsWith("/start?company=" + one.tenant());
        page.locator("#ob-company").selectOption("");
        page.route(aboutOne, slow::add);
        page.locator("#ob-company").selectOption(one.tenant());
        page.waitForCondition(() -> !slow.isEmpty());
        page.locator("#ob-company").selectOption(other.tenant());
        assertThat(form).containsText("用于哪些停车场");
        assertThat(form).not().containsText(draft);
        page.waitForResponse(answer -> aboutOne.test(answer.url()), slow.get(0)::resume)
                .finished();
        clerk.start();
        clerk.led("填写申请资料");
        assertThat(clerk.field("merchantName")).hasValue(other.name());
    }

    @Test
    void aNewCompanyLeadsToItsLotsAndItsPeopleAndAPastDayIsRefusedAtOnce() {
        CompanyEntry company = MasterData.company();
        VendorEntry vendor = MasterData.vendor();
        vendors.create(vendor, "supervisor");
        Page page = Tasklist.login(chromium.person(1400, 1000), address(), "supervisor")
                .page();
        page.navigate(address() + "/masterdata?kind=companies&new=");
        page.fill("#ob-tenant", company.tenant());
        page.fill("#ob-name", company.name());
        page.fill("#ob-uscc", company.uscc());
        page.fill("#ob-contactEmail", company.contactEmail());
        page.locator("button:has-text('保存')").click();
        assertThat(page.locator(".ob-notice.good")).containsText("公司“" + company.name() + "”已建立");

        page.locator("a:has-text('新建停车场')").click();
        assertThat(page.locator("#ob-company")).hasValue(company.tenant());
        assertThat(page).hasURL(address() + "/masterdata?kind=lots");
        page.locator("button:has-text('取消')").click();
        page.locator("button:has-text('新建停车场')").click();
        assertThat(page.locator("#ob-company")).hasValue("");
        page.locator("#ob-company").selectOption(company.tenant());
        String lot = "FS" + number + "A";
        page.fill("#ob-code", lot);
        page.fill("#ob-name", "第一步停车场" + number);
        page.fill("#ob-address", "文三路 1 号");
        page.fill("#ob-spaces", "50");
        page.locator("button:has-text('保存')").click();
        assertThat(page.locator(".ob-notice.good")).containsText("接着可以指定技术方");

        page.locator("#ob-vendor")
                .selectOption(vendor.group().startsWith("vendor-") ? vendor.group() : "vendor-" + vendor.group());
        page.fill("#ob-from", "2020-01-01");
        page.locator("button:has-text('指定技术方')").click();
        assertThat(page.locator("[data-field=from] .ob-error")).hasText("生效日期不能早于今天；要立即生效请空着");
        assertThat(page.locator("dialog")).hasCount(0);

        page.navigate(address() + "/masterdata/companies/" + company.tenant());
        page.locator("a:has-text('邀请人员')").first().click();
        assertThat(page.locator(".ob-chip")).containsText(company.name());
        assertThat(page.locator("input[value=lot-operator]")).isChecked();
        page.locator("input[value=ops-reviewer]").check();
        assertThat(page.locator("[data-field=roles] .ob-notice.warn")).containsText("申请没有第二个人核对");
        assertThat(page).hasURL(address() + "/people");
        page.locator("button:has-text('取消')").click();
        page.locator("button:has-text('邀请人员')").click();
        assertThat(page.locator("input[value=lot-operator]")).not().isChecked();
        assertThat(page.locator(".ob-chip")).hasCount(0);
        page.navigate(address() + "/masterdata/companies/nobody");
        assertThat(page.locator(".ob-notice.bad a")).hasText("← 全部车场方");
    }

    @Test
    void whateverLanguageTheBrowserSpeaksTheWebappsSpeakChineseAndLeadBackToUs() {
        Page page = Tasklist.login(chromium.foreigner(1400, 900), address(), "supervisor")
                .page();
        assertThat(page.locator(".ob-worklist")).containsText("我的待办");
        page.locator(".app-switch > a").click();
        assertThat(page.locator(".app-switch .dropdown-menu a")).hasText("流程监控");
        page.navigate(address() + "/camunda/app/welcome/default/");
        page.waitForURL("**/camunda/app/tasklist/**");

        Page administrator = chromium.foreigner(1400, 900).newPage();
        administrator.navigate(address() + "/login");
        administrator.fill("input[name=username]", "admin");
        administrator.fill("input[name=password]", DemoWorld.PASSWORD);
        administrator.click("button[type=submit]");
        administrator.waitForURL("**/people");
        administrator.navigate(address() + "/camunda/app/admin/default/");
        Locator ours = administrator.locator("[cam-widget-header] .ob-places a");
        assertThat(ours.filter(new Locator.FilterOptions().setHasText("人员"))).hasAttribute("href", "/people");
        assertThat(administrator.locator("[cam-widget-header]")).containsText("授权");
    }

    @Test
    void everyColumnOfAnImportFitsOnAScreen() {
        Page page = Tasklist.login(chromium.person(1400, 900), address(), "supervisor")
                .page();
        page.navigate(address() + "/masterdata/import?kind=lots");
        String lots = "停车场编号,所属公司,停车场名称,地址,经度,纬度,泊位数,车道数,服务电话,技术方\n" + "FS" + number
                + "B,hubin,杭州市湖滨步行街东区地下停车场,杭州市上城区东坡路 7 号湖滨银泰 in77 A"
                + " 区地下一层,120.155070,30.274085,320,4,0571-87000001,智联停车\n"
                + "FS"
                + number + "C,没有这家公司,场,路,1,2,多,4,12,谁\n";
        page.setInputFiles(
                "#import-file", new FilePayload("停车场.csv", "text/csv", lots.getBytes(StandardCharsets.UTF_8)));
        page.locator("button:has-text('上传并预览')").click();
        page.locator(".ob-verdicts button:has-text('全部')").click();
        assertThat(page.locator(".ob-verdicts button[aria-pressed=true]")).containsText("全部");
        Locator last = page.locator(".ob-compared th").last();
        assertThat(last).hasText("技术方生效日期");
        Assertions.assertTrue(
                last.boundingBox().x + last.boundingBox().width <= 1400, "the last column is on the screen");
    }

    private Tasklist clerkOf(String user, CompanyEntry... of) {
        accounts.add(
                user,
                "新",
                "办事员",
                DemoWorld.PASSWORD,
                List.of(Role.LOT_OPERATOR.group()),
                Stream.of(of).map(CompanyEntry::tenant).toList());
        return Tasklist.login(chromium.person(1400, 1000), address(), user);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
