package cn.citybrain.parking.onboarding.crash;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.TestComponent;

/**
 * Two nodes with two versions of the gate on one database, while instances wait and a deduction runs; then the waiting ones
 * are brought to the new version by the command, also to one that lacks their step.
 */
@Tag("nodes")
class RollingUpgradeTest {

    private static final String MODEL = "test-deduction-gate";
    private static final String RUNS_ON = "3301027001";
    private static final String DEDUCTS = "3301027002";
    private static final String MIGRATES = "3301027003";
    private static final String NEW = "3301027004";
    private static final List<String> LOTS = List.of(RUNS_ON, DEDUCTS, MIGRATES);

    private final int port = Node.freePort();
    private final int secondPort = Node.freePort();
    private final LivingWorld world = new LivingWorld(port);
    private final String database = TestDatabase.newDatabase();
    private Node old;
    private Node fresh;

    @TempDir
    Path home;

    /** A step that only the new version has: the old node knows no bean of this name. */
    @TestComponent("onlyInTheNewVersion")
    static class NewStep implements JavaDelegate {

        static final AtomicInteger DONE = new AtomicInteger();

        @Override
        public void execute(DelegateExecution execution) {
            DONE.incrementAndGet();
        }
    }

    @BeforeEach
    void realTime() {
        ClockUtil.reset();
        NewStep.DONE.set(0);
    }

    @AfterEach
    void stop() {
        for (Node node : new Node[] {fresh, old}) {
            if (node != null) {
                node.close();
            }
        }
        world.close();
        ClockUtil.setCurrentTime(Date.from(TestClock.START));
    }

    @Test
    void runningInstancesEndOnTheirVersionAndWaitingOnesCanBeBroughtToTheNewest() throws Exception {
        old = Node.start(
                home.resolve("old"),
                database,
                world.url(),
                port,
                List.of("--kill.lots=" + String.join(",", LOTS)),
                WaitingGates.class);
        world.chargeAndKeepSilent(WaitingGates.plate(1));
        world.visit(DEDUCTS, WaitingGates.plate(1));
        until("charged", () -> !world.charges(WaitingGates.plate(1)).isEmpty());

        String second = models("second", RollingUpgradeTest::withStepBeforeTheWait);
        fresh = node(second);
        assertThat(newest()).isEqualTo(2);
        startNewLot();
        world.visit(RUNS_ON, WaitingGates.plate(0));
        until("live", () -> live(RUNS_ON) && live(DEDUCTS));
        until("waits", () -> waits(NEW));

        assertThat(versionOf(RUNS_ON)).isEqualTo(1);
        assertThat(versionOf(DEDUCTS)).isEqualTo(1);
        assertThat(versionOf(NEW)).isEqualTo(2);
        assertThat(NewStep.DONE).hasValue(1);
        assertThat(failures()).as("jobs that a node could not do").isZero();

        old.close();
        old = null;
        world.meet(secondPort);
        migrate(second);
        world.visit(MIGRATES, WaitingGates.plate(2));
        until("live", () -> live(MIGRATES));
        assertThat(versionOf(MIGRATES)).isEqualTo(2);
        List.of(0, 1, 2).forEach(lot -> assertThat(world.charges(WaitingGates.plate(lot)))
                .hasSize(1));
    }

