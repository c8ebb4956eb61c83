package cn.citybrain.parking.onboarding.application.form;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.life.ApplicationStages;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.application.register.ApplicationRows;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.fixture.Applicant;
import cn.citybrain.parking.onboarding.channel.fixture.ChannelFixtures;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** Somebody at the forms of all channels: one application for each stage of each form, which stands in that stage. */
final class FilledForms {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OPERATOR = "chengxi";

    private final Map<String, FilledForm> forms = new HashMap<>();
    private final TestDrafts drafts;
    private final ApplicationStages stages;
    private final ChannelAnswers answers;
    private final ApplicationRows rows;
    private final ApplicationForms formsOfApplications;
    private final Catalogues catalogues;
    private final DraftCheck check;
    private final Merchant merchant;
    private final Browser operator;

    FilledForms(ApplicationContext app, int port) {
        drafts = new TestDrafts(app);
        stages = app.getBean(ApplicationStages.class);
        answers = app.getBean(ChannelAnswers.class);
        rows = app.getBean(ApplicationRows.class);
        formsOfApplications = app.getBean(ApplicationForms.class);
        catalogues = app.getBean(Catalogues.class);
        check = app.getBean(DraftCheck.class);
        merchant = app.getBean(Merchants.class).byTenant(OPERATOR).orElseThrow();
        operator = Browser.of(port, OPERATOR);
    }

    /** The form of a channel in the stage that asks for a field, which earlier stages do not leave out. */
    FilledForm with(Channel channel, String key) {
        return with(
                channel, key, catalogues.of(channel).field(key).orElseThrow().condition());
    }

    /** The form of a channel in the stage that asks for a field, where this holds of what was submitted before. */
    FilledForm with(Channel channel, String key, Condition condition) {
        Catalogue whole = catalogues.of(channel);
        String stage = whole.groups().stream()
                .filter(group ->
                        group.fields().stream().anyMatch(field -> field.key().equals(key)))
                .findFirst()
                .orElseThrow()
                .stage();
        Condition before = of(whole.before(stage), condition);
        return forms.computeIfAbsent(
                channel + "/" + stage + before.fields(), missing -> standing(channel, stage, before));
    }

    /** What a condition says of the fields that a part of the form has. */
    private static Condition of(Catalogue part, Condition condition) {
        Map<String, List<String>> fields = new HashMap<>(condition.fields());
        fields.keySet().removeIf(key -> part.field(key).isEmpty());
        return new Condition(fields);
    }

    private FilledForm standing(Channel channel, String wanted, Condition condition) {
        Catalogue whole = catalogues.of(channel);
        String no = created(channel);
        stages.started(no);
        Map<String, String> submitted = new LinkedHashMap<>();
        for (Stage stage : whole.stages()) {
            FilledForm form = new FilledForm(no, stage.key(), Map.copyOf(submitted));
            form.uploadAllPapers();
            if (stage.key().equals(wanted)) {
                return form;
            }
            submitted.putAll(form.submitted(of(form.catalogue(), condition)));
            if (submitted.containsKey(whole.accountField())
                    && stage.equals(whole.stages().get(0))) {
                answers.opened(no, submitted.get(whole.accountField()));
            }
            drafts.open(
                    no, whole.stages().get(whole.stages().indexOf(stage) + 1).key());
        }
        throw new IllegalArgumentException(channel + " has no stage " + wanted);
    }

    private String created(Channel channel) {
        String created = "{\"channel\":\"" + channel.code() + "\"}";
        return Browser.json(operator.call("POST", "/api/applications", created))
                .path("no")
                .asText();
    }

    /** What an answer says of a field. */
    static String message(HttpResponse<String> answer, String key) {
        return Browser.json(answer).path("fields").path(key).asText();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** One application; its typed values are replaced by every step, its papers stay. */
    final class FilledForm {

        private final String no;
        private final Catalogue catalogue;
        private final List<Field> open;
        private final CompleteForm right;
        private long version;

        FilledForm(String no, String stage, Map<String, String> submitted) {
            this.no = no;
            this.catalogue = formsOfApplications.of(rows.byNo(no), submitted);
            this.open = catalogue
                    .only(List.of(stage))
                    .fields()
                    .filter(field -> !field.former())
                    .toList();
            this.right = new CompleteForm(catalogue, merchant.uscc(), submitted, known());
            this.version = drafts.version(no);
        }

        private Map<String, String> known() {
            Map<String, String> known = new HashMap<>();
            ChannelFixtures.of(Channel.of(catalogue.channel()))
                    .forms(new Applicant(merchant, "571900123410801", no, List.of()))
                    .values()
                    .forEach(form -> known.putAll(form.values()));
            return known;
        }

        Catalogue catalogue() {
            return catalogue;
        }

        Field field(String key) {
            return catalogue.field(key).orElseThrow();
        }

        Map<String, String> where(Condition... conditions) {
            return right.where(conditions);
        }

        List<Condition> without(Condition condition) {
            return right.without(condition).toList();
        }

        private Stream<Field> typed() {
            return open.stream().filter(field -> !field.isPaper());
        }

        /** What is wrong with these values, without the way through the API. */
        Map<String, String> faults(Map<String, String> values) {
            return check.check(catalogue, values, merchant.uscc()).fields();
        }

        /** What the API says to a form with exactly these values. */
        JsonNode check(Map<String, String> values) {
            Map<String, Object> all = new HashMap<>();
            typed().forEach(field -> all.put(field.key(), values.get(field.key())));
            HttpResponse<String> saved = save(all);
            assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
            HttpResponse<String> checked = operator.call("POST", path() + "/check", "{}");
            assertThat(checked.statusCode()).as(checked.body()).isEqualTo(200);
            return Browser.json(checked);
        }

        /** Submits what was checked last, which must be refused, and returns what is said of the field. */
        String refusedSubmission(String key) {
            HttpResponse<String> answer = operator.call("POST", path() + "/submit", "{}");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(Browser.json(answer).path("message").asText()).contains(message(answer, key));
            return message(answer, key);
        }

        private Map<String, String> submitted(Condition condition) {
            Map<String, String> values = where(condition);
            assertThat(check(values).path("fields")).isEmpty();
            HttpResponse<String> answer = operator.call("POST", path() + "/submit", "{}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return values;
        }

        HttpResponse<String> save(Map<String, ?> values) {
            Map<String, Object> draft = Map.of("version", version, "values", values);
            HttpResponse<String> answer = operator.call("PUT", path() + "/draft", json(draft));
            if (answer.statusCode() == 200) {
                version = Browser.json(answer).path("version").asLong();
            }
            return answer;
        }

        private void uploadAllPapers() {
            open.stream().filter(Field::isPaper).forEach(paper -> assertThat(
                            upload(paper.key(), SampleForm.PICTURE).statusCode())
                    .isEqualTo(201));
        }

        HttpResponse<String> upload(String key, byte[] content) {
            return operator.upload(path() + "/documents?field=" + key, key + ".png", "image/png", content);
        }

        void removePaper(String key) {
            String id = Browser.json(upload(key, SampleForm.PICTURE)).path("id").asText();
            HttpResponse<String> answer = operator.call("DELETE", path() + "/documents/" + id, null);
            assertThat(answer.statusCode()).isEqualTo(204);
        }

        private String path() {
            return "/api/applications/" + no;
        }
    }
}
