package cn.citybrain.parking.onboarding.access.call;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.People;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * What the engine's API offers and is not there: cases and decisions, of which there are none here, and by their ids resources
 * of deployments and calls to channels. The engine answers these with an error of its own (500) and writes a stack trace, with
 * which whoever is logged in could fill the log.
 */
@Component
class ThingsOfNobody {

    /** Lists and counts stay open: Cockpit shows that there are none. */
    private static final Pattern CASES_AND_DECISIONS = Pattern.compile(
            CallRule.ENGINE
                    + "(history/)?(case|decision)-(definition|execution|instance|activity-instance|requirements-definition)/(?!count$|cleanable-).+");

    private static final Pattern RESOURCE =
            Pattern.compile(CallRule.ENGINE + "deployment/([^/]+)/resources/([^/]+)/data");
    private static final Pattern WORK = Pattern.compile(CallRule.ENGINE + "external-task/([^/]+)/errorDetails");

    private final RepositoryService repository;
    private final ExternalTaskService work;
    private final People people;

    ThingsOfNobody(RepositoryService repository, ExternalTaskService work, People people) {
        this.repository = repository;
        this.work = work;
        this.people = people;
    }

    /** @throws Refusal if nobody can have what is asked for, or this person cannot see it */
    void refuse(EngineCall call, Actor actor) {
        if (CASES_AND_DECISIONS.matcher(call.path()).matches()) {
            throw Refusal.unknown("这里没有案例和决策表。");
        }
        Matcher resource = RESOURCE.matcher(call.path());
        if (resource.matches() && !isDeployed(resource.group(1), resource.group(2), actor)) {
            throw Refusal.unknown("没有这个部署资源。");
        }
        Matcher external = WORK.matcher(call.path());
        if (external.matches() && !isThere(external.group(1), actor)) {
            throw Refusal.unknown("没有这项对渠道的调用，或者它已经完成。");
        }
    }

    private boolean isDeployed(String deployment, String resource, Actor actor) {
        boolean seen = people.as(actor, () -> repository
                        .createDeploymentQuery()
                        .deploymentId(deployment)
                        .count())
                > 0;
        return seen
                && people.as(actor, () -> repository.getDeploymentResources(deployment)).stream()
                        .anyMatch(one -> one.getId().equals(resource));
    }

    private boolean isThere(String externalTask, Actor actor) {
        return people.as(actor, () -> work.createExternalTaskQuery()
                        .externalTaskId(externalTask)
                        .count())
                > 0;
    }
}
