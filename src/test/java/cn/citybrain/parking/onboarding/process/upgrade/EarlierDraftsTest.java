package cn.citybrain.parking.onboarding.process.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.life.ApplicationStages;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.work.EveryVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Drafts in processes of versions that have no end of their own for them: they end as if withdrawn, and nobody gets a mail. */
@OnboardingTest
class EarlierDraftsTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    RepositoryService repository;

    private ProcessBench bench;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app, Channel.ALIPAY);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void areDiscardedInTheVersionBefore() {
        try (VersionBefore version = new VersionBefore(app)) {
            discardsAProcessOf(version.definition("alipay-onboarding"));
        }
    }

    @Test
    void areDiscardedInTodaysProcedureBeforeItHadTheEnd() throws IOException {
        String model = Files.readString(Path.of("bpmn/alipay-onboarding.bpmn"))
                .replaceAll("(?s)<bpmn:boundaryEvent id=\"event_discarded\".*?</bpmn:boundaryEvent>", "")
                .replaceAll("(?s)<bpmn:endEvent id=\"endEvent_discarded\".*?</bpmn:endEvent>", "")
                .replaceAll("<bpmn:sequenceFlow id=\"flow_discarded_discarded\"[^>]*>", "")
                .replaceAll("(?s)<bpmndi:BPMNDiagram.*</bpmndi:BPMNDiagram>", "");
        Deployment before = repository
                .createDeployment()
                .addString("alipay-onboarding.bpmn", model)
                .addString("withdrawal.bpmn", Files.readString(Path.of("bpmn/withdrawal.bpmn")))
                .addString("acceptance.bpmn", Files.readString(Path.of("bpmn/acceptance.bpmn")))
                .addString("test-deduction-gate.bpmn", Files.readString(Path.of("bpmn/test-deduction-gate.bpmn")))
                .deploy();
        try {
            EveryVersion.know(app);
            discardsAProcessOf(repository
                    .createProcessDefinitionQuery()
                    .deploymentId(before.getId())
                    .processDefinitionKey("alipay-onboarding")
                    .singleResult()
                    .getId());
        } finally {
            repository.deleteDeployment(before.getId(), true);
            EveryVersion.know(app);
        }
    }

    private void discardsAProcessOf(String definition) {
        String no = bench.drafts.create(Channel.ALIPAY, "hubin", "hubin");
        app.getBean(ApplicationStages.class).started(no);
        bench.runtime
                .createProcessInstanceById(definition)
                .businessKey(no)
                .setVariables(Map.of("applicationNo", no, "channel", "alipay", "sentToChannel", false))
                .startBeforeActivity("subProcess_application")
                .execute();
        int mails = bench.mails(no).size();

        assertThat(Browser.of(port, "hubin")
                        .call("POST", "/api/applications/" + no + "/discard", "{}")
                        .statusCode())
                .isEqualTo(200);
        bench.worker.runOnce();
        bench.runJobs(no);

        assertThat(bench.applications.byNo(no).state()).isEqualTo(ApplicationState.DISCARDED);
        assertThat(bench.steps(no)).isEmpty();
        assertThat(bench.ends(no)).contains("endEvent_withdrawn");
        assertThat(bench.mails(no)).hasSize(mails);
        assertThat(bench.channel.told).noneMatch(call -> call.startsWith("withdraw"));
    }
}
