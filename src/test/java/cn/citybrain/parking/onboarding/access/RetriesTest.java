package cn.citybrain.parking.onboarding.access;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.channel.Channel;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Letting a failed step try again, and nothing that the same addresses of the engine would do besides. */
@OnboardingTest
class RetriesTest {

    private static final String MODEL = """
            <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'
                xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
                xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='x'>
              <process id='retries-probe' isExecutable='true' camunda:historyTimeToLive='P1D'>
                <startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='fork'/>
                <parallelGateway id='fork'/>
                <sequenceFlow id='g' sourceRef='fork' targetRef='timer'/>
                <sequenceFlow id='h' sourceRef='fork' targetRef='work'/>
                <intermediateCatchEvent id='timer'><timerEventDefinition>
                  <timeDuration xsi:type='tFormalExpression'>P30D</timeDuration>
                </timerEventDefinition></intermediateCatchEvent>
                <serviceTask id='work' camunda:type='external' camunda:topic='retries-probe'/>
              </process>
            </definitions>""";

    @LocalServerPort
    int port;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    ExternalTaskService externalTasks;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    TestDrafts drafts;

    private String deployment;
    private Authorization grant;
    private ProcessInstance instance;

    @BeforeEach
    void aStepThatFailedBesideATimer() {
        deployment = repository
                .createDeployment()
                .addString("retries-probe.bpmn", MODEL)
                .deploy()
                .getId();
        grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(Role.OPS_SUPERVISOR.group());
        grant.setResource(Resources.PROCESS_DEFINITION);
        grant.setResourceId("retries-probe");
        grant.setPermissions(new ProcessDefinitionPermissions[] {
            ProcessDefinitionPermissions.READ,
            ProcessDefinitionPermissions.READ_INSTANCE,
            ProcessDefinitionPermissions.RETRY_JOB,
            ProcessDefinitionPermissions.UPDATE_INSTANCE
        });
        authorizations.saveAuthorization(grant);
        String no = drafts.create(Channel.WECHATPAY, "hubin", "hubin");
        instance = runtime.createProcessInstanceByKey("retries-probe")
                .businessKey(no)
                .setVariable("applicationNo", no)
                .execute();
        externalTasks.setRetries(work(), 0);
        management.setJobRetries(timer().getId(), 0);
    }

