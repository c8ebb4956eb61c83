package cn.citybrain.parking.onboarding.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The chromium of this machine, driven by Playwright; Playwright's own browsers are never downloaded. A JVM starts one for
 * all of its tests, which takes seconds, and ends it when it ends itself; each test has people of its own.
 */
public final class Chromium {

    /** Debian's shell first: without the window that nobody sees it takes half the work. */
    private static final List<String> PLACES = List.of(
            "/usr/lib/chromium/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/opt/google/chrome/chrome");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** Where chromium is: {@code CHROMIUM} in the environment, else the usual places. */
    static Optional<Path> executable() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    public static Chromium ofThisJvm() {
        return OfThisJvm.CHROMIUM;
    }

    /** A fresh person at a Chinese browser: no cookies of anybody else. */
    public BrowserContext person(int width, int height) {
        return person(width, height, "zh-CN");
    }

    /** A fresh person at a browser of any language. */
    public BrowserContext person(int width, int height, String language) {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(width, height));
    }

    /** A fresh person whose browser asks for English. */
    BrowserContext foreigner(int width, int height) {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale("en-US").setViewportSize(width, height));
    }

    /** A fresh person whose browser speaks English and keeps the time of New York. */
    public BrowserContext abroad() {
        return browser.newContext(new Browser.NewContextOptions()
                .setLocale("en-US")
                .setTimezoneId("America/New_York")
                .setViewportSize(1400, 900));
    }

    /** Ends a test: what everybody sees now, as files, the first thing to look at when it has failed; then they leave. */
    public void everybodyLeaves(Path photographs) {
        int number = 0;
        for (BrowserContext person : browser.contexts()) {
            for (Page page : person.pages()) {
                photograph(
                        page, new Page.ScreenshotOptions().setPath(photographs.resolve("page-" + number++ + ".png")));
            }
            person.close();
        }
    }

    /** For people to look at; a page that cannot be drawn just now is no reason to fail. */
    static void photograph(Page page, Page.ScreenshotOptions how) {
        try {
            page.screenshot(how);
        } catch (PlaywrightException notDrawn) {
            System.err.println("no photograph " + how.path + ": " + notDrawn.getMessage());
        }
    }

    private void close() {
        browser.close();
        playwright.close();
    }

    /** Started when first asked for. */
    private static final class OfThisJvm {

        private static final Chromium CHROMIUM =
                new Chromium(executable().orElseThrow(() -> new IllegalStateException("no chromium on this machine")));

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(CHROMIUM::close, "close-chromium"));
        }
    }
}
