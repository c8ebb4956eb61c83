package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.BarredPeople;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.words.Typed;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Matcher;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Working a task: only its candidates and its assignee do, and only with what its step declares. */
@Component
class TaskRules {

    private static final int LONGEST_COMMENT = 1000;
    private final TaskService tasks;
    private final EngineVisibility visibility;
    private final StepSubmissions submissions;
    private final People people;
    private final BarredPeople barred;

    TaskRules(
            TaskService tasks,
            EngineVisibility visibility,
            StepSubmissions submissions,
            People people,
            BarredPeople barred) {
        this.tasks = tasks;
        this.visibility = visibility;
        this.submissions = submissions;
        this.people = people;
        this.barred = barred;
    }

    List<CallRule> rules() {
        return List.of(
                CallRule.on("POST", "task/([^/]+)/claim", this::claim),
                CallRule.on("POST", "task/([^/]+)/unclaim", this::unclaim),
                CallRule.on("POST", "task/([^/]+)/(complete|submit-form)", this::complete),
                CallRule.on("POST", "task/([^/]+)/comment/create", this::comment));
    }

    private HttpServletRequest claim(EngineCall call, Matcher path, Actor actor) {
        Task task = visibility.task(path.group(1), actor);
        requireCandidate(task, actor);
        if (task.getAssignee() != null && !task.getAssignee().equals(actor.userId())) {
            throw Refusal.forbidden("任务已由 " + people.nameOf(task.getAssignee()) + " 认领。");
        }
        if (!actor.userId().equals(call.body().path("userId").asText(null))) {
            throw Refusal.forbidden("只能为自己认领任务。");
        }
        requireUnbarred(task, actor);
        return call.with(JsonNodeFactory.instance.objectNode().put("userId", actor.userId()));
    }

    /** A supervisor may take a task back from somebody who is away. */
    private HttpServletRequest unclaim(EngineCall call, Matcher path, Actor actor) {
        Task task = visibility.task(path.group(1), actor);
        if (!actor.userId().equals(task.getAssignee()) && !actor.is(Role.OPS_SUPERVISOR)) {
            throw Refusal.forbidden("只能退回自己认领的任务。");
        }
        return call.with(JsonNodeFactory.instance.objectNode());
    }

    private HttpServletRequest complete(EngineCall call, Matcher path, Actor actor) {
        Task task = visibility.task(path.group(1), actor);
        if (task.getAssignee() == null) {
            requireCandidate(task, actor);
        } else if (!task.getAssignee().equals(actor.userId())) {
            throw Refusal.forbidden("任务已由 " + people.nameOf(task.getAssignee()) + " 认领，只有认领人可以办理。");
        }
        requireUnbarred(task, actor);
        ObjectNode variables = submissions.ofTask(task, call.body());
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("variables", variables);
        return call.with(body);
    }

    private HttpServletRequest comment(EngineCall call, Matcher path, Actor actor) {
        Task task = visibility.task(path.group(1), actor);
        if (!actor.is(Role.OPS_SUPERVISOR) && !isCandidate(task, actor)) {
            throw Refusal.forbidden("任务“" + task.getName() + "”不由您办理，不能写备注。");
        }
        String message = Typed.lines(call.body().path("message").asText(""));
        if (message.isEmpty() || Typed.length(message) > LONGEST_COMMENT) {
            throw Refusal.invalid("备注须为 1 至 " + LONGEST_COMMENT + " 个字。");
        }
        return call.with(JsonNodeFactory.instance.objectNode().put("message", message));
    }

    private void requireCandidate(Task task, Actor actor) {
        if (!isCandidate(task, actor)) {
            throw Refusal.forbidden("任务“" + task.getName() + "”不由您办理。");
        }
    }

    private void requireUnbarred(Task task, Actor actor) {
        barred.obstacle(task, actor.userId()).ifPresent(why -> {
            throw Refusal.forbidden(why);
        });
    }

    private boolean isCandidate(Task task, Actor actor) {
        List<IdentityLink> links = people.unrestricted(() -> tasks.getIdentityLinksForTask(task.getId()));
        return links.stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType())
                        || IdentityLinkType.ASSIGNEE.equals(link.getType()))
                .anyMatch(link -> actor.userId().equals(link.getUserId())
                        || actor.groups().contains(link.getGroupId() == null ? "" : link.getGroupId()));
    }
}
