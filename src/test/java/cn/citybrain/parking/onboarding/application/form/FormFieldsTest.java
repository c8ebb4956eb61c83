package cn.citybrain.parking.onboarding.application.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.form.FilledForms.FilledForm;
import cn.citybrain.parking.onboarding.channel.Channel;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Walks every field of every channel's catalogue through the API behind the forms, each in the stage that asks for it: whatever
 * is wrong with it, the answer names it in Chinese. Driven by the catalogues: another channel's form is walked without a word
 * here.
 */
@Tag("values")
@OnboardingTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FormFieldsTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    Catalogues catalogues;

    @Autowired
    TestClock clock;

    FilledForms forms;

    @BeforeAll
    void logIn() {
        clock.reset();
        forms = new FilledForms(app, port);
    }

    /** One for each form that differs: where a field applies, every field of its stage is filled in. */
    Stream<Arguments> filledForms() {
        Set<List<Object>> filled = new HashSet<>();
        return Arrays.stream(Channel.values()).flatMap(channel -> {
            Catalogue catalogue = catalogues.of(channel);
            return catalogue.groups().stream().flatMap(group -> group.fields().stream()
                    .filter(field -> !field.former())
                    .filter(field -> filled.add(List.of(channel, group.stage(), field.condition())))
                    .map(field -> arguments(channel, field.key())));
        });
    }

    Stream<Arguments> typedFields() {
        return fields(field -> !field.isPaper());
    }

    Stream<Arguments> papers() {
        return fields(Field::isPaper);
    }

    Stream<Arguments> conditionalFields() {
        return fields(field -> !field.condition().fields().isEmpty());
    }

    Stream<Arguments> datesInOrder() {
        return fields(field -> field.after() != null);
    }

    Stream<Arguments> fieldsLikeOthers() {
        return fields(field -> !field.sameAs().isEmpty());
    }

    Stream<Arguments> limitedOptions() {
        return fields(field -> field.options().stream().anyMatch(option -> option.shownWhen() != null));
    }

    private Stream<Arguments> fields(Predicate<Field> wanted) {
        return Arrays.stream(Channel.values()).flatMap(channel -> catalogues
                .of(channel)
                .fields()
                .filter(field -> !field.former())
                .filter(wanted)
                .map(field -> arguments(channel, field.key())));
    }

    @ParameterizedTest
    @MethodSource("filledForms")
    void rightValuesAreTaken(Channel channel, String key) {
        FilledForm form = forms.with(channel, key);

        JsonNode result = form.check(form.where(form.field(key).condition()));

        assertThat(result.path("fields")).isEmpty();
        assertThat(result.path("warnings")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("typedFields")
    void aFieldThatIsLeftOutIsNamedIfItIsRequired(Channel channel, String key) {
        FilledForm form = forms.with(channel, key);
        Field field = form.field(key);
        String verb =
                switch (field.type()) {
                    case CHOICE, LOT, LOTS, RECEIVING_ACCOUNT -> "请选择";
                    default -> "请填写";
                };
        for (String nothing : Arrays.asList("", "  ", null)) {
            Map<String, String> values = form.where(field.condition());
            boolean required = form.catalogue().required(field, values);
            values.put(key, nothing);

            assertThat(texts(form.check(values).path("fields")))
                    .isEqualTo(required ? Map.of(key, verb + field.label()) : Map.of());
            if (required && nothing == null) {
                assertThat(form.refusedSubmission(key)).isEqualTo(verb + field.label());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("conditionalFields")
    void aFieldThatDoesNotApplyIsNotAskedFor(Channel channel, String key) {
        FilledForm form = forms.with(channel, key);
        List<Condition> others = form.without(form.field(key).condition());
        assertThat(others).as("a condition that always holds is none").isNotEmpty();
        for (Condition other : others) {
            FilledForm without = forms.with(channel, key, other);
            boolean paper = without.field(key).isPaper();
            if (paper) {
                without.removePaper(key);
            }
            Map<String, String> values = without.where(other);
            values.remove(key);

            assertThat(texts(without.check(values).path("fields"))).doesNotContainKey(key);
            if (paper) {
                assertThat(without.upload(key, SampleForm.PICTURE).statusCode()).isEqualTo(201);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("typedFields")
    void aWrongValueIsNamedWithWhatItShouldBe(Channel channel, String key) {
        FilledForm form = forms.with(channel, key);
        Field field = form.field(key);
        Map<String, String> wrongs = WrongValues.of(field, LocalDate.now(clock));
        assertThat(wrongs).isNotEmpty();
        Map<String, String> values = form.where(field.condition());
        String said = null;
        for (Map.Entry<String, String> wrong : wrongs.entrySet()) {
            values.put(key, wrong.getKey());

            said = form.faults(values).get(key);

            assertThat(said)
                    .as("%s %s", key, wrong.getKey())
                    .startsWith(field.label())
                    .contains(wrong.getValue());
        }
        assertThat(texts(form.check(values).path("fields"))).containsEntry(key, said);
        assertThat(form.refusedSubmission(key)).isEqualTo(said);
    }

    @ParameterizedTest
    @MethodSource("typedFields")
    void aValueThatNoDraftCanKeepIsNamedAtOnce(Channel channel, String key) {
        FilledForm form = forms.with(channel, key);
        HttpResponse<String> tooLong = form.save(Map.of(key, "8".repeat(2001)));
        HttpResponse<String> unseen = form.save(Map.of(key, "停车\u0000场地"));
        HttpResponse<String> structure = form.save(Map.of(key, Map.of("a", "b")));
        HttpResponse<String> list = form.save(Map.of(key, List.of("a")));

        assertThat(tooLong.statusCode()).isEqualTo(400);
        assertThat(FilledForms.message(tooLong, key)).isEqualTo(form.field(key).label() + "太长，请缩短到 2000 个字以内");
        if (WrongValues.CHOSEN.contains(form.field(key).type())) {
            assertThat(unseen.statusCode()).isEqualTo(400);
            assertThat(FilledForms.message(unseen, key))
                    .isEqualTo(form.field(key).label() + "含有看不见的控制字符，请删除后重新填写");
        } else {
            assertThat(unseen.statusCode()).as("taken off").isEqualTo(200);
        }
        for (HttpResponse<String> answer : List.of(structure, list)) {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(FilledForms.message(answer, key)).contains(key, "文字");
        }
    }

    @ParameterizedTest
    @MethodSource("datesInOrder")
    void aDateThatIsNotAfterTheOtherIsNamedWithIt(Channel channel, String key) {
        FilledForm form = forms.with(channel, key);
        Field field = form.field(key);
        Map<String, String> values = form.where(field.condition());
        values.put(field.after(), LocalDate.now(clock).toString());
        values.put(key, LocalDate.now(clock).toString());

        Map<String, String> expected = new HashMap<>(
                Map.of(key, field.label() + "应晚于" + form.catalogue().label(field.after())));
        Field begin = form.field(field.after());
        if (begin.checks().beforeToday()) {
            expected.put(begin.key(), begin.label() + "应早于今天：渠道不收当天才生效的证件，请明天再提交");
        }
        assertThat(texts(form.check(values).path("fields"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("fieldsLikeOthers")
    void aFieldThatDiffersFromTheOtherIsADoubtThatNamesBoth(Channel channel, String key) {
        FilledForm form = forms.with(channel, key);
        Field field = form.field(key);
        for (Field.SameAs same : field.sameAs()) {
            Map<String, String> values = form.where(field.condition(), same.when());
            values.put(key, "另一个名称");

            JsonNode result = form.check(values);

            assertThat(result.path("fields")).isEmpty();
            assertThat(result.path("warnings").path(key).asText())
                    .isEqualTo(field.label() + "与" + form.catalogue().label(same.field()) + "不一致，请确认");
        }
    }

    @ParameterizedTest
    @MethodSource("limitedOptions")
    void anAnswerThatDoesNotGoWithTheOthersIsNamed(Channel channel, String key) {
        FilledForm form = forms.with(channel, key);
        Field field = form.field(key);
        field.options().stream()
                .filter(option -> option.shownWhen() != null)
                .forEach(option -> form.without(option.shownWhen()).forEach(other -> {
                    Map<String, String> values = form.where(other, field.condition());
                    values.put(key, option.value());

                    assertThat(form.check(values).path("fields").path(key).asText())
                            .isEqualTo(field.label() + "在当前情况下不能选“" + option.label() + "”");
                }));
    }

    @ParameterizedTest
    @MethodSource("papers")
    void aPaperThatIsMissingIsNamed(Channel channel, String key) {
        FilledForm form = forms.with(channel, key);
        Field field = form.field(key);
        form.removePaper(key);
        Map<String, String> values = form.where(field.condition());
        boolean required = form.catalogue().required(field, values);

        JsonNode faults = form.check(values).path("fields");

        String words = "请上传" + field.label();
        assertThat(texts(faults)).isEqualTo(required ? Map.of(key, words) : Map.of());
        if (required) {
            assertThat(form.refusedSubmission(key)).isEqualTo(words);
        }
        assertThat(form.upload(key, SampleForm.PICTURE).statusCode()).isEqualTo(201);
        assertThat(form.check(values).path("fields")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("papers")
    void aPaperThatIsNotTakenIsNamed(Channel channel, String key) {
        FilledForm form = forms.with(channel, key);
        Map<byte[], String> wrongs = new LinkedHashMap<>();
        wrongs.put(new byte[0], "文件是空的");
        wrongs.put("%PDF-1.7".getBytes(), "PDF 不完整或已损坏");
        wrongs.put("GIF89a".getBytes(), "只接受 JPG、PNG、BMP");

        wrongs.forEach((wrong, reason) -> {
            HttpResponse<String> answer = form.upload(key, wrong);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(FilledForms.message(answer, key))
                    .startsWith(form.field(key).label() + "：")
                    .contains(reason);
        });
        HttpResponse<String> typed = form.save(Map.of(key, "someotherdocument"));
        assertThat(typed.statusCode()).isEqualTo(400);
        assertThat(FilledForms.message(typed, key)).isEqualTo(form.field(key).label() + "请通过上传按钮提交，不能直接填写");
    }

    private static Map<String, String> texts(JsonNode fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        fields.fields()
                .forEachRemaining(
                        field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }
}
