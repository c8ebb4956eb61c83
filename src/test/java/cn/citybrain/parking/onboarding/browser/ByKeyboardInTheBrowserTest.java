package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An operator who has no mouse, in New York, at an English browser. */
@NeedsChromium
@LiveApplication
class ByKeyboardInTheBrowserTest {

    private static final int FARTHEST = 60;

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    Page page;

    @BeforeEach
    void anOperatorLogsInByTheKeyboard() {
        page = chromium.abroad().newPage();
        PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
        page.setDefaultTimeout(60_000);
        page.navigate("http://localhost:" + port + "/login");
        assertThat(focused()).hasAttribute("name", "username");
        press("Enter");
        assertThat(focused()).hasAttribute("name", "username");
        Assertions.assertThat(page.evaluate("() => document.activeElement.validationMessage"))
                .isEqualTo("请填写。");
        page.keyboard().type("hubin");
        press("Tab");
        page.keyboard().type("demo-2026");
        press("Enter");
        page.waitForURL("**/camunda/app/tasklist/**");
        page.locator(".start-process-action a").waitFor();
    }

    @AfterEach
    void keepWhatWasSeen() {
        chromium.everybodyLeaves(Path.of("target/pictures/by-keyboard"));
    }

    @Test
    void anApplicationIsBegunAndADayChosen() {
        press("Tab");
        assertThat(focused()).hasText("跳到正文");
        goTo("申请接入");
        press("Enter");
        page.locator(".modal-body a").first().waitFor();
        press("Escape");
        assertThat(page.locator(".modal-body")).hasCount(0);
        assertThat(focused()).containsText("申请接入");

        press("Enter");
        page.locator(".modal-body a").first().waitFor();
        goTo("市民卡渠道接入");
        press("Enter");
        assertThat(page.locator(".modal-body .onboarding-form")).containsText("按右下方的“开始申请”");
        goTo("开始申请");
        assertThat(page.locator(".modal:focus-within")).isVisible();
        press("Enter");
        assertThat(page.locator("h2.task")).containsText("填写申请资料");

        Locator day = page.locator("#ob-licencePeriodBegin");
        day.focus();
        for (String written : List.of("2015-6-1 00:00", "2015/06/01T00:00:00.0", "2015 年 6 月 1 日00:00", "2015年6月1日")) {
            day.fill(written);
            press("Tab");
            assertThat(day).hasValue("2015-06-01");
            day.focus();
        }
        press("ArrowDown");
        assertThat(page.locator(".ob-calendar strong")).hasText("2015 年 6 月");
        press("ArrowRight");
        press("Enter");
        assertThat(day).hasValue("2015-06-02");
        assertThat(day).isFocused();
        press("ArrowDown");
        press("Escape");
        assertThat(page.locator(".ob-calendar")).hasCount(0);
        assertThat(day).isFocused();
        day.fill("6/1/15");
        press("Tab");
        assertThat(page.locator(".ob-no-day")).containsText("请写成 2026-11-30 这样");
        whatIsNotOnesOwnIsPassed();
    }

    /** Given back, the form is looked at alone: the keys go past it until it is claimed again. */
    private void whatIsNotOnesOwnIsPassed() {
        Locator form = page.locator(".task-details .onboarding-form");
        page.locator(".task-details button.unclaim").focus();
        press("Enter");
        assertThat(page.locator(".task-details button.claim")).isVisible();
        assertThat(form).hasAttribute("inert", "");
        page.locator(".task-details .nav-tabs a").last().focus();
        for (int i = 0; i < 5; i++) {
            press("Tab");
            assertThat(page.locator(".task-details .onboarding-form:focus-within"))
                    .hasCount(0);
        }
        press("Control+Alt+c");
        assertThat(page.locator(".task-details button.claim")).hasCount(0);
        assertThat(form).not().hasAttribute("inert", "");
        page.locator(".task-details .nav-tabs a").last().focus();
        press("Tab");
        assertThat(page.locator(".task-details .onboarding-form:focus-within")).isVisible();
    }

    @Test
    void aDialogOfOursKeepsTheFocusAndGivesItBack() {
        page.navigate("http://localhost:" + port + "/account");
        page.locator("main h3").first().waitFor();
        press("Tab");
        assertThat(focused()).hasText("跳到正文");
        press("Enter");
        assertThat(page.locator("main")).isFocused();
        page.evaluate(
                "() => { import('/onboarding/ask.js').then(({sure}) => sure('删除这一项？', '删除')).then(said => { window.said = said; }); }");
        Locator dialog = page.locator("dialog[open]");
        assertThat(dialog).containsText("删除这一项");
        for (int i = 0; i < 5; i++) {
            press("Tab");
            assertThat(page.locator("main:focus-within, header:focus-within")).hasCount(0);
        }
        press("Escape");
        assertThat(dialog).hasCount(0);
        assertThat(page.locator("main")).isFocused();
        page.waitForFunction("() => window.said === false");
    }

    /** By Tab, as often as it takes; wherever one comes to, it is seen. */
    private void goTo(String label) {
        for (int i = 0; i < FARTHEST; i++) {
            press("Tab");
            Object seen = page.evaluate(
                    "() => { const at = document.activeElement; const {outlineStyle, outlineWidth} = getComputedStyle(at);"
                            + " return outlineStyle !== 'none' && outlineWidth !== '0px' ? '' : at.outerHTML.slice(0, 120); }");
            Assertions.assertThat(seen).as("not seen where it is").isEqualTo("");
            if (focused().innerText().contains(label)) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + label);
    }

    private Locator focused() {
        return page.locator("*:focus");
    }

    private void press(String key) {
        page.keyboard().press(key);
    }
}
