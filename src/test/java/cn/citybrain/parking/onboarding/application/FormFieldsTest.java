package cn.citybrain.parking.onboarding.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Walks every field of every channel's catalogue through the API behind the forms: whatever is wrong with it, the answer names
 * it in Chinese. Driven by the catalogues: another channel's form is walked without a word here.
 */
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormFieldsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Catalogues CATALOGUES = new Catalogues(JSON);

    /** One draft per channel, with every paper; its typed values are replaced by every step. */
    private final Map<Channel, String> drafts = new EnumMap<>(Channel.class);

    private final Map<String, Long> versions = new HashMap<>();

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    TestClock clock;

    Browser operator;

    @BeforeEach
    void logIn() {
        clock.reset();
        operator = operator == null ? Browser.of(port, "chengxi") : operator;
    }

    static Stream<Arguments> fields() {
        return fields(field -> true);
    }

    static Stream<Arguments> typedFields() {
        return fields(field -> !field.isPaper());
    }

    static Stream<Arguments> papers() {
        return fields(Field::isPaper);
    }

    static Stream<Arguments> conditionalFields() {
        return fields(field -> !field.condition().fields().isEmpty());
    }

    static Stream<Arguments> datesInOrder() {
        return fields(field -> field.after() != null);
    }

    static Stream<Arguments> fieldsLikeOthers() {
        return fields(field -> !field.sameAs().isEmpty());
    }

    static Stream<Arguments> limitedOptions() {
        return fields(field -> field.options().stream().anyMatch(option -> option.shownWhen() != null));
    }

    private static Stream<Arguments> fields(Predicate<Field> wanted) {
        return Arrays.stream(Channel.values())
                .flatMap(channel ->
                        CATALOGUES.of(channel).fields().filter(wanted).map(field -> arguments(channel, field.key())));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void aRightValueIsTaken(Channel channel, String key) {
        Field field = field(channel, key);

        JsonNode result = check(channel, form(channel).where(field.condition()));

        assertThat(result.path("fields")).isEmpty();
        assertThat(result.path("warnings")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("typedFields")
    void aFieldThatIsLeftOutIsNamedIfItIsRequired(Channel channel, String key) {
        Field field = field(channel, key);
        for (String nothing : Arrays.asList("", "  ", null)) {
            Map<String, String> values = form(channel).where(field.condition());
            boolean required = CATALOGUES.of(channel).required(field, values);
            values.put(key, nothing);

            JsonNode faults = check(channel, values).path("fields");

            String words = (field.type() == FieldType.CHOICE ? "请选择" : "请填写") + field.label();
            assertThat(texts(faults)).isEqualTo(required ? Map.of(key, words) : Map.of());
            if (required) {
                refused(channel, key, words);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("conditionalFields")
    void aFieldThatDoesNotApplyIsNotAskedFor(Channel channel, String key) {
        Field field = field(channel, key);
        List<Condition> others = form(channel).without(field.condition()).toList();
        assertThat(others).as("a condition that always holds is none").isNotEmpty();
        for (Condition other : others) {
            Map<String, String> values = form(channel).where(other);
            values.remove(key);

            assertThat(check(channel, values).path("fields")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("typedFields")
    void aWrongValueIsNamedWithWhatItShouldBe(Channel channel, String key) {
        Field field = field(channel, key);
        Map<String, String> wrongs = WrongValues.of(field, LocalDate.now(clock));
        assertThat(wrongs).isNotEmpty();
        wrongs.forEach((wrong, reason) -> {
            Map<String, String> values = form(channel).where(field.condition());
            values.put(key, wrong);

            JsonNode faults = check(channel, values).path("fields");

            assertThat(texts(faults)).as(wrong).containsOnlyKeys(key);
            assertThat(faults.path(key).asText())
                    .as(wrong)
                    .startsWith(field.label())
                    .contains(reason);
            refused(channel, key, faults.path(key).asText());
        });
    }

    @ParameterizedTest
    @MethodSource("typedFields")
    void aValueThatNoDraftCanKeepIsNamedAtOnce(Channel channel, String key) {
        String no = draft(channel);
        HttpResponse<String> tooLong = save(no, Map.of(key, "8".repeat(2001)));
        HttpResponse<String> structure = save(no, Map.of(key, Map.of("a", "b")));
        HttpResponse<String> list = save(no, Map.of(key, List.of("a")));

        String label = field(channel, key).label();
        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(message(tooLong, key)).isEqualTo(label + "太长，请缩短到 2000 个字以内");
        for (HttpResponse<String> answer : List.of(structure, list)) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(message(answer, key)).contains(key, "文字");
        }
    }

    @ParameterizedTest
    @MethodSource("datesInOrder")
    void aDateThatIsNotAfterTheOtherIsNamedWithIt(Channel channel, String key) {
        Field field = field(channel, key);
        Map<String, String> values = form(channel).where(field.condition());
        values.put(field.after(), LocalDate.now(clock).toString());
        values.put(key, LocalDate.now(clock).toString());

        assertThat(texts(check(channel, values).path("fields")))
                .isEqualTo(Map.of(
                        key, field.label() + "应晚于" + CATALOGUES.of(channel).label(field.after())));
    }

    @ParameterizedTest
    @MethodSource("fieldsLikeOthers")
    void aFieldThatDiffersFromTheOtherIsADoubtThatNamesBoth(Channel channel, String key) {
        Field field = field(channel, key);
        for (Field.SameAs same : field.sameAs()) {
            Map<String, String> values = form(channel).where(field.condition(), same.when());
            values.put(key, "另一个名称");

            JsonNode result = check(channel, values);

            assertThat(result.path("fields")).isEmpty();
            assertThat(result.path("warnings").path(key).asText())
                    .isEqualTo(field.label() + "与" + CATALOGUES.of(channel).label(same.field()) + "不一致，请确认");
        }
    }

    @ParameterizedTest
    @MethodSource("limitedOptions")
    void anAnswerThatDoesNotGoWithTheOthersIsNamed(Channel channel, String key) {
        Field field = field(channel, key);
        field.options().stream()
                .filter(option -> option.shownWhen() != null)
                .forEach(option -> form(channel).without(option.shownWhen()).forEach(other -> {
                    Map<String, String> values = form(channel).where(other, field.condition());
                    values.put(key, option.value());

                    assertThat(check(channel, values).path("fields").path(key).asText())
                            .isEqualTo(field.label() + "在当前情况下不能选“" + option.label() + "”");
                }));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void aPaperThatIsMissingIsNamed(Channel channel, String key) {
        Field field = field(channel, key);
        String no = draft(channel);
        String id = Browser.json(upload(no, key, SampleForm.PICTURE)).path("id").asText();
        operator.call("DELETE", "/api/applications/" + no + "/documents/" + id, null);
        Map<String, String> values = form(channel).where(field.condition());
        boolean required = CATALOGUES.of(channel).required(field, values);

        JsonNode faults = check(channel, values).path("fields");

        String words = "请上传" + field.label();
        assertThat(texts(faults)).isEqualTo(required ? Map.of(key, words) : Map.of());
        if (required) {
            refused(channel, key, words);
        }
        assertThat(upload(no, key, SampleForm.PICTURE).statusCode()).isEqualTo(201);
        assertThat(check(channel, values).path("fields")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void aPaperThatIsNotTakenIsNamed(Channel channel, String key) {
        String no = draft(channel);
        Map<byte[], String> wrongs = new LinkedHashMap<>();
        wrongs.put(new byte[0], "文件是空的");
        wrongs.put("%PDF-1.7".getBytes(), "只接受 JPG、PNG、BMP");
        wrongs.put(Arrays.copyOf(SampleForm.PICTURE, 2 * 1024 * 1024 + 1), "超过上限 2 MB");

        wrongs.forEach((wrong, reason) -> {
            HttpResponse<String> answer = upload(no, key, wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(message(answer, key))
                    .startsWith(field(channel, key).label() + "：")
                    .contains(reason);
        });
        HttpResponse<String> typed = save(no, Map.of(key, "someotherdocument"));
        assertThat(typed.statusCode()).isEqualTo(400);
        assertThat(message(typed, key)).isEqualTo(field(channel, key).label() + "请通过上传按钮提交，不能直接填写");
    }

    private static Field field(Channel channel, String key) {
        return CATALOGUES.of(channel).field(key).orElseThrow();
    }

    private CompleteForm form(Channel channel) {
        return new CompleteForm(
                CATALOGUES.of(channel),
                merchants.byTenant("chengxi").orElseThrow().uscc());
    }

    private String draft(Channel channel) {
        return drafts.computeIfAbsent(channel, missing -> {
            String created = "{\"channel\":\"" + channel.code() + "\"}";
            String no = Browser.json(operator.call("POST", "/api/applications", created))
                    .path("no")
                    .asText();
            CATALOGUES.of(channel).fields().filter(Field::isPaper).forEach(paper -> assertThat(
                            upload(no, paper.key(), SampleForm.PICTURE).statusCode())
                    .isEqualTo(201));
            return no;
        });
    }

    /** What the API says to a form with exactly these values. */
    private JsonNode check(Channel channel, Map<String, String> values) {
        String no = draft(channel);
        Map<String, Object> all = new HashMap<>(values);
        CATALOGUES
                .of(channel)
                .fields()
                .filter(field -> !field.isPaper())
                .forEach(field -> all.putIfAbsent(field.key(), ""));
        HttpResponse<String> saved = save(no, all);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        HttpResponse<String> checked = operator.call("POST", "/api/applications/" + no + "/check", "{}");
        assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
        return Browser.json(checked);
    }

    /** The form as it was checked last cannot be submitted, and the answer says the same. */
    private void refused(Channel channel, String key, String words) {
        HttpResponse<String> answer = operator.call("POST", "/api/applications/" + draft(channel) + "/submit", "{}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(message(answer, key)).isEqualTo(words);
        assertThat(Browser.json(answer).path("message").asText()).contains(words);
    }

    private HttpResponse<String> save(String no, Map<String, ?> values) {
        String draft = json(Map.of("version", versions.getOrDefault(no, 0L), "values", values));
        HttpResponse<String> answer = operator.call("PUT", "/api/applications/" + no + "/draft", draft);
        if (answer.statusCode() == 200) {
            versions.put(no, Browser.json(answer).path("version").asLong());
        }
        return answer;
    }

    private HttpResponse<String> upload(String no, String key, byte[] content) {
        return operator.upload(
                "/api/applications/" + no + "/documents?field=" + key, key + ".png", "image/png", content);
    }

    private static String message(HttpResponse<String> answer, String key) {
        return Browser.json(answer).path("fields").path(key).asText();
    }

    private static Map<String, String> texts(JsonNode fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.fields()
                .forEachRemaining(
                        field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