    @AfterEach
    void gone() {
        authorizations.deleteAuthorization(grant.getId());
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aSupervisorLetsAStepTryAgain() {
        Browser supervisor = Browser.of(port, "supervisor");
        Date due = timer().getDuedate();

        assertThat(supervisor.engine("PUT", job("/retries"), "{\"retries\":1}").statusCode())
                .isEqualTo(204);
        assertThat(supervisor.engine("PUT", task("/retries"), "{\"retries\":3}").statusCode())
                .isEqualTo(204);

        assertThat(timer().getRetries()).isEqualTo(1);
        assertThat(timer().getDuedate()).isEqualTo(due);
        assertThat(left()).isEqualTo(3);
        assertThat(supervisor
                        .engine("PUT", task("/retries"), "{\"retries\":2,\"id\":\"" + work() + "\"}")
                        .statusCode())
                .as("as Cockpit sends it")
                .isEqualTo(204);
        assertThat(left()).isEqualTo(2);
    }

    @Test
    void nothingElseIsTakenWithIt() {
        Date due = timer().getDuedate();
        List<String> bodies = List.of(
                "{\"retries\":1,\"dueDate\":\"2020-01-01T00:00:00.000+0800\"}",
                "{\"retries\":1,\"dueDate\":null}",
                "{\"dueDate\":\"2020-01-01T00:00:00.000+0800\",\"retries\":1}",
                "{\"retries\":1,\"id\":\"another\"}",
                "{\"retries\":1,\"retries\":0}",
                "{\"retries\":0}",
                "{\"retries\":-1}",
                "{\"retries\":101}",
                "{\"retries\":4294967297}",
                "{\"retries\":1.5}",
                "{\"retries\":\"1\"}",
                "{\"retries\":true}",
                "{\"retries\":null}",
                "{\"Retries\":1}",
                "{}",
                "[{\"retries\":1}]",
                "");
        for (String user : List.of("supervisor", "admin")) {
            Browser browser = Browser.of(port, user);
            for (String body : bodies) {
                for (Supplier<String> path : List.<Supplier<String>>of(() -> job("/retries"), () -> task("/retries"))) {
                    HttpResponse<String> answer = browser.engine("PUT", path.get(), body);
                    assertThat(answer.statusCode()).as(path.get() + body).isEqualTo(400);
                }
            }
        }
        assertThat(timer().getDuedate()).isEqualTo(due);
        assertThat(timer().getRetries()).isZero();
        assertThat(left()).isZero();
    }

    @Test
    void aStepThatIsOverMeanwhileIsSaidToBe() {
        for (String user : List.of("supervisor", "admin")) {
            HttpResponse<String> answer = Browser.of(port, user).engine("PUT", "job/over/retries", "{\"retries\":1}");
            assertThat(answer.statusCode()).as(user).isEqualTo(404);
            assertThat(answer.body()).contains("没有这一步，或者它已经完成");
        }
    }

    @Test
    void othersDoNotEvenThat() {
        for (String user : List.of("hubin", "zhilian", "reviewer", "auditor")) {
            Browser browser = Browser.of(port, user);
            for (String path : List.of(job("/retries"), task("/retries"))) {
                assertThat(browser.engine("PUT", path, "{\"retries\":1}").statusCode())
                        .as(user)
                        .isEqualTo(403);
            }
        }
        assertThat(left()).isZero();
    }

    @Test
    void noOtherAddressMovesATimerOrAManyAtOnce() {
        Date due = timer().getDuedate();
        String date = "{\"duedate\":\"2020-01-01T00:00:00.000+0800\",\"cascade\":false}";
        String all = "{\"retries\":1,\"processInstances\":[\"" + instance.getId() + "\"],\"jobIds\":[\""
                + timer().getId() + "\"],\"externalTaskIds\":[\"" + work() + "\"]}";
        String definition = management
                .createJobDefinitionQuery()
                .processDefinitionKey("retries-probe")
                .list()
                .get(0)
                .getId();
        String[][] calls = {
            {"PUT", job("/duedate"), date},
            {"POST", job("/duedate/recalculate"), null},
            {"POST", job("/execute"), null},
            {"PUT", job("/priority"), "{\"priority\":1}"},
            {"PUT", job("/suspended"), "{\"suspended\":true}"},
            {"DELETE", job(""), null},
            {"PUT", "job/suspended", "{\"suspended\":true,\"processInstanceId\":\"" + instance.getId() + "\"}"},
            {"POST", "job/retries", all},
            {"PUT", "job/retries", all},
            {"PUT", "job-definition/" + definition + "/retries", "{\"retries\":1}"},
            {"PUT", "job-definition/" + definition + "/jobPriority", "{\"priority\":1}"},
            {"PUT", "job-definition/" + definition + "/suspended", "{\"suspended\":true}"},
            {"PUT", "external-task/retries", all},
            {"POST", "external-task/retries-async", all},
            {"PUT", task("/priority"), "{\"priority\":1}"},
            {"POST", task("/failure"), "{\"workerId\":\"w\",\"retries\":0}"},
            {"POST", task("/unlock"), null},
            {"POST", task("/lock"), "{\"workerId\":\"w\",\"lockDuration\":1000}"},
            {"POST", task("/extendLock"), "{\"workerId\":\"w\",\"newDuration\":1000}"},
            {"POST", "process-instance/job-retries", all},
            {"POST", "process-instance/job-retries-historic-query-based", all},
            {"PUT", "process-instance/suspended", "{\"suspended\":true}"},
            {"POST", "process-instance/suspended-async", "{\"suspended\":true}"},
            {"POST", "process-instance/variables-async", "{\"variables\":{}}"},
            {"POST", "process-instance/" + instance.getId() + "/modification-async", "{\"instructions\":[]}"},
            {"POST", "modification/execute", "{}"},
            {"POST", "process-definition/" + instance.getProcessDefinitionId() + "/restart", "{}"},
            {"PUT", "process-definition/" + instance.getProcessDefinitionId() + "/suspended", "{\"suspended\":true}"},
            {"PUT", "batch/x/suspended", "{\"suspended\":true}"},
            {"PUT", "execution/" + instance.getId() + "/localVariables/x", "{\"value\":1}"},
            {"POST", "execution/" + instance.getId() + "/signal", "{}"},
        };
        for (String user : List.of("supervisor", "admin", "reviewer", "hubin")) {
            Browser browser = Browser.of(port, user);
            for (String[] call : calls) {
                HttpResponse<String> answer = browser.engine(call[0], call[1], call[2]);
                assertThat(answer.statusCode())
                        .as(user + " " + call[0] + " " + call[1])
                        .isIn(403, 404);
            }
        }
        assertThat(timer().getDuedate()).isEqualTo(due);
        assertThat(timer().getRetries()).isZero();
        assertThat(timer().isSuspended()).isFalse();
        assertThat(left()).isZero();
    }

    private Job timer() {
        return management.createJobQuery().processInstanceId(instance.getId()).singleResult();
    }

    private String work() {
        return externalTasks
                .createExternalTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getId();
    }

    private int left() {
        return externalTasks
                .createExternalTaskQuery()
                .processInstanceId(instance.getId())
                .singleResult()
                .getRetries();
    }

    private String job(String what) {
        return "job/" + timer().getId() + what;
    }

    private String task(String what) {
        return "external-task/" + work() + what;
    }
}
