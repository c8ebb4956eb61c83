package cn.citybrain.parking.onboarding.browser.reading;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What hinders who cannot see a page, or has no mouse: what axe-core calls serious or critical. */
public final class Hindrances {

    private static final Set<String> HINDERS = Set.of("serious", "critical");

    private Hindrances() {}

    /** @param within a selector of the part that is looked at */
    public static List<String> on(Page page, String within) {
        AxeRunOptions asked = new AxeRunOptions();
        asked.setResultTypes(List.of("violations"));
        // at the page itself: the other way opens a second one each time, for frames from elsewhere, which no page here
        // has
        return new AxeBuilder(page)
                .options(asked).include(within).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(violation -> HINDERS.contains(violation.getImpact()))
                        .flatMap(violation ->
                                violation.getNodes().stream().map(node -> violation.getId() + ": " + node.getHtml()))
                        .toList();
    }
}
