package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator applies at two channels at once for a new lot, finds both again, and discards one. */
@NeedsChromium
@LiveApplication
class AccountsInTheBrowserTest {

    private final Chromium chromium = Chromium.ofThisJvm();
    private final String lot = "33010299" + ThreadLocalRandom.current().nextInt(10, 99);

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/accounts"));
    }

    @Test
    void anOperatorBeginsTwoApplicationsFromTheBoardAndDiscardsOne() {
        long hubin = merchants.byTenant("hubin").orElseThrow().id();
        lots.add(lot, "武林夜市停车场", "杭州市拱墅区武林路 1 号", 40, hubin);
        Tasklist operator = Tasklist.login(chromium.person(1400, 1100), address(), "hubin");
        Page page = operator.page();
        page.navigate(address() + "/board?lot-q=" + lot);
        page.locator("a[href*='channel=citizencard']").click();
        assertThat(page.locator("input[name=ob-lot][value='" + lot + "']")).isChecked();
        page.locator("input[name=ob-channel][value=etc]").check();
        assertThat(page.locator(".ob-plan li"))
                .hasText(
                        new Pattern[] {Pattern.compile("市民卡：新账户，停车场 武林夜市停车场"), Pattern.compile("ETC：新账户，停车场 武林夜市停车场")});
        page.locator("button:has-text('开始申请')").click();
        operator.led("填写申请资料");

        page.navigate(address() + "/accounts?account-q=" + lot);
        Locator etc = page.locator("tbody tr:has-text('ETC')");
        assertThat(etc).containsText("草稿");
        assertThat(etc).containsText("拟接入 1 个");
        assertThat(etc).containsText("请您办理“填写申请资料”");
        etc.locator("button:has-text('丢弃草稿')").click();
        assertThat(page.locator("dialog")).containsText("不能恢复");
        page.locator("dialog button:has-text('确认丢弃')").click();
        assertThat(page.locator("tbody tr")).hasCount(1);
        page.locator("a:has-text('继续填写')").click();
        operator.led("填写申请资料");

        page.navigate(address() + "/board?lot-q=" + lot);
        assertThat(page.locator(".ob-cell:has-text('拟接入')")).hasCount(1);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
