package cn.citybrain.parking.onboarding.browser.reading;

import cn.citybrain.parking.onboarding.browser.Chromium;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who reads a whole page, what a mouse or a screen reader says of it included, and notes what is wrong with it. */
public final class Reader {

    /** Words that are written so in Chinese texts, too. */
    private static final String NAMES =
            "ETC|PSAM|MQTT|accessID|accessId|openid|uid|RSA|PEM|SHA|GB|UTF|ID|PDF|HEIC|ZIP|CSV|Excel|xlsx|xls|csv|MB|KB"
                    + "|Java|Python|PHP|JSON|URL|data|cipher|sign|yyyy|yyyyMMddHHmmss"
                    + "|Safari|iPhone|Chrome|Linux|Camunda|Platform|bpmn|io|BPMN|POS|WX|API|IP|LIVE|TLS|HTTP|HTTPS|QoS|Shift";

    /** Who logs in to the demo, as lists of people show it. */
    private static final String PEOPLE =
            "hubin|chengxi|zhilian|anxing|vendor2|reviewer2?|supervisor2?|auditor|admin|clerk\\d*|hurried\\d*";

    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z])(?:" + NAMES + "|" + PEOPLE + ")(?![A-Za-z])");
    /** Mail addresses, addresses of pages, numbers and codes. */
    private static final Pattern DATA = Pattern.compile(
            "\\.(?:png|jpg|pdf)\\b|[\\w.+-]+@[\\w.-]+|https?://\\S+|\\b\\w+[-_/.]\\w[\\w/.-]*|[\\w-]*\\d[\\w-]*|\\b[a-z]+(?:[A-Z][a-z]+)+\\b");

    private static final Pattern ENGLISH = Pattern.compile("[A-Za-z]{3,}");
    /** Days in any form but 2026-11-30: 11/30, 11月30日, Nov 30, and hours with AM or PM. */
    private static final Pattern OTHER_DATE = Pattern.compile(
            "\\b\\d{1,4}/\\d{1,2}(?:/\\d{1,4})?\\b(?! ?[个页行])|\\d ?月 ?\\d{1,2} ?日 ?\\d\\d:"
                    + "|\\d{4} ?年 ?\\d{1,2} ?月 ?\\d{1,2}|\\b[AP]M\\b|[上下]午 ?\\d|(?<![\\d-])\\d{2}-\\d{2} \\d{2}:\\d{2}");

    /** What is seen, and what is said of it; code, what people typed and their user names are not the page's words. */
    private static final String WORDS = """
            () => {
              const told = [document.title];
              const skipped = 'script, style, noscript, code, pre, svg, .djs-container, textarea, [data-head="用户名"], [data-head="公司代码"], [data-head="代码"]';
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                const at = walk.currentNode.parentElement;
                if (!at.closest(skipped) && at.checkVisibility({visibilityProperty: true})) told.push(walk.currentNode.data.trim());
              }
              for (const at of document.querySelectorAll('body *')) {
                if (!at.checkVisibility()) continue;
                for (const name of ['title', 'aria-label', 'placeholder', 'alt', 'uib-tooltip']) told.push(at.getAttribute(name) ?? '');
                if (['date', 'time', 'datetime-local', 'month'].includes(at.type)) told.push('a browser calendar in its own language');
                if (at.type === 'file' && at.getBoundingClientRect().width > 2) told.push('Choose File');
              }
              return [...new Set(told.filter(Boolean))];
            }
            """;

    /** What a finger cannot hit: smaller than 24 by 24 pixels, neither within a line of text nor with a label to press. */
    private static final String SMALL = """
            () => [...document.querySelectorAll('main a, main button, main input, main select, main summary, .ob-top a, .ob-top button')]
              .filter(at => at.checkVisibility({visibilityProperty: true}) && !at.closest('label, .djs-container'))
              .filter(at => getComputedStyle(at).display !== 'inline' && !at.classList.contains('ob-chooser'))
              .filter(at => { const box = at.getBoundingClientRect(); return box.width > 0 && (box.width < 24 || box.height < 24); })
              .map(at => at.outerHTML.slice(0, 120))
            """;

    private final Page page;
    private final List<String> faults = new ArrayList<>();

    public Reader(Page page) {
        this.page = page;
    }

    /** Logged in to the demo, in New York, at an English browser. */
    public static Reader fromAbroad(Chromium chromium, String address, String user) {
        var person = chromium.abroad();
        person.setDefaultTimeout(30_000);
        Page page = person.newPage();
        page.navigate(address + "/login");
        page.fill("input[name=username]", user);
        page.fill("input[name=password]", "demo-2026");
        page.click("button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
        return new Reader(page);
    }

    public Page page() {
        return page;
    }

    public List<String> faults() {
        return faults;
    }

    /** One page of ours at both widths: its words, its dates, who it hinders, whether it fits. */
    public void readsOurs(String address) {
        // also where only what follows the # is another: nothing of the page before is read as this one's
        page.navigate("about:blank");
        open(address);
        readWords();
        listen();
        fits();
    }

    /** One page of the engine's web applications. */
    public void readsTheirs(String address) {
        open(address);
        readWords();
        listen();
    }

    /** Goes there and waits until all of it is shown. */
    public void open(String address) {
        page.navigate(address);
        isShown();
    }

    public void isShown() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForFunction("() => !/正在载入|正在打开|正在绘制/.test(document.body.innerText)");
    }

    public void readWords() {
        for (Object told : (List<?>) page.evaluate(WORDS)) {
            String text = told.toString();
            Matcher english = ENGLISH.matcher(
                    NAME.matcher(DATA.matcher(text).replaceAll(" ")).replaceAll(" "));
            if (english.find()) {
                note("English: " + text);
            }
            Matcher date = OTHER_DATE.matcher(text);
            if (date.find()) {
                note("a date: " + text);
            }
        }
    }

    public void listen() {
        Hindrances.on(page, "html").forEach(this::note);
        if (!"zh-CN".equals(page.getAttribute("html", "lang"))) {
            note("the page does not say that it is Chinese");
        }
    }

    /** At the width of a telephone. */
    public void fits() {
        page.setViewportSize(390, 844);
        int sideways = (int) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        if (sideways > 0) {
            note("scrolls sideways by " + sideways + " pixels");
        }
        for (Object small : (List<?>) page.evaluate(SMALL)) {
            note("too small for a finger: " + small);
        }
        page.setViewportSize(1400, 900);
    }

    private void note(String fault) {
        faults.add(page.url().replaceFirst("^https?://[^/]+", "").replaceFirst("\\?.*", "") + " " + fault);
    }
}
