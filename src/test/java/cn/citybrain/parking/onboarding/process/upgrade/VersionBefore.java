package cn.citybrain.parking.onboarding.process.upgrade;

import cn.citybrain.parking.onboarding.process.work.EveryVersion;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.context.ApplicationContext;

/** The models of the version before are deployed and, after them, today's: what began before finds itself in an old version. */
public final class VersionBefore implements AutoCloseable {

    private final ApplicationContext app;
    private final RepositoryService repository;
    private final Deployment before;
    private final Deployment today;

    public VersionBefore(ApplicationContext app) {
        this.app = app;
        repository = app.getBean(RepositoryService.class);
        before = deploy(EarlierModels.NAMES, name -> "earlier/" + name);
        today = deploy(namesToday(), name -> "bpmn/" + name);
        takeOver();
    }

    private static List<String> namesToday() {
        return Arrays.stream(new File("bpmn").list((directory, file) -> file.endsWith(".bpmn")))
                .map(file -> file.replace(".bpmn", ""))
                .toList();
    }

    private Deployment deploy(List<String> names, UnaryOperator<String> path) {
        DeploymentBuilder models = repository.createDeployment();
        names.forEach(name -> models.addClasspathResource(path.apply(name) + ".bpmn"));
        return models.deploy();
    }

    /** Id of a model as it was. */
    public String definition(String model) {
        return repository
                .createProcessDefinitionQuery()
                .deploymentId(before.getId())
                .processDefinitionKey(model)
                .singleResult()
                .getId();
    }

    /** A node of today's version starts. */
    public void takeOver() {
        EveryVersion.know(app);
    }

    /** Runs the migration command. Returns the instances that stay on their version, each with the reason. */
    public List<String> migrate(String model) {
        return app.getBean(InstanceMigration.class).migrate(model, false).left();
    }

    @Override
    public void close() {
        repository.deleteDeployment(today.getId(), true);
        repository.deleteDeployment(before.getId(), true);
        EveryVersion.know(app);
    }
}
