package cn.citybrain.parking.onboarding.access.setup;

import static cn.citybrain.parking.onboarding.access.Role.ADMIN;
import static cn.citybrain.parking.onboarding.access.Role.AUDITOR;
import static cn.citybrain.parking.onboarding.access.Role.LOT_OPERATOR;
import static cn.citybrain.parking.onboarding.access.Role.LOT_VENDOR;
import static cn.citybrain.parking.onboarding.access.Role.OPS_REVIEWER;
import static cn.citybrain.parking.onboarding.access.Role.OPS_SUPERVISOR;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.CREATE_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_HISTORY;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_INSTANCE;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.READ_TASK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.RETRY_JOB;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_ASSIGN;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.TASK_WORK;
import static org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions.UPDATE_INSTANCE;

import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.call.CallRules;
import cn.citybrain.parking.onboarding.access.engine.HeldPermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * What each role may do in the engine, by group and process definition. Whose data it may do it with is the tenants'
 * matter; what exactly it may submit is {@link CallRules}'.
 */
@Component
class Grants {

    private static final String EVERY = Authorization.ANY;
    private final AuthorizationService authorizations;
    private final RepositoryService repository;

    Grants(AuthorizationService authorizations, RepositoryService repository) {
        this.authorizations = authorizations;
        this.repository = repository;
    }

    /** Idempotent; covers every process that is deployed now. */
    void align() {
        applications();
        administration();
        auditing();
        grant(LOT_OPERATOR, Resources.PROCESS_INSTANCE, EVERY, ProcessInstancePermissions.CREATE);
        Map<String, List<ProcessDefinition>> deployed =
                repository.createProcessDefinitionQuery().latestVersion().list().stream()
                        .collect(Collectors.groupingBy(ProcessDefinition::getKey));
        deployed.forEach(
                (key, latest) -> process(key, latest.stream().anyMatch(ProcessDefinition::isStartableInTasklist)));
    }

    /** What is only called by other processes nobody starts. TASK_ASSIGN is what the engine asks of somebody who gives a task back; assigning others is closed by the rules. */
    private void process(String key, boolean startable) {
        Resource process = Resources.PROCESS_DEFINITION;
        List<Permission> operator =
                new ArrayList<>(List.of(READ, READ_INSTANCE, READ_TASK, TASK_WORK, TASK_ASSIGN, READ_HISTORY));
        if (startable) {
            operator.add(CREATE_INSTANCE);
        }
        grant(LOT_OPERATOR, process, key, operator.toArray(Permission[]::new));
        grant(LOT_VENDOR, process, key, READ);
        grant(OPS_REVIEWER, process, key, READ, READ_INSTANCE, READ_TASK, TASK_WORK, TASK_ASSIGN, READ_HISTORY);
        grant(
                OPS_SUPERVISOR,
                process,
                key,
                READ,
                READ_INSTANCE,
                READ_TASK,
                TASK_WORK,
                TASK_ASSIGN,
                READ_HISTORY,
                RETRY_JOB,
                UPDATE_INSTANCE);
        grant(AUDITOR, process, key, READ, READ_INSTANCE, READ_TASK, READ_HISTORY);
        grant(ADMIN, process, key, READ, READ_INSTANCE, READ_TASK, READ_HISTORY, RETRY_JOB, UPDATE_INSTANCE);
    }

    private void applications() {
        for (Role role : List.of(LOT_OPERATOR, LOT_VENDOR, OPS_REVIEWER, OPS_SUPERVISOR)) {
            grant(role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        }
        for (Role role : List.of(OPS_SUPERVISOR, AUDITOR)) {
            grant(role, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        }
        for (Role role : Role.values()) {
            grant(role, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        }
        for (Role group : Role.values()) {
            grant(LOT_OPERATOR, Resources.GROUP, group.group(), Permissions.READ);
            grant(LOT_VENDOR, Resources.GROUP, group.group(), Permissions.READ);
        }
        for (Role role : List.of(OPS_REVIEWER, OPS_SUPERVISOR, AUDITOR)) {
            grant(role, Resources.USER, EVERY, Permissions.READ);
            grant(role, Resources.GROUP, EVERY, Permissions.READ);
            grant(role, Resources.TENANT, EVERY, Permissions.READ);
        }
    }

    private void auditing() {
        for (Role role : List.of(OPS_SUPERVISOR, AUDITOR)) {
            // they read every task by its process; for the figures of all tasks together the engine asks for this
            grant(role, Resources.TASK, EVERY, Permissions.READ);
        }
        for (Role role : List.of(AUDITOR, ADMIN)) {
            grant(role, Resources.DEPLOYMENT, EVERY, Permissions.READ);
            grant(role, Resources.DECISION_DEFINITION, EVERY, Permissions.READ);
            grant(role, Resources.OPERATION_LOG_CATEGORY, EVERY, UserOperationLogCategoryPermissions.READ);
        }
    }

    private void administration() {
        grant(ADMIN, Resources.APPLICATION, EVERY, Permissions.ALL);
        // people are kept on our own page, with checks and a history
        for (Resource resource : List.of(Resources.USER, Resources.GROUP, Resources.TENANT)) {
            grant(ADMIN, resource, EVERY, Permissions.READ);
        }
        for (Resource resource : List.of(Resources.GROUP_MEMBERSHIP, Resources.TENANT_MEMBERSHIP)) {
            grant(ADMIN, resource, EVERY, Permissions.NONE);
        }
        grant(ADMIN, Resources.AUTHORIZATION, EVERY, Permissions.READ);
        grant(ADMIN, Resources.SYSTEM, EVERY, SystemPermissions.READ);
    }

    /** Gives a group exactly these permissions on a resource. */
    void grant(Role role, Resource resource, String resourceId, Permission... permissions) {
        Authorization held = authorizations
                .createAuthorizationQuery()
                .groupIdIn(role.group())
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        if (held != null && HeldPermissions.exactly(held, permissions)) {
            return;
        }
        Authorization grant =
                held == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : held;
        grant.setGroupId(role.group());
        grant.setResource(resource);
        grant.setResourceId(resourceId);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
