package cn.citybrain.parking.onboarding.notification;

import cn.citybrain.parking.onboarding.words.Typed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The texts in {@code mail/*.txt}: the first line is the subject, an empty line follows, then the body. <code>${name}</code>
 * takes a value; one that is missing is an error, not a hole in somebody's mail. Every mail ends with the same lines.
 * {@link MailPage} makes the page of the text.
 */
@Component
class MailTemplates {

    /** What a telephone shows of a subject. */
    static final int LONGEST_SUBJECT = 40;

    static final String SIGNATURE = "—— 智停平台 · 支付渠道接入";

    private static final String END = SIGNATURE + "\n本邮件由系统自动发出，请勿回复。\n";
    private static final int SHORTEST_VALUE = 4;
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");
    private static final Pattern EMPTY_LINES = Pattern.compile("\n{3,}");

    private final PublicAddress address;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    MailTemplates(PublicAddress address) {
        this.address = address;
    }

    record Text(String subject, String body) {}

    Text render(String template, Map<String, Object> model) {
        return render(template, model, END);
    }

    /** With a line that says how to do without. */
    Text reminder(String template, Map<String, Object> model) {
        return render(template, model, END + "不想收到提醒，请在“我的账号”关闭：" + address.reminders() + "\n");
    }

    private Text render(String template, Map<String, Object> model, String end) {
        String text = texts.computeIfAbsent(template, MailTemplates::read);
        int line = text.indexOf('\n');
        UnaryOperator<String> value = name -> value(template, name, model);
        String body = fill(text.substring(line), name -> value.apply(name).strip());
        return new Text(
                subject(text.substring(0, line), value),
                EMPTY_LINES.matcher(body.replace("\r", "").strip()).replaceAll("\n\n") + "\n\n" + end);
    }

    /** One line, whatever the values hold; of values that are too long only their beginning. */
    private static String subject(String line, UnaryOperator<String> value) {
        int longest = LONGEST_SUBJECT;
        String subject;
        do {
            int most = longest--;
            subject = Typed.line(fill(line, name -> shortened(Typed.line(value.apply(name)), most)));
        } while (Typed.length(subject) > LONGEST_SUBJECT && longest >= SHORTEST_VALUE);
        return shortened(subject, LONGEST_SUBJECT);
    }

    private static String shortened(String text, int longest) {
        return Typed.length(text) <= longest ? text : Typed.first(text, longest - 1) + "…";
    }

    private static String fill(String text, UnaryOperator<String> value) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value.apply(place.group(1))));
    }

    private static String value(String template, String name, Map<String, Object> model) {
        Object value = model.get(name);
        if (value == null) {
            throw new IllegalArgumentException("mail " + template + " needs a value for " + name);
        }
        return value.toString();
    }

    private static String read(String template) {
        try {
            return new ClassPathResource("mail/" + template + ".txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("no mail template " + template, e);
        }
    }
}
