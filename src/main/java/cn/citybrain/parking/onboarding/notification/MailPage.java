package cn.citybrain.parking.onboarding.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The same mail as a page: made of the text as it is sent, so that both say the same. Everything in the text is escaped, and
 * only what leads to us becomes a link: of a stranger's words nothing but words can come. Nothing is loaded.
 */
@Component
class MailPage {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s，。；、）]+");
    private static final Pattern BUTTON = Pattern.compile("([^：\\s]{1,12})：(https?://\\S+)");
    private static final Pattern FACT = Pattern.compile("([^：，。！？\\s]{1,12})：([^。]+)");
    private static final Pattern LISTED = Pattern.compile("· (.+?)(?: (https?://\\S+))?");

    private static final String PARAGRAPH = "<p style=\"margin:0 0 14px\">%s</p>\n";
    private static final String LIST = "<ul style=\"margin:0 0 14px;padding-left:22px\">\n%s</ul>\n";
    private static final String ITEM = "<li style=\"margin:0 0 6px\">%s</li>\n";
    private static final String FACTS =
            "<table style=\"margin:0 0 14px;border-collapse:collapse;font-size:15px\">\n%s</table>\n";
    private static final String ROW = "<tr><th scope=\"row\" style=\"padding:3px 16px 3px 0;text-align:left;"
            + "vertical-align:top;font-weight:normal;white-space:nowrap;color:#5b6672\">%s</th>"
            + "<td style=\"padding:3px 0\">%s</td></tr>\n";
    private static final String LINK =
            "<a class=\"m-link\" href=\"%s\" target=\"_blank\" rel=\"noopener\" style=\"color:#0b57d0\">%s</a>";
    private static final String PRESSED =
            "<p style=\"margin:22px 0\"><a class=\"m-button\" href=\"%s\" target=\"_blank\" rel=\"noopener\""
                + " style=\"display:inline-block;padding:10px"
                + " 28px;border-radius:4px;background:#0b57d0;color:#ffffff;font-weight:bold;text-decoration:none\">%s</a></p>\n";

    private final PublicAddress address;
    private final String page = read();

    MailPage(PublicAddress address) {
        this.address = address;
    }

    String of(String subject, String body) {
        int end = body.lastIndexOf("\n" + MailTemplates.SIGNATURE);
        String text = end < 0 ? body : body.substring(0, end);
        Map<String, String> parts = Map.of(
                "subject", escaped(subject),
                "content", content(text.strip()),
                "end", end < 0 ? "" : linked(body.substring(end).strip()).replace("\n", "<br>\n"));
        return Pattern.compile("\\$\\{(\\w+)}")
                .matcher(page)
                .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
    }

    /** Paragraphs are parted by an empty line; only one that is nothing but the address is the button. */
    private String content(String text) {
        StringBuilder html = new StringBuilder();
        boolean pressed = false;
        for (String paragraph : text.split("\n\\s*\n")) {
            Matcher button = BUTTON.matcher(paragraph.strip());
            if (!pressed && button.matches() && address.holds(button.group(2))) {
                html.append(PRESSED.formatted(escaped(button.group(2)), escaped(button.group(1))));
                pressed = true;
            } else {
                html.append(paragraph(paragraph.strip().split("\n")));
            }
        }
        return html.toString();
    }

    private String paragraph(String[] lines) {
        boolean facts =
                List.of(lines).stream().allMatch(line -> FACT.matcher(line).matches());
        if (facts) {
            return FACTS.formatted(rows(lines));
        }
        StringBuilder html = new StringBuilder();
        List<String> plain = new ArrayList<>();
        List<String> listed = new ArrayList<>();
        for (String line : lines) {
            Matcher item = LISTED.matcher(line);
            if (item.matches()) {
                flush(plain, PARAGRAPH, "<br>\n", html);
                listed.add(ITEM.formatted(item(item)));
            } else {
                flush(listed, LIST, "", html);
                plain.add(linked(line));
            }
        }
        flush(plain, PARAGRAPH, "<br>\n", html);
        flush(listed, LIST, "", html);
        return html.toString();
    }

    private static void flush(List<String> lines, String around, String between, StringBuilder html) {
        if (!lines.isEmpty()) {
            html.append(around.formatted(String.join(between, lines)));
            lines.clear();
        }
    }

    private String rows(String[] lines) {
        StringBuilder rows = new StringBuilder();
        for (String line : lines) {
            Matcher fact = FACT.matcher(line);
            if (fact.matches()) {
                rows.append(ROW.formatted(escaped(fact.group(1)), linked(fact.group(2))));
            }
        }
        return rows.toString();
    }

    private String item(Matcher item) {
        String leads = item.group(2);
        return leads != null && address.holds(leads)
                ? LINK.formatted(escaped(leads), escaped(item.group(1)))
                : linked(item.group().substring(2));
    }

    /** What leads elsewhere stays text. */
    private String linked(String text) {
        StringBuilder html = new StringBuilder();
        Matcher found = ADDRESS.matcher(text);
        int from = 0;
        while (found.find()) {
            html.append(escaped(text.substring(from, found.start())));
            String link = escaped(found.group());
            html.append(address.holds(found.group()) ? LINK.formatted(link, link) : link);
            from = found.end();
        }
        return html.append(escaped(text.substring(from))).toString();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text.replaceAll("[\\p{Cntrl}&&[^\n\t]]", ""), StandardCharsets.UTF_8.name());
    }

    private static String read() {
        try {
            return new ClassPathResource("mail/page.html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("no page for mails", e);
        }
    }
}
