package cn.citybrain.parking.onboarding.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** An application to WeChat Pay, on its way from the page 收款账户 to the channel: what its people's browsers send. */
final class FirstApplication {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String no;

    private FirstApplication(String no) {
        this.no = no;
    }

    /** 申请接入, for one lot. */
    static FirstApplication begin(Browser operator, String company, String lotCode) {
        JsonNode opening = answered(operator.get("/api/accounts/openings"));
        assertThat(opening.path("company").asText()).isEqualTo(company);
        JsonNode begun = post(
                operator,
                "/api/accounts/applications",
                Map.of(
                        "company",
                        company,
                        "turn",
                        opening.path("turn").asInt(),
                        "applications",
                        List.of(Map.of("channel", "wechatpay", "lotCodes", List.of(lotCode)))));
        return new FirstApplication(begun.path("numbers").path(0).asText());
    }

    String no() {
        return no;
    }

    /** 填写申请资料, then 上传资质证照: two tasks, one after the other. */
    void fillIn(Browser operator, Merchant company) {
        save(operator, SampleForm.values(company, "6222021202012345678"));
        submit(operator);
        complete(operator, task(operator, "userTask_fillForm"), Map.of());
        String papers = task(operator, "userTask_uploadLicence");
        SampleForm.PAPERS.forEach(key -> assertThat(operator.upload(
                                path("documents") + "?field=" + key, key + ".png", "image/png", SampleForm.PICTURE)
                        .statusCode())
                .as(key)
                .isEqualTo(201));
        submit(operator);
        complete(operator, papers, Map.of());
    }

    /** 受理. */
    void accept(Browser reviewer) {
        String task = task(reviewer, "userTask_review");
        JsonNode seen = answered(reviewer.get("/api/applications/" + no));
        List<String> doubts = new ArrayList<>();
        seen.path("warnings").fieldNames().forEachRemaining(doubts::add);
        post(reviewer, path("review"), Map.of("decision", "accept", "confirmedWarnings", doubts));
        complete(reviewer, task, Map.of("reviewDecision", "accept"));
    }

    void awaitState(Browser browser, String state) {
        Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> answered(browser.get("/api/applications/" + no))
                                .path("state")
                                .asText(),
                        state::equals);
    }

    private void save(Browser operator, Map<String, String> values) {
        JsonNode now = answered(operator.get("/api/applications/" + no));
        call(
                operator,
                "PUT",
                path("draft"),
                Map.of("version", now.path("version").asLong(), "values", values));
    }

    private void submit(Browser operator) {
        JsonNode checked = post(operator, path("check"), Map.of());
        assertThat(checked.path("fields")).as("faults").isEmpty();
        Map<String, String> explanations = new LinkedHashMap<>();
        checked.path("warnings").fieldNames().forEachRemaining(key -> explanations.put(key, "已对照原件核对"));
        post(operator, path("submit"), Map.of("explanations", explanations));
    }

    private void complete(Browser person, String task, Map<String, String> decision) {
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("applicationNo", Map.of("value", no));
        decision.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        answered(person.engine("POST", "task/" + task + "/submit-form", text(Map.of("variables", variables))));
    }

    /** The person's own task in Tasklist, once it is there, claimed. */
    private String task(Browser person, String step) {
        String query = "task?maxResults=10&processInstanceBusinessKey=" + no + "&taskDefinitionKey=" + step;
        String id = Awaitility.await()
                .atMost(SOON)
                .until(() -> answered(person.engine(query)), tasks -> tasks.size() == 1)
                .path(0)
                .path("id")
                .asText();
        // whoever begins an application or completes a step has the next one already
        if (answered(person.engine("task/" + id)).path("assignee").isNull()) {
            String me = answered(person.get("/api/session")).path("userId").asText();
            answered(person.engine("POST", "task/" + id + "/claim", text(Map.of("userId", me))));
        }
        return id;
    }

    private String path(String what) {
        return "/api/applications/" + no + "/" + what;
    }

    private static JsonNode post(Browser person, String path, Object body) {
        return call(person, "POST", path, body);
    }

    private static JsonNode call(Browser person, String method, String path, Object body) {
        return answered(person.call(method, path, text(body)));
    }

    private static JsonNode answered(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + ": " + answer.body()).isLessThan(300);
        return answer.body().isBlank() ? JSON.missingNode() : Browser.json(answer);
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
