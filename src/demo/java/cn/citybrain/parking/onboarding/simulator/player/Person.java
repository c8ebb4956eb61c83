package cn.citybrain.parking.onboarding.simulator.player;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Somebody with a login, who works with Tasklist and the pages behind its forms. */
final class Person {

    private static final String ENGINE = "/camunda/api/engine/engine/default/";

    private final String userId;
    private final Web web;
    private final Set<String> followed = new HashSet<>();

    private Person(String userId, Web web) {
        this.userId = userId;
        this.web = web;
    }

    /** Logs in at the platform's login page as a browser does, then opens Tasklist. */
    static Person login(URI platform, String userId, String password) {
        Web web = new Web(platform);
        login(web, userId, password);
        web.whenLoggedOut(() -> login(web, userId, password));
        return new Person(userId, web);
    }

    private static void login(Web web, String userId, String password) {
        web.send("GET", "/login", null, BodyPublishers.noBody());
        String token = web.cookie("ONBOARDING-XSRF").orElseThrow(() -> new PlayFailed("登录页没有给出防跨站令牌"));
        String form = "username=" + Web.encoded(userId) + "&password=" + Web.encoded(password) + "&_csrf="
                + Web.encoded(token);
        HttpResponse<String> answer =
                web.send("POST", "/login", "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
        if (answer.uri().getPath().startsWith("/login")) {
            throw new PlayFailed("用户 %s 登录失败".formatted(userId));
        }
        web.send("GET", "/camunda/app/tasklist/default/", null, BodyPublishers.noBody());
    }

    String userId() {
        return userId;
    }

    /** The platform's own API with this person's login. */
    Web web() {
        return web;
    }

    void start(String processKey, Map<String, Object> variables) {
        web.post(
                ENGINE + "process-definition/key/" + processKey + "/submit-form",
                Map.of("variables", values(variables)));
    }

    /**
     * Waits until Tasklist offers this person a task, and claims it.
     *
     * @param businessKey of the process: the application's number, for a single lot's process with the lot's code
     */
    String claim(String businessKey, String taskKey) {
        JsonNode task = Patience.until(
                "任务 %s 到达 %s".formatted(taskKey, userId), Duration.ofSeconds(90), () -> task(businessKey, taskKey));
        String id = task.get("id").asText();
        claim(id);
        return id;
    }

    /** False if the task has ended: the channel was faster. */
    boolean claim(String taskId) {
        return web.postIfThere(ENGINE + "task/" + taskId + "/claim", Map.of("userId", userId));
    }

    /** True the first time: what happens behind a task's link is done once. */
    boolean follows(String taskId) {
        return followed.add(taskId);
    }

    /** All open tasks of a process that this person can see. */
    JsonNode tasks(String businessKey) {
        return web.get(ENGINE + "task?maxResults=50&processInstanceBusinessKey=" + businessKey);
    }

    /** All open tasks of one kind that this person can see. */
    JsonNode tasks(String businessKey, String taskKey) {
        return web.get(ENGINE + "task?maxResults=50&processInstanceBusinessKey=" + businessKey + "&taskDefinitionKey="
                + taskKey);
    }

    /** False if the task has ended: the channel was faster. */
    boolean complete(String taskId, Map<String, Object> variables) {
        return web.postIfThere(ENGINE + "task/" + taskId + "/submit-form", Map.of("variables", values(variables)));
    }

    private Optional<JsonNode> task(String businessKey, String taskKey) {
        JsonNode tasks = tasks(businessKey, taskKey);
        return tasks.isEmpty() ? Optional.empty() : Optional.of(tasks.get(0));
    }

    private static Map<String, Object> values(Map<String, Object> variables) {
        Map<String, Object> typed = new LinkedHashMap<>();
        variables.forEach((name, value) -> typed.put(name, Map.of("value", value)));
        return typed;
    }
}
