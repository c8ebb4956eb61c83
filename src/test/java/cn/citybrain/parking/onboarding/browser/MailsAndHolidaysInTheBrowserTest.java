package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.browser.reading.Reader;
import cn.citybrain.parking.onboarding.notification.Mailer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What supervisors keep in order now and then, at an English browser: mails that nobody got, and the year's holidays. */
@NeedsChromium
@LiveApplication
class MailsAndHolidaysInTheBrowserTest {

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    Mailer mailer;

    @AfterEach
    void keepWhatWasSeen() {
        chromium.everybodyLeaves(Path.of("target/pictures/mails-and-holidays"));
    }

    @Test
    void aMailThatNobodyGotIsSentAgainToAnAddressThatIsRight() {
        String step = UUID.randomUUID().toString();
        mailer.enqueue(
                "undelivered/" + step,
                "zhang..san@example.com",
                "incident",
                Map.of("step", step, "instance", "1", "link", "http://localhost"));
        Page page = Tasklist.login(chromium.abroad(), address(), "supervisor").page();
        page.navigate(address() + "/mails?mail-q=zhang..san");
        Locator mail = page.locator("tbody tr:has-text('zhang..san')").first();
        assertThat(mail).containsText("没有可以发送的邮箱地址");
        mail.locator("button:has-text('重新发送')").click();
        Locator dialog = page.locator("dialog[open]");
        dialog.locator("input").fill("somebody@example.com");
        dialog.locator("button:text-is('重新发送')").click();
        assertThat(dialog.locator(".ob-notice.bad")).containsText("不是系统里任何人员或公司的邮箱");
        dialog.locator("input").fill("supervisor@onboarding.example");
        dialog.locator("button:text-is('重新发送')").click();
        assertThat(page.locator(".ob-notice.good")).containsText("邮件将重新发送给 supervisor@onboarding.example");
        read(page);
    }

    @Test
    void theHolidaysOfTheComingYearAreEnteredAsTheyWereAnnounced() {
        Page page = Tasklist.login(chromium.abroad(), address(), "supervisor").page();
        page.navigate(address() + "/holidays");
        int year = LocalDate.now().getYear() + 1;
        Locator coming = page.locator("section:has(h3:has-text('" + year + " 年'))");
        String lawful = coming.locator("dd").first().innerText();
        coming.locator("button:text-is('登记'), button:text-is('更正')").first().click();
        coming.locator("textarea").first().fill("春节");
        coming.locator("button.primary:text-is('登记')").last().click();
        assertThat(coming.locator("[data-field=daysOff] .ob-error")).isVisible();
        coming.locator("textarea").first().fill(lawful.replace("、", "\n"));
        coming.locator("button.primary:text-is('登记')").last().click();
        assertThat(page.locator(".ob-notice.good")).containsText(year + " 年节假日安排已登记");
        assertThat(coming).containsText("放假");
        read(page);
    }

    private void read(Page page) {
        Reader reader = new Reader(page);
        reader.isShown();
        reader.readWords();
        reader.listen();
        reader.fits();
        Chromium.photograph(
                page,
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target/pictures/mails-and-holidays-"
                                + page.url().replaceFirst(".*/(\\w+).*", "$1") + ".png")));
        Assertions.assertThat(reader.faults()).isEmpty();
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
