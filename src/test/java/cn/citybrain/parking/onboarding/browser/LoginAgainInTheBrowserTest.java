package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A session that ends while somebody writes costs a login, not what was written. */
@NeedsChromium
@LiveApplication
class LoginAgainInTheBrowserTest {

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @AfterEach
    void keepWhatWasSeen() {
        chromium.everybodyLeaves(Path.of("target/pictures/login-again"));
    }

    @Test
    void whatWasTypedIsStillThereAfterTheLogin() {
        BrowserContext person = chromium.person(1200, 900);
        Tasklist operator = Tasklist.login(person, "http://localhost:" + port, "chengxi");
        Page page = operator.page();
        operator.openStartForm("市民卡渠道接入");
        operator.start();
        operator.led("填写申请资料");
        operator.field("contactName").fill("陈西溪");
        assertThat(page.locator(".ob-draft")).containsText("已保存");

        person.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
        operator.field("storeName").fill("城西停车场");
        Locator dialog = page.locator("dialog[open]");
        assertThat(dialog).containsText("登录已过期");
        tasklistItselfNotices(page);
        press(dialog, "已登录，继续");
        assertThat(dialog).containsText("还没有登录");

        Tasklist.login(person, "http://localhost:" + port, "chengxi");
        press(dialog, "已登录，继续");

        assertThat(dialog).hasCount(0);
        assertThat(page.locator("a.ob-place").first()).isVisible();
        assertThat(operator.field("storeName")).hasValue("城西停车场");
        press(page.locator(".ob-draft"), "再试一次");
        assertThat(page.locator(".ob-draft")).containsText("已保存");
    }

    /** As when it looks for new tasks, which it does every now and then. */
    private static void tasklistItselfNotices(Page page) {
        page.evaluate(
                "() => angular.element('html').injector().get('camAPI').resource('filter').list({}, () => {}).catch(() => {})");
        page.waitForFunction("() => angular.element('html').injector().get('$rootScope').authentication === null");
    }

    private static void press(Locator where, String label) {
        where.locator("button:has-text('" + label + "')").click();
    }
}
