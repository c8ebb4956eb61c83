package cn.citybrain.parking.onboarding.access.recovery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/**
 * A page that needs no script and no login. <code>{{name}}</code> takes a text, escaped; <code>{{hideName}}</code> hides what
 * it stands at unless the text <code>showName</code> is there. Everything is put in at once: no text can bring a place for
 * another.
 */
public final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(hide)?(\\w+)}}");
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final String text;
    private final boolean demo;

    /** @param demo whether <code>{{hideDemo}}</code> shows what it stands at */
    Template(String path, boolean demo) {
        this.demo = demo;
        try {
            this.text = new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A place without a value is empty. A list of texts becomes items. */
    public ResponseEntity<String> page(HttpStatus status, Map<String, Object> values) {
        String page = PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(
                        place.group(1) == null
                                ? text(values.get(place.group(2)))
                                : shows(place.group(2), values) ? "" : "hidden"));
        return ResponseEntity.status(status).contentType(HTML).body(page);
    }

    private boolean shows(String name, Map<String, Object> values) {
        return name.equals("Demo") ? demo : values.containsKey("show" + name);
    }

    private static String text(Object value) {
        if (value instanceof Iterable<?> items) {
            StringBuilder list = new StringBuilder();
            items.forEach(item -> list.append("<li>").append(text(item)).append("</li>"));
            return list.toString();
        }
        return value == null ? "" : HtmlUtils.htmlEscape(value.toString());
    }
}
