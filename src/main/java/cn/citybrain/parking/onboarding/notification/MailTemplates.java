package cn.citybrain.parking.onboarding.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The texts in {@code mail/*.txt}: the first line is the subject, an empty line follows, then the body. <code>${name}</code>
 * takes a value; one that is missing is an error, not a hole in somebody's mail.
 */
@Component
class MailTemplates {

    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    private final Map<String, String> texts = new ConcurrentHashMap<>();

    record Text(String subject, String body) {}

    Text render(String template, Map<String, Object> model) {
        String text = PLACE.matcher(texts.computeIfAbsent(template, MailTemplates::read))
                .replaceAll(place -> java.util.regex.Matcher.quoteReplacement(value(template, place.group(1), model)));
        int end = text.indexOf('\n');
        return new Text(text.substring(0, end).strip(), text.substring(end).strip() + "\n");
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
