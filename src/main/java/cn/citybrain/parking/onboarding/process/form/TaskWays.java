package cn.citybrain.parking.onboarding.process.form;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.Variables;
import cn.citybrain.parking.onboarding.process.form.TaskWayController.Way;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Where a task leads that is not to be done by the one who asks: what it was about, and a sentence why. Who may not know of it
 * is told what everybody is told of a task that never was.
 */
@Component
class TaskWays {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final HistoryService history;
    private final RepositoryService models;
    private final LotBindings bindings;
    private final Vendors vendors;
    private final CompanyPeople people;
    private final Clock clock;

    TaskWays(
            HistoryService history,
            RepositoryService models,
            LotBindings bindings,
            Vendors vendors,
            CompanyPeople people,
            Clock clock) {
        this.history = history;
        this.models = models;
        this.bindings = bindings;
        this.vendors = vendors;
        this.people = people;
        this.clock = clock;
    }

    /** @throws NotVisible if there was no such task, or this person may not know of it */
    Way around(String id, Actor actor) {
        HistoricTaskInstance task =
                history.createHistoricTaskInstanceQuery().taskId(id).singleResult();
        if (task == null) {
            throw new NotVisible();
        }
        Map<String, Object> about = about(task);
        Long lot = (Long) about.get(Variables.BINDING_ID.name());
        boolean company = actor.seesEverything() || actor.sees(task.getTenantId());
        if (!company && !connects(actor, task, lot)) {
            throw new NotVisible();
        }
        Object no = about.get(Variables.APPLICATION_NO.name());
        return new Way(
                null, !company ? "/lots/" + lot : no == null ? "/board" : "/applications/" + no, why(task, actor));
    }

    /** A vendor knows of the tasks of its own work only. */
    private boolean connects(Actor actor, HistoricTaskInstance task, Long lot) {
        return lot != null
                && role(task) == Role.LOT_VENDOR
                && bindings.byId(lot)
                        .flatMap(found -> vendors.of(found.lotCode()))
                        .filter(vendor -> actor.vendorCompanies().contains(vendor.groupId()))
                        .isPresent();
    }

    private Map<String, Object> about(HistoricTaskInstance task) {
        Map<String, Object> about = new HashMap<>();
        history.createHistoricVariableInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .variableNameIn(Variables.APPLICATION_NO.name(), Variables.BINDING_ID.name())
                .list()
                .forEach(variable -> about.put(variable.getName(), variable.getValue()));
        return about;
    }

    private String why(HistoricTaskInstance task, Actor actor) {
        String name = "任务“" + task.getName() + "”";
        String worker = worker(task, actor);
        if (task.getEndTime() == null) {
            return task.getAssignee() == null
                    ? name + "由" + role(task).title() + "办理"
                    : name + "已由" + worker + "认领，正在办理";
        }
        String at = MINUTE.withZone(clock.getZone()).format(task.getEndTime().toInstant());
        if (!"completed".equals(task.getDeleteReason())) {
            return name + "已于 " + at + " 结束，不再需要办理";
        }
        return task.getAssignee() == null ? name + "已于 " + at + " 办完" : name + "已由" + worker + "于 " + at + " 办理";
    }

    /** People are named to their colleagues and to those who see everything. */
    private String worker(HistoricTaskInstance task, Actor actor) {
        Role role = role(task);
        return actor.seesEverything() || actor.is(role) ? people.name(task.getAssignee()) : role.title();
    }

    /** By the model; a group that only the process knows is a vendor's company. */
    private Role role(HistoricTaskInstance task) {
        UserTask step = models.getBpmnModelInstance(task.getProcessDefinitionId())
                .getModelElementById(task.getTaskDefinitionKey());
        return Optional.ofNullable(step).stream()
                .flatMap(found -> found.getCamundaCandidateGroupsList().stream())
                .flatMap(group -> Role.ofGroup(group).stream())
                .findFirst()
                .orElse(Role.LOT_VENDOR);
    }
}
