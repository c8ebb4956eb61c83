package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.profile.TestProfiles;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An operator keeps the company's profile on its page, finds it in the next form, and gives back what is new there. */
@NeedsChromium
@LiveApplication
class ProfileInTheBrowserTest {

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    Tasklist operator;

    @BeforeEach
    void logIn() {
        TestProfiles.empty(app, "hubin");
        operator = Tasklist.login(chromium.person(1280, 900), address(), "hubin");
    }

    @AfterEach
    void keepWhatWasSeen() {
        chromium.everybodyLeaves(Path.of("target/pictures/profile-test"));
    }

    @Test
    void isFilledInOnceFoundInTheNextFormAndGivenBackWhatIsNewThere() {
        String no = TestApplications.begin(
                app,
                Channel.CITIZENCARD,
                app.getBean(Merchants.class).byTenant("hubin").orElseThrow(),
                "hubin");
        keepTheLegalPerson();
        findItInTheForm(no);
        Page page = operator.page();
        page.navigate(address() + "/profile");
        assertThat(fact("contact", "138****0001")).isVisible();
        assertThat(fact("contact", "office@hubin.example")).hasCount(0);
    }

    private void keepTheLegalPerson() {
        Page page = operator.page();
        page.navigate(address() + "/profile");
        section("legal").locator("button:has-text('修改')").click();
        input("legal.name").fill("林晓湖");
        input("legal.idNumber").fill("330106198001011234");
        section("legal").locator("button:has-text('保存')").click();
        assertThat(section("legal").locator("[data-field='legal.idNumber'] .ob-error"))
                .hasText("法定代表人证件号码校验位不符，请逐位核对");
        input("legal.idNumber").fill("330106198001011235");
        section("legal").locator("button:has-text('保存')").click();
        assertThat(fact("legal", "330***********1235")).isVisible();
        assertThat(fact("legal", "林晓湖")).isVisible();
        assertThat(section("legal")).not().containsText("330106198001011235");
    }

    /** The form is older than the profile. */
    private void findItInTheForm(String no) {
        operator.take("填写申请资料", no);
        Page page = operator.page();
        assertThat(operator.field("legalPerson")).hasValue("");
        Predicate<String> read = url -> url.endsWith("/api/applications/" + no);
        page.route(read, Route::abort);
        page.locator("button:has-text('从车场方资料填入空白项')").click();
        assertThat(page.locator(".ob-notice.bad")).containsText("没能载入");
        assertThat(page.locator(".ob-notice.good")).containsText("已填入 1 项");
        operator.pressComplete();
        assertThat(page.locator(".ob-problem")).containsText("连不上服务器");
        page.unroute(read);
        page.locator("button:has-text('重新载入')").click();
        assertThat(page.locator(".ob-notice.bad")).hasCount(0);
        assertThat(page.locator(".ob-notice.good")).containsText("已填入 1 项");
        assertThat(operator.field("legalPerson")).hasValue("林晓湖");
        Locator mark = page.locator("[data-field=legalPerson] .ob-taken");
        assertThat(mark).isVisible();
        operator.field("legalPerson").fill("林晓");
        assertThat(mark).isHidden();
        operator.field("legalPerson").fill("林晓湖");
        assertThat(mark).isVisible();
        operator.field("mobilePhone").fill("13857100001");
        operator.field("contactEmail").fill("office@hubin.example");
        operator.field("contactName").fill("林晓湖");
        operator.field("licencePeriodBegin").fill("2015-03-01");
        operator.field("licencePeriodEnd").fill("2036-03-01");
        operator.field("storeName").fill("湖滨银泰停车场");
        operator.field("storeAddress").fill("杭州市上城区东坡路7号");
        operator.field("bankName").fill("招商银行股份有限公司杭州高新支行");
        operator.field("accountNumber").fill("6222" + System.nanoTime());
        assertThat(offer("contact.phone")).isChecked();
        offer("contact.email").uncheck();
        assertThat(offer("legal.name")).hasCount(0);
        operator.pressComplete();
        operator.led("上传资质证照");
    }

    private Locator section(String key) {
        return operator.page().locator("[data-section=" + key + "]");
    }

    private Locator fact(String section, String text) {
        return section(section).locator("dd:has-text('" + text + "')");
    }

    private Locator input(String place) {
        return operator.page().locator("[id='ob-" + place + "']");
    }

    private Locator offer(String place) {
        return operator.page().locator("[data-offer='" + place + "'] input");
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
