package cn.citybrain.parking.onboarding.browser.reading;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.browser.Chromium;
import cn.citybrain.parking.onboarding.browser.NeedsChromium;
import com.microsoft.playwright.BrowserContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who reads pages for faults finds each kind. */
@Tag("live")
@NeedsChromium
class ReaderTest {

    private final BrowserContext person = Chromium.ofThisJvm().person(1400, 900);

    @AfterEach
    void leave() {
        person.close();
    }

    @Test
    void findsNothingWrongWithAGoodPage() {
        assertThat(
                        faults(
                                "<html lang='zh-CN'><title>申请</title><main><h1>申请</h1><p>2026-11-30 12:00 提交，编号 WX1</p></main>"))
                .isEmpty();
    }

    @Test
    void notesEachKindOfFault() {
        assertThat(faults(
                        "<html lang='en'><title>申请</title><main><h1 title='Details'>申请</h1><input style='width: 600px'>"
                                + "<button style='height: 10px; padding: 0'>好</button>"
                                + "<p style='color: #ddd'>11/30 提交</p></main>"))
                .anyMatch(fault -> fault.contains("English: Details"))
                .anyMatch(fault -> fault.contains("a date: 11/30"))
                .anyMatch(fault -> fault.contains("label: <input"))
                .anyMatch(fault -> fault.contains("color-contrast: <p"))
                .anyMatch(fault -> fault.contains("scrolls sideways"))
                .anyMatch(fault -> fault.contains("too small for a finger: <button"))
                .anyMatch(fault -> fault.contains("does not say that it is Chinese"));
    }

    private Iterable<String> faults(String page) {
        Reader reader = new Reader(person.newPage());
        reader.readsOurs("data:text/html;charset=utf-8;base64,"
                + Base64.getEncoder().encodeToString(page.getBytes(StandardCharsets.UTF_8)));
        return reader.faults();
    }
}
