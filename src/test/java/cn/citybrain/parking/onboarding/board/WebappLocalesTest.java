package cn.citybrain.parking.onboarding.board;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

/** A key that a locale lacks is shown raw to the person: the Chinese locales must know every key of the shipped English. */
class WebappLocalesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]{3}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void chineseKnowsEveryKeyOfTheShippedEnglish(String app) throws IOException {
        assertThat(labels(app, "zh-CN").keySet())
                .containsExactlyInAnyOrderElementsOf(labels(app, "en").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin", "cockpit"})
    void chineseKeepsThePlaceholders(String app) throws IOException {
        var english = labels(app, "en");
        labels(app, "zh-CN")
                .forEach((key, value) ->
                        assertThat(placeholders(value)).as(key).isEqualTo(placeholders(english.get(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "welcome", "admin"})
    void everyWordThatPeopleReadIsChinese(String app) throws IOException {
        var english = labels(app, "en");
        var untranslated = labels(app, "zh-CN").entrySet().stream()
                .filter(label -> WORD.matcher(english.get(label.getKey())).find())
                .filter(label -> !HAN.matcher(label.getValue()).find())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(untranslated).isEmpty();
    }

    private static TreeSet<String> placeholders(String value) {
        return PLACEHOLDER
                .matcher(value)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> labels(String app, String locale) throws IOException {
        var file =
                new ClassPathResource("META-INF/resources/webjars/camunda/app/" + app + "/locales/" + locale + ".json");
        var text = file.getContentAsString(StandardCharsets.UTF_8).replace("\uFEFF", "");
        var labels = new TreeMap<String, String>();
        JsonNode node = new ObjectMapper().readTree(text).get("labels");
        node.fields()
                .forEachRemaining(
                        label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }
}
