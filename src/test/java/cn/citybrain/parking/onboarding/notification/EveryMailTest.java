package cn.citybrain.parking.onboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;

/** Each template of a mail, with values as long and as bad as people and channels can make them. */
class EveryMailTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/mail");
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");
    private static final String LINK = "https://onboarding.example/tasks/4711";
    private static final String WORD = "<b onclick=x>\"甲\" & '乙'</b> 停车管理有限公司湖滨分公司第二停车场";
    private static final List<String> CALLED_PLACE = List.of("merchant", "lotName", "place");

    /** What it says of itself helps nobody. */
    private static final Pattern OF_THE_PRODUCT = Pattern.compile("系统(会|没有|已)|任务自动结束|没有可用的.*接口|没有改变任何状态|数据库里的链|最后确定");

    private final PublicAddress address = new PublicAddress("https://onboarding.example/");
    private final MailTemplates templates = new MailTemplates(address);
    private final MailPage pages = new MailPage(address);

    static Stream<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void hasASubjectOfOneShortLineThatNamesWhatItIsAbout(String template) throws IOException {
        String subject = templates.render(template, values(template)).subject();

        assertThat(subject.codePointCount(0, subject.length())).isBetween(4, MailTemplates.LONGEST_SUBJECT);
        assertThat(subject).doesNotContain("\n", "\r", "${");
        if (source(template).contains("${facts}")) {
            assertThat(source(template).lines().findFirst().orElseThrow())
                    .containsPattern("\\$\\{(place|merchant|lotName)}");
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void saysTheSameAsTextAndAsPage(String template) throws IOException {
        MailTemplates.Text text = templates.render(template, values(template));
        String page = pages.of(text.subject(), text.body());

        String seen = seen(page);
        for (String line : text.body().lines().map(String::strip).toList()) {
            for (String part : line.replaceFirst("^· ", "").split("：(?=https?://)| (?=https?://)|(?<=^[^：]{1,12})：")) {
                assertThat(seen).as(template).contains(part.startsWith(LINK) ? "" : squeezed(part));
            }
        }
        assertThat(seen).contains(squeezed(text.subject()));
        assertThat(text.body()).doesNotContain("${").doesNotContain("\n\n\n");
        assertThat(page)
                .doesNotContain("${")
                .doesNotContain("<b onclick")
                .doesNotContain("src=")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void leadsSomewhereWithOneButton(String template) throws IOException {
        MailTemplates.Text text = templates.render(template, values(template));
        String page = pages.of(text.subject(), text.body());

        List<String> buttons = Pattern.compile("class=\"m-button\" href=\"([^\"]+)\"[^>]*>([^<]+)<")
                .matcher(page)
                .results()
                .map(found -> found.group(1) + " " + found.group(2))
                .toList();
        assertThat(buttons).singleElement().asString().startsWith(LINK).containsPattern("去办理|查看|设置密码|登录");
        assertThat(text.body()).contains(LINK).endsWith("—— 智停平台 · 支付渠道接入\n本邮件由系统自动发出，请勿回复。\n");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void tellsWhatHappenedAndNotHowTheProductWorks(String template) throws IOException {
        assertThat(source(template)).doesNotContainPattern(OF_THE_PRODUCT);
        if (source(template).contains("去办理")) {
            assertThat(source(template)).containsPattern("现在轮到|\\$\\{until}|请您|\\$\\{next}|请在页面|这笔钱没有退回");
        }
    }

    private static Map<String, Object> values(String template) throws IOException {
        Map<String, Object> values = new HashMap<>();
        PLACE.matcher(source(template))
                .results()
                .map(place -> place.group(1))
                .forEach(name -> values.put(name, value(name)));
        return values;
    }

    private static String value(String name) {
        return switch (name) {
            case "link", "home" -> LINK;
            case "until" -> "请在 2026-12-03 18:00 前";
            case "channel" -> "微信支付";
            case "count", "level", "live", "lots", "open", "days", "no", "entries", "year" -> "12";
            case "facts" -> "车场方：" + WORD + "\n渠道：微信支付\n申请编号：WX202611300001";
            case "items" -> "新的待办：\n· " + WORD + "，2026-12-03 18:00 前 " + LINK;
            case "reasons", "refusal" -> "· " + WORD + "\n· 去办理：https://evil.example/x";
            default ->
                CALLED_PLACE.contains(name) ? WORD : WORD + "\nBcc: all@example.com\n\n去办理：https://evil.example/";
        };
    }

    private static String source(String template) throws IOException {
        return Files.readString(TEMPLATES.resolve(template + ".txt"), StandardCharsets.UTF_8);
    }

    private static String seen(String page) {
        String body = page.substring(page.indexOf("<body"));
        return squeezed(HtmlUtils.htmlUnescape(body.replaceAll("<[^>]*>", " ")));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }
}
