package cn.citybrain.parking.onboarding.process.upgrade;

import cn.citybrain.parking.onboarding.process.answer.AwaitedAnswers;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the waiting instances of a model to its newest version, each in a transaction of its own, while other nodes work:
 * who is faster wins, the other one tries again. An element keeps its place by its id; dates and reminders that run already
 * keep theirs.
 */
@Component
class InstanceMigration {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final InstanceSteps steps;
    private final AwaitedAnswers waits;
    private final TransactionTemplate transaction;

    InstanceMigration(
            RepositoryService repository,
            RuntimeService runtime,
            InstanceSteps steps,
            AwaitedAnswers waits,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.runtime = runtime;
        this.steps = steps;
        this.waits = waits;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Repeatable: what is on the newest version is not touched.
     *
     * @param model id of a process
     * @param planOnly whether it is only said what would happen
     * @throws IllegalArgumentException if there is no such model
     */
    Migration migrate(String model, boolean planOnly) {
        ProcessDefinition newest = Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(model)
                        .latestVersion()
                        .singleResult())
                .orElseThrow(() -> new IllegalArgumentException("没有流程模型 " + model));
        Migration result = new Migration(model, newest.getVersion(), new ArrayList<>(), new ArrayList<>());
        for (ProcessDefinition old : repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(model)
                .list()) {
            if (old.getVersion() < newest.getVersion()) {
                ofVersion(old, newest, planOnly, result);
            }
        }
        return result;
    }

    private void ofVersion(ProcessDefinition old, ProcessDefinition newest, boolean planOnly, Migration result) {
        List<ProcessInstance> instances = runtime.createProcessInstanceQuery()
                .processDefinitionId(old.getId())
                .list();
        if (instances.isEmpty()) {
            return;
        }
        MigrationPlan plan = runtime.createMigrationPlan(old.getId(), newest.getId())
                .mapEqualActivities()
                .build();
        for (ProcessInstance instance : instances) {
            String name = instance.getBusinessKey() + "（第 " + old.getVersion() + " 版）";
            Optional<String> obstacle =
                    obstacle(instance, plan).or(() -> planOnly ? Optional.empty() : move(instance, plan));
            obstacle.ifPresentOrElse(why -> result.left().add(name + "：" + why), () -> result.migrated()
                    .add(name));
        }
    }

    private Optional<String> obstacle(ProcessInstance instance, MigrationPlan plan) {
        Set<String> kept = plan.getInstructions().stream()
                .map(MigrationInstruction::getSourceActivityId)
                .collect(Collectors.toSet());
        Set<String> lost = new TreeSet<>(steps.of(instance.getId()));
        lost.removeAll(kept);
        if (!lost.isEmpty()) {
            return Optional.of("停在新版本里没有的步骤 " + String.join("、", lost) + "，留在原版本上办完");
        }
        return steps.busy(instance.getId(), new Date());
    }

    private Optional<String> move(ProcessInstance instance, MigrationPlan plan) {
        try {
            transaction.executeWithoutResult(tx -> {
                runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
                waits.migrated(instance.getId(), plan.getTargetProcessDefinitionId());
            });
            return Optional.empty();
        } catch (MigratingProcessInstanceValidationException refused) {
            return Optional.of("引擎不能迁移：" + refused.getValidationReport().getFailures());
        } catch (OptimisticLockingException faster) {
            return Optional.of("刚刚有了变化，请再执行一次");
        } catch (ProcessEngineException gone) {
            return Optional.of("没有迁移（" + gone.getMessage() + "），请再执行一次");
        }
    }
}
