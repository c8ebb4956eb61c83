package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.ApplicationOwners;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.People;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Matcher;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Starting a process: with what its start event declares, and under the application's number as business key. */
@Component
class StartRules {

    private final RepositoryService repository;
    private final StepSubmissions submissions;
    private final ApplicationOwners owners;
    private final People people;

    StartRules(RepositoryService repository, StepSubmissions submissions, ApplicationOwners owners, People people) {
        this.repository = repository;
        this.submissions = submissions;
        this.owners = owners;
        this.people = people;
    }

    List<CallRule> rules() {
        return List.of(
                CallRule.on("POST", "process-definition/key/([^/]+)/(start|submit-form)", this::startByKey),
                CallRule.on("POST", "process-definition/([^/]+)/(start|submit-form)", this::startById));
    }

    private HttpServletRequest startByKey(EngineCall call, Matcher path, Actor actor) {
        return start(
                call,
                actor,
                repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(path.group(1))
                        .latestVersion());
    }

    private HttpServletRequest startById(EngineCall call, Matcher path, Actor actor) {
        return start(call, actor, repository.createProcessDefinitionQuery().processDefinitionId(path.group(1)));
    }

    private HttpServletRequest start(
            EngineCall call, Actor actor, org.camunda.bpm.engine.repository.ProcessDefinitionQuery query) {
        ProcessDefinition definition = people.as(actor, query::singleResult);
        if (definition == null) {
            throw Refusal.unknown("没有这个流程。");
        }
        if (!actor.is(Role.LOT_OPERATOR)) {
            throw Refusal.forbidden("只有车场方可以发起“" + definition.getName() + "”。");
        }
        requireNewest(definition);
        ObjectNode variables = submissions.ofStart(definition, call.body());
        String applicationNo = ownApplication(variables, actor);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("variables", variables);
        body.put("businessKey", applicationNo);
        return call.with(body);
    }

    /** A form that was opened before an update would begin a procedure that nobody is to begin any more. */
    private void requireNewest(ProcessDefinition definition) {
        long newer =
                people.unrestricted(() -> repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(definition.getKey())
                        .latestVersion()
                        .list()
                        .stream()
                        .filter(latest -> latest.getVersion() > definition.getVersion())
                        .count());
        if (newer > 0) {
            throw Refusal.of(HttpStatus.CONFLICT, "“" + definition.getName() + "”已经更新，请刷新页面后重新发起；填写的内容保存在草稿里。");
        }
    }

    /** The engine asks {@code TenantOfApplication} again; here the person gets a sentence instead of an error. */
    private String ownApplication(ObjectNode variables, Actor actor) {
        String applicationNo =
                variables.path(StepSubmissions.APPLICATION).path("value").asText("");
        if (applicationNo.isBlank()) {
            throw Refusal.invalid("发起流程时必须带有申请编号。");
        }
        if (owners.tenantOf(applicationNo).filter(actor::sees).isEmpty()) {
            throw Refusal.invalid("没有申请 " + applicationNo + "。");
        }
        return applicationNo;
    }
}
