package cn.citybrain.parking.onboarding.process.upgrade;

import java.io.PrintStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * {@code --onboarding.migrate=<model>}: brings the waiting instances of a model to its newest version, says what it did, and
 * ends. Exit code 0: nothing is left on an older version; 2: something is, each with its reason; 3: there is no such model.
 */
@Component
@ConditionalOnProperty(MigrationCommand.SETTING)
class MigrationCommand implements ApplicationRunner, ExitCodeGenerator {

    static final String SETTING = "onboarding.migrate";

    private final InstanceMigration migration;
    private final String model;
    private final boolean planOnly;
    private final PrintStream out = System.out;
    private int exitCode;

    MigrationCommand(
            InstanceMigration migration,
            @Value("${" + SETTING + "}") String model,
            @Value("${onboarding.migrate-plan-only:false}") boolean planOnly) {
        this.migration = migration;
        this.model = model;
        this.planOnly = planOnly;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            report(migration.migrate(model, planOnly));
        } catch (IllegalArgumentException unknown) {
            out.println(unknown.getMessage());
            exitCode = 3;
        }
    }

    private void report(Migration result) {
        out.println("流程 " + result.model() + " 迁移到第 " + result.newest() + " 版" + (planOnly ? "（只列计划，没有改动）" : ""));
        result.migrated().forEach(name -> out.println((planOnly ? "  可迁移 " : "  已迁移 ") + name));
        result.left().forEach(name -> out.println("  未迁移 " + name));
        out.println((planOnly ? "可迁移 " : "已迁移 ") + result.migrated().size() + " 个，未迁移 "
                + result.left().size() + " 个");
        exitCode = result.complete() ? 0 : 2;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
