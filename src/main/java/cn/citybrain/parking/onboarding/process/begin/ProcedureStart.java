package cn.citybrain.parking.onboarding.process.begin;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.people.People;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.process.Variables;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Starts a procedure as Tasklist's start list does: in the person's name and with their rights in the engine, in the newest
 * version, with the number of the application and nothing else.
 */
@Component
class ProcedureStart {

    private final People people;
    private final RepositoryService repository;
    private final FormService forms;

    ProcedureStart(People people, RepositoryService repository, FormService forms) {
        this.people = people;
        this.repository = repository;
        this.forms = forms;
    }

    /**
     * @throws StepForbidden if the person may not start it
     * @throws StepRefused if nobody may at the moment
     */
    void start(Actor actor, Channel channel, String no) {
        try {
            people.as(
                    actor,
                    () -> forms.submitStartForm(
                            newest(channel).getId(), no, Map.of(Variables.APPLICATION_NO.name(), no)));
        } catch (AuthorizationException e) {
            throw forbidden(channel);
        } catch (SuspendedEntityInteractionException e) {
            throw new StepRefused(channel.displayName() + "渠道接入暂停受理新的申请，请稍后再试或联系运营公司");
        }
    }

    private ProcessDefinition newest(Channel channel) {
        ProcessDefinition newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(channel.code() + "-onboarding")
                .latestVersion()
                .singleResult();
        if (newest == null) {
            throw forbidden(channel);
        }
        return newest;
    }

    private static StepForbidden forbidden(Channel channel) {
        return new StepForbidden("您没有发起" + channel.displayName() + "渠道接入的权限，请联系系统管理员");
    }
}
