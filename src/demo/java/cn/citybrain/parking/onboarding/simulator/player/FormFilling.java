package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills a form as a person does: what is known, then what the check says is missing, until nothing is. */
final class FormFilling {

    private static final String RIGHT = "已对照原件核对，没有填错";
    private static final int ROUNDS = 4;

    private final Web web;
    private final Company company;
    private final Procedure procedure;

    FormFilling(Web web, Company company, Procedure procedure) {
        this.web = web;
        this.company = company;
        this.procedure = procedure;
    }

    /** Fills in and submits what is open; returns how many papers were uploaded. */
    int submit() {
        JsonNode application = web.get("/api/applications/" + procedure.no());
        Map<String, JsonNode> open = open(application);
        int papers = 0;
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode checked = web.post(procedure.path("check"), Map.of());
            List<String> missing = names(checked.path("fields"));
            if (missing.isEmpty()) {
                web.post(procedure.path("submit"), Map.of("explanations", explanations(checked)));
                return papers;
            }
            papers += fill(open, missing);
        }
        throw new PlayFailed("%s的申请表填不完整：%s"
                .formatted(
                        procedure.name(),
                        names(web.post(procedure.path("check"), Map.of()).path("fields"))));
    }

    /** Writes other values into the draft. */
    void write(Map<String, String> values) {
        JsonNode application = web.get("/api/applications/" + procedure.no());
        web.put(
                procedure.path("draft"),
                Map.of("version", application.path("version").asLong(), "values", values));
    }

    private Map<String, JsonNode> open(JsonNode application) {
        Map<String, JsonNode> open = new HashMap<>();
        List<String> keys = new ArrayList<>();
        application.path("openFields").forEach(key -> keys.add(key.asText()));
        for (JsonNode group : web.get(procedure.path("catalogue")).path("groups")) {
            for (JsonNode field : group.path("fields")) {
                if (keys.contains(field.path("key").asText())) {
                    open.put(field.path("key").asText(), field);
                }
            }
        }
        return open;
    }

    /** A doubt that nobody has said anything to yet is explained, and so is what was given back and is right. */
    private static Map<String, String> explanations(JsonNode checked) {
        Map<String, String> explanations = new HashMap<>();
        names(checked.path("warnings")).stream()
                .filter(key -> !checked.path("explanations").has(key))
                .forEach(key -> explanations.put(key, RIGHT));
        names(checked.path("returned")).forEach(key -> explanations.put(key, RIGHT));
        return explanations;
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private int fill(Map<String, JsonNode> open, List<String> missing) {
        Map<String, String> values = new HashMap<>();
        int papers = 0;
        for (String key : missing) {
            JsonNode field = open.get(key);
            if (field == null) {
                throw new PlayFailed("%s的申请表缺少“%s”，但这一项不能填写".formatted(procedure.name(), key));
            }
            if (field.path("type").asText().equals("paper")) {
                new Paper(key, field.path("label").asText()).upload(web, procedure.no());
                papers++;
            } else {
                values.put(key, company.answer(procedure, field));
            }
        }
        if (!values.isEmpty()) {
            write(values);
        }
        return papers;
    }
}
