package cn.citybrain.parking.onboarding.process.work;

import cn.citybrain.parking.onboarding.channel.circuit.Circuits;
import cn.citybrain.parking.onboarding.process.ProcessSettings;
import java.util.List;
import org.camunda.bpm.engine.ExternalTaskService;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** A node of its own on the same database, for tests elsewhere. */
public final class SecondNode {

    private SecondNode() {}

    public static ExternalTaskWorker worker(ApplicationContext app) {
        ProcessSettings settings = app.getBean(ProcessSettings.class);
        ExternalTaskService tasks = app.getBean(ExternalTaskService.class);
        return new ExternalTaskWorker(
                tasks,
                List.copyOf(app.getBeansOfType(TopicHandler.class).values()),
                new ExternalTaskOutcome(tasks, app.getBean(PlatformTransactionManager.class), settings),
                app.getBean(Circuits.class),
                app.getBean(Lanes.class),
                app.getBean(KnownVersions.class),
                settings);
    }
}