    private void migrate(String second) throws IOException {
        Said planned = command(second, "--onboarding.migrate-plan-only=true");
        assertThat(planned.code()).isZero();
        assertThat(planned.text()).contains("可迁移 1 个").contains(MIGRATES);
        assertThat(versionOf(MIGRATES)).isEqualTo(1);

        Said done = command(second);
        assertThat(done.code()).isZero();
        assertThat(done.text()).contains("已迁移 1 个，未迁移 0 个");
        assertThat(versionOf(MIGRATES)).isEqualTo(2);
        assertThat(waits(MIGRATES)).isTrue();

        String third = models("third", model -> model.replace("receiveTask_awaitRecord", "receiveTask_awaitVisit"));
        Said refused = command(third);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.text()).contains("迁移到第 3 版", "已迁移 0 个，未迁移 2 个", "receiveTask_awaitRecord", MIGRATES, NEW);
        assertThat(versionOf(MIGRATES)).isEqualTo(2);
    }

    private record Said(int code, String text) {}

    private Said command(String models, String... more) {
        PrintStream console = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            List<String> arguments =
                    new java.util.ArrayList<>(List.of(pattern(models), "--onboarding.migrate=" + MODEL));
            arguments.addAll(List.of(more));
            int code = Node.start(home.resolve("command"), database, world.url(), Node.freePort(), arguments)
                    .exit();
            return new Said(code, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(console);
        }
    }

    private Node node(String models) {
        return Node.start(
                home.resolve("fresh"), database, world.url(), secondPort, List.of(pattern(models)), NewStep.class);
    }

    private static String pattern(String models) {
        return "--camunda.bpm.deployment-resource-pattern=" + models
                + "/*.bpmn,classpath*:forms/*.html,classpath*:forms/*.form";
    }

    /** All models, the gate changed. */
    private String models(String name, java.util.function.UnaryOperator<String> change) throws IOException {
        Path folder = Files.createDirectories(home.resolve(name));
        try (var models = Files.newDirectoryStream(Path.of("bpmn"), "*.bpmn")) {
            for (Path model : models) {
                String text = Files.readString(model);
                boolean gate = model.getFileName().toString().equals(MODEL + ".bpmn");
                Files.writeString(folder.resolve(model.getFileName()), gate ? change.apply(text) : text);
            }
        }
        return folder.toUri().toString().replaceAll("/$", "");
    }

    private static String withStepBeforeTheWait(String model) {
        String flow = "<bpmn:sequenceFlow id=\"flow_awaitAgain_awaitRecord\" sourceRef=\"gateway_awaitAgain\""
                + " targetRef=\"receiveTask_awaitRecord\" />";
        assertThat(model).contains(flow);
        return model.replace(
                flow,
                "<bpmn:serviceTask id=\"serviceTask_new\" name=\"新步骤\" camunda:asyncBefore=\"true\""
                        + " camunda:delegateExpression=\"${onlyInTheNewVersion}\" />"
                        + "<bpmn:sequenceFlow id=\"flow_awaitAgain_awaitRecord\" sourceRef=\"gateway_awaitAgain\" targetRef=\"serviceTask_new\" />"
                        + "<bpmn:sequenceFlow id=\"flow_new_awaitRecord\" sourceRef=\"serviceTask_new\" targetRef=\"receiveTask_awaitRecord\" />");
    }

    /** One more lot for the account: its gate begins on the newest version, its people work on the old node. */
    private void startNewLot() throws GeneralSecurityException {
        var merchant = old.part(Merchants.class).byTenant("hubin").orElseThrow();
        old.part(ParkingLots.class).add(NEW, "停车场" + NEW, "杭州市上城区", 100, merchant.id());
        old.part(Vendors.class).assign(NEW, "vendor-zhilian", "admin");
        String no = old.bindingOf(RUNS_ON).applicationNo();
        old.part(RuntimeService.class)
                .startProcessInstanceByKey("add-lot", Map.of("applicationNo", no, "lotCode", NEW));
        Task task =
                Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> prepareTask(no), found -> found != null);
        LotBinding binding = old.bindingOf(NEW);
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(1024);
        old.part(AccessKeys.class)
                .register(
                        NEW,
                        "acc-" + NEW,
                        Base64.getEncoder()
                                .encodeToString(
                                        keys.generateKeyPair().getPublic().getEncoded()),
                        "zhilian");
        old.part(TestVehicles.class).register(binding.id(), "浙A70099", 1, "openid", "zhilian");
        old.part(TaskService.class).setAssignee(task.getId(), "zhilian");
        old.part(TaskService.class).complete(task.getId());
    }

    private Task prepareTask(String no) {
        return old.part(TaskService.class)
                .createTaskQuery()
                .processInstanceBusinessKey(no + "-" + NEW)
                .taskDefinitionKey("userTask_prepareInterface")
                .singleResult();
    }

    private int newest() {
        return fresh.part(RepositoryService.class)
                .createProcessDefinitionQuery()
                .processDefinitionKey(MODEL)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private int versionOf(String lot) {
        return fresh.part(HistoryService.class)
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(MODEL)
                .processInstanceBusinessKeyLike("%-" + lot)
                .singleResult()
                .getProcessDefinitionVersion();
    }

    private boolean waits(String lot) {
        return fresh.jdbc()
                        .sql("SELECT count(*) FROM act_ru_execution e JOIN act_hi_procinst p ON p.id_ = e.proc_inst_id_"
                                + " WHERE p.business_key_ LIKE ? AND e.act_id_ = 'receiveTask_awaitRecord'")
                        .param("%-" + lot)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private long failures() {
        return fresh.part(HistoryService.class)
                .createHistoricJobLogQuery()
                .failureLog()
                .jobDefinitionType("async-continuation")
                .activityIdIn("serviceTask_new")
                .count();
    }

    private boolean live(String lot) {
        return fresh.stateOf(lot).equals("LIVE");
    }

    private static void until(String what, Callable<Boolean> there) {
        Awaitility.await(what).atMost(Duration.ofSeconds(120)).until(there);
    }
}
