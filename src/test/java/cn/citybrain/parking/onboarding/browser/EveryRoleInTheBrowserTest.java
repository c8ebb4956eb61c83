package cn.citybrain.parking.onboarding.browser;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.LiveApplication;
import cn.citybrain.parking.onboarding.browser.reading.Reader;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.TestApplications;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * Each role, in New York at an English browser, opens whatever it may: no English, every day as 2026-11-30, nothing that
 * hinders who cannot see or has no mouse, and nothing that a telephone scrolls sideways.
 */
@NeedsChromium
@LiveApplication
class EveryRoleInTheBrowserTest {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String ADMIN = "/camunda/app/admin/default/";

    private final Chromium chromium = Chromium.ofThisJvm();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @AfterEach
    void keepWhatEverybodySaw() {
        chromium.everybodyLeaves(Path.of("target/pictures/every-role"));
    }

    @Test
    void anOperatorReadsChinese() {
        String no = TestApplications.begin(app, Channel.CITIZENCARD, hubin(), "hubin");
        Reader reader = readerOf("hubin");
        ours(
                reader,
                "/accounts",
                "/accounts/apply",
                "/board",
                "/overview",
                "/profile",
                "/help",
                "/account",
                "/applications/" + no);
        reader.readsTheirs(address() + TASKLIST);
        reader.readsTheirs(address() + "/tasks/" + taskOf(no));
        ours(reader, "/tasks/no-such-task", "/login?reason=expired", "/account/forgot", "/no-such-page");
        assertThat(reader.faults()).isEmpty();
    }

    @Test
    void aVendorReadsChinese() {
        Reader reader = readerOf("zhilian");
        ours(reader, "/board", "/help", "/account");
        reader.readsTheirs(address() + TASKLIST);
        assertThat(reader.faults()).isEmpty();
    }

    @Test
    void aReviewerReadsChinese() {
        String no = waitsForReview();
        Reader reader = readerOf("reviewer");
        ours(reader, "/accounts", "/board", "/overview", "/masterdata", "/masterdata?kind=lots", "/applications/" + no);
        reader.readsTheirs(address() + TASKLIST + "#/?task=" + taskOf(no));
        assertThat(reader.faults()).isEmpty();
    }

    @Test
    void aSupervisorReadsChinese() {
        Reader reader = readerOf("supervisor");
        ours(
                reader,
                "/overview",
                "/masterdata?kind=vendors",
                "/masterdata/companies/hubin",
                "/masterdata/lots/3301020001",
                "/masterdata/vendors/vendor-zhilian",
                "/masterdata/import?kind=lots",
                "/people",
                "/people/hubin",
                "/mails",
                "/holidays");
        reader.readsTheirs(address() + TASKLIST);
        assertThat(reader.faults()).isEmpty();
    }

    @Test
    void anAuditorReadsChineseEvenOfWhatFailed() {
        String no = waitsForReview();
        ProcessInstance failing = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .list()
                .get(0);
        String step = runtime.createExecutionQuery()
                .processInstanceId(failing.getId())
                .activityId(runtime.getActiveActivityIds(failing.getId()).get(0))
                .list()
                .get(0)
                .getId();
        runtime.createIncident("failedExternalTask", step, null, "渠道没有应答");
        Reader reader = readerOf("auditor");
        reader.readsTheirs(address() + COCKPIT + "#/dashboard");
        reader.readsTheirs(address() + COCKPIT + "#/processes");
        reader.readsTheirs(
                address() + COCKPIT + "#/process-definition/" + failing.getProcessDefinitionId() + "/runtime");
        String begun = history.createHistoricProcessInstanceQuery()
                .processInstanceId(failing.getId())
                .singleResult()
                .getStartTime()
                .toInstant()
                .atZone(ZoneId.of("Asia/Shanghai"))
                .format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
        assertThat(reader.page().locator("body").innerText()).contains(begun);
        for (String tab :
                List.of("incidents-tab", "user-tasks-tab", "jobs-tab", "external-tasks-process-instance-runtime")) {
            reader.readsTheirs(
                    address() + COCKPIT + "#/process-instance/" + failing.getId() + "/runtime?detailsTab=" + tab);
        }
        for (String audit : List.of("", "/plates", "/definitions", "/seals", "/applications/" + no)) {
            reader.readsOurs(address() + COCKPIT + "#/audit" + audit);
        }
        assertThat(reader.faults()).isEmpty();
    }

    @Test
    void whoPlaysTheOtherSideReadsChinese() {
        Reader reader = readerOf("supervisor");
        ours(reader, "/demo", "/demo/lots", "/demo/mail");
        for (Channel channel : Channel.values()) {
            ours(reader, "/demo/channel/" + channel.code());
        }
        assertThat(reader.faults()).isEmpty();
    }

    @Test
    void anAdministratorReadsChinese() {
        Reader reader = readerOf("admin");
        ours(reader, "/people", "/account", "/board");
        assertThat(reader.page().locator("main").innerText())
                .contains("申请不对系统管理员显示")
                .doesNotContain("还没有停车场", "还没有申请");
        reader.readsTheirs(address() + ADMIN);
        reader.readsTheirs(address() + ADMIN + "#/users");
        assertThat(reader.faults()).isEmpty();
    }

    private void ours(Reader reader, String... pages) {
        for (String one : pages) {
            reader.readsOurs(address() + one);
        }
    }

    private String waitsForReview() {
        String account = "6222" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
        return TestApplications.apply(app, Channel.CITIZENCARD, hubin(), account, "hubin");
    }

    private Merchant hubin() {
        return app.getBean(Merchants.class).byTenant("hubin").orElseThrow();
    }

    private String taskOf(String no) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(no)
                .list()
                .get(0)
                .getId();
    }

    private Reader readerOf(String user) {
        return Reader.fromAbroad(chromium, address(), user);
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
