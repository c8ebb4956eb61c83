package cn.citybrain.parking.onboarding.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The chromium of this machine, driven by Playwright; Playwright's own browsers are never downloaded. */
public final class Chromium implements AutoCloseable {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/opt/google/chrome/chrome");

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

    public static Chromium launch() {
        return new Chromium(executable().orElseThrow(() -> new IllegalStateException("no chromium on this machine")));
    }

    /** A fresh person at a Chinese browser: no cookies of anybody else. */
    public BrowserContext person(int width, int height) {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(width, height));
    }

    public Page page(int width, int height) {
        return person(width, height).newPage();
    }

    /** What everybody sees now, as files: the first thing to look at when a test has failed. */
    void photograph(Path folder) {
        int number = 0;
        for (BrowserContext person : browser.contexts()) {
            for (Page page : person.pages()) {
                Path file = folder.resolve("page-" + number++ + ".png");
                page.screenshot(new Page.ScreenshotOptions().setPath(file));
            }
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
