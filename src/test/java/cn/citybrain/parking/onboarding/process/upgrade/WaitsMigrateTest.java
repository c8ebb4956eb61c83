package cn.citybrain.parking.onboarding.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.charge.DeductionResult;
import cn.citybrain.parking.onboarding.merchant.BindingState;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.ScriptedChannel;
import cn.citybrain.parking.onboarding.process.work.EveryVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** An instance that waits for a channel's word waits for it in the newest version, too; one whose money is on its way stays. */
@OnboardingTest
class WaitsMigrateTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    RepositoryService repository;

    @Autowired
    InstanceMigration migration;

    ProcessBench bench;
    Optional<Deployment> newest = Optional.empty();

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
    }

    @AfterEach
    void close() {
        bench.close();
        newest.ifPresent(deployment -> repository.deleteDeployment(deployment.getId(), true));
        EveryVersion.know(app);
    }

    @Test
    void isAskedForInTheNewestVersion() throws IOException {
        bench.channel.review = () -> new ReviewResult.UnderReview("审核中");
        String no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        deploy("wechatpay-onboarding");
        Migration result = migration.migrate("wechatpay-onboarding", false);
        assertThat(result.migrated()).singleElement().asString().contains(no);
        assertThat(bench.jdbc
                        .sql("SELECT definition_id FROM awaited_answer WHERE application_no = ?")
                        .param(no)
                        .query(String.class)
                        .single())
                .isEqualTo(repository
                        .createProcessDefinitionQuery()
                        .deploymentId(newest.orElseThrow().getId())
                        .singleResult()
                        .getId());

        bench.channel.review = () -> new ReviewResult.Approved("sub-" + no);
        bench.clock.advance(Duration.ofHours(1));
        bench.worker.runOnce();
        assertThat(bench.steps(no)).containsExactly("userTask_confirmAccount");
    }

    @Test
    void staysWhileADeductionIsUnderWay() throws IOException {
        LotBinding lot = bench.testing(1).get(0);
        bench.channel.deduct = order -> new DeductionResult.Pending();
        bench.drive(lot);
        bench.worker.runOnce();
        assertThat(bench.steps(ProcessBench.gate(lot))).containsExactly("receiveTask_awaitDeduction");
        deploy("test-deduction-gate");
        assertThat(migration.migrate("test-deduction-gate", false).left())
                .singleElement()
                .asString()
                .contains("正在扣款");

        bench.channel.query = ScriptedChannel::charged;
        bench.clock.advance(Duration.ofHours(1));
        bench.worker.runOnce();
        bench.runJobs(ProcessBench.gate(lot));
        assertThat(bench.bindings.byId(lot.id()).orElseThrow().state()).isEqualTo(BindingState.LIVE);
    }

    private void deploy(String model) throws IOException {
        String text = Files.readString(Path.of("bpmn", model + ".bpmn"));
        newest = Optional.of(repository
                .createDeployment()
                .addString(model + ".bpmn", text.replaceFirst("<bpmn:documentation>", "<bpmn:documentation>新版。"))
                .deploy());
        EveryVersion.know(app);
    }
}
