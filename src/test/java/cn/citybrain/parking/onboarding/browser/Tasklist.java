package cn.citybrain.parking.onboarding.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Somebody at Tasklist. */
final class Tasklist {

    private static final double PATIENCE = 60_000;
    private static final String COMPLETE = "button[ng-click='complete()']";
    private static final String TODO = ".ob-worklist [data-filter=todo]";
    private static final String START = ".modal-footer button.btn-primary";

    private final String userId;
    private final Page page;
    private final String address;

    private Tasklist(String userId, Page page) {
        this.userId = userId;
        this.page = page;
        this.address = page.url().replaceFirst("#.*", "");
    }

    static Tasklist login(BrowserContext person, String address, String userId) {
        person.setDefaultTimeout(PATIENCE);
        com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        Page page = person.newPage();
        page.onPageError(error -> System.err.println(userId + "'s page: " + error));
        page.navigate(address + "/");
        page.fill("input[name=username]", userId);
        page.fill("input[name=password]", "demo-2026");
        page.click("button[type=submit]");
        page.waitForURL("**/camunda/app/tasklist/**");
        return new Tasklist(userId, page);
    }

    Page page() {
        return page;
    }

    /** Back to the list, from wherever the tab is. */
    void home() {
        leave();
        page.navigate(address);
    }

    Locator field(String key) {
        return page.locator("#ob-" + key);
    }

    Locator error(String key) {
        return page.locator("[data-field=" + key + "] .ob-error:not([hidden])");
    }

    void openStartForm(String process) {
        page.locator("text=申请接入").first().click();
        page.locator(".modal-body a")
                .filter(new Locator.FilterOptions().setHasText(process))
                .click();
        assertThat(page.locator(".modal-body .onboarding-form")).isVisible();
        assertThat(page.locator(".modal-body .onboarding-form")).not().containsText("正在打开表单");
        assertThat(page.locator(".modal-body .onboarding-form")).not().containsText("正在载入");
    }

    void pressStart() {
        page.click(START);
    }

    void start() {
        pressStart();
        page.locator(START).waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    /** Where a completed task, or the start of a process, has led to: this task is claimed and open. */
    void led(String task) {
        assertThat(page.locator("h2.task")).containsText(task);
        isAtWork();
    }

    /** Waits for the task, looks for its application among what is to be done, picks the task from the list and claims it. */
    void take(String task, String applicationNo) {
        await(task, applicationNo);
        toTheList();
        page.click(TODO);
        page.fill(".ob-worklist input", applicationNo);
        page.locator(".ob-work a")
                .filter(new Locator.FilterOptions().setHasText(task))
                .filter(new Locator.FilterOptions().setHasText(applicationNo))
                .first()
                .click();
        page.click("button.claim");
        isAtWork();
    }

    private void isAtWork() {
        assertThat(page.locator("button.claim")).hasCount(0);
        assertThat(page.locator(COMPLETE)).isEnabled();
        assertThat(page.locator(".onboarding-form")).not().containsText("正在打开表单");
        assertThat(page.locator(".onboarding-form")).not().containsText("正在载入");
    }

    /** To load the whole page costs more than a second each time. */
    private void toTheList() {
        if (page.url().startsWith(address)) {
            page.evaluate("() => { location.hash = '#/'; }");
        } else {
            page.navigate(address);
        }
    }

    /** A form whose task has ended goes back to the list by itself, perhaps in this very moment. */
    private void leave() {
        try {
            page.navigate("about:blank");
        } catch (PlaywrightException goesElsewhere) {
            page.navigate("about:blank");
        }
    }

    Locator completeButton() {
        return page.locator(COMPLETE);
    }

    void pressComplete() {
        completeButton().click();
    }

    void complete() {
        String form = page.url();
        pressComplete();
        page.waitForURL(url -> !url.equals(form));
    }

    /** Asks until the list offers the task, as something to be claimed. */
    private void await(String task, String applicationNo) {
        APIRequestContext api = page.context().request();
        RequestOptions offered =
                RequestOptions.create().setQueryParam("filter", "free").setQueryParam("q", applicationNo);
        Awaitility.await(userId + " is offered " + task + " of " + applicationNo)
                .pollInSameThread()
                .atMost(Duration.ofMillis((long) PATIENCE))
                .until(() -> api.get(address.replaceFirst("/camunda/.*", "/api/worklist"), offered)
                        .text()
                        .contains("\"name\":\"" + task));
    }
}
