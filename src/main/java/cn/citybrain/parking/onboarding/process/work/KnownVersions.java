package cn.citybrain.parking.onboarding.process.work;

import jakarta.annotation.PostConstruct;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The versions of the models that this node works on: all that were there when it started. What a newer node deploys while
 * this one still runs may name steps that this one does not have: the newer node's jobs and external tasks are left to it.
 */
@Component
public class KnownVersions {

    private final RepositoryService repository;
    private final ManagementService management;
    private final Set<String> deployments = ConcurrentHashMap.newKeySet();
    private volatile String[] definitions = {};

    KnownVersions(RepositoryService repository, ManagementService management) {
        this.repository = repository;
        this.management = management;
    }

    /** This node's own models are deployed by now. */
    @PostConstruct
    void atStart() {
        repository.createDeploymentQuery().list().forEach(this::know);
        readDefinitions();
    }

    @Scheduled(fixedDelayString = "${onboarding.process.sweep-every}")
    void onSchedule() {
        learn();
    }

    /** The same models deployed once more, by a node that was replaced twice, are nothing new. */
    void learn() {
        Set<Integer> contents = ConcurrentHashMap.newKeySet();
        for (Deployment other : repository.createDeploymentQuery().list()) {
            if (!deployments.contains(other.getId())) {
                if (contents.isEmpty()) {
                    deployments.forEach(known -> contents.add(content(known)));
                }
                if (contents.contains(content(other.getId()))) {
                    know(other);
                    readDefinitions();
                }
            }
        }
    }

    /** Ids of the process definitions whose external tasks and questions this node takes. */
    public String[] definitions() {
        return definitions.clone();
    }

    private void know(Deployment deployment) {
        deployments.add(deployment.getId());
        management.registerDeploymentForJobExecutor(deployment.getId());
    }

    private void readDefinitions() {
        definitions = repository.createProcessDefinitionQuery().list().stream()
                .filter(definition -> deployments.contains(definition.getDeploymentId()))
                .map(ProcessDefinition::getId)
                .toArray(String[]::new);
    }

    private int content(String deploymentId) {
        return repository.getDeploymentResources(deploymentId).stream()
                .filter(resource -> resource.getName().endsWith(".bpmn"))
                .sorted(java.util.Comparator.comparing(Resource::getName))
                .map(resource -> resource.getName() + Arrays.hashCode(resource.getBytes()))
                .collect(Collectors.toCollection(TreeSet::new))
                .hashCode();
    }
}
