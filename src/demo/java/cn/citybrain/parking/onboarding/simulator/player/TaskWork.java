package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Completes tasks as a person does at Tasklist, and tells of it. */
final class TaskWork {

    private final Narrator narrator;

    TaskWork(Narrator narrator) {
        this.narrator = narrator;
    }

    void complete(Person person, JsonNode task, Procedure procedure, Map<String, Object> decision) {
        Map<String, Object> variables = new LinkedHashMap<>(decision);
        variables.put("applicationNo", procedure.no());
        String id = task.path("id").asText();
        if (!person.claim(id) || !person.complete(id, variables)) {
            narrator.step(
                    "渠道的结果先到，%s 的任务“%s”已经了结", person.userId(), task.path("name").asText());
        }
    }

    void said(Person person, JsonNode task, String what) {
        narrator.step("%s 办理“%s”：%s", person.userId(), task.path("name").asText(), what);
    }
}
