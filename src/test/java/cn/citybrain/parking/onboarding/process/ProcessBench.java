package cn.citybrain.parking.onboarding.process;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.application.lot.ChosenLots;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.channel.TestAdapters;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapters;
import cn.citybrain.parking.onboarding.deduction.vehicle.TestVehicles;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import cn.citybrain.parking.onboarding.parking.key.AccessKeys;
import cn.citybrain.parking.onboarding.process.answer.AnswerSweep;
import cn.citybrain.parking.onboarding.process.answer.WaitComparison;
import cn.citybrain.parking.onboarding.process.withdrawal.Withdrawals;
import cn.citybrain.parking.onboarding.process.work.ExternalTaskWorker;
import cn.citybrain.parking.onboarding.process.work.GateArrivals;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Plays both models through the real engine and the real beans; only the channel is scripted. */
public final class ProcessBench {

    public static final String REVIEWER = "reviewer-test";
    private static final AtomicLong ACCOUNT = new AtomicLong(622200000000000L);
    private static final String PLATE = "浙A12345";
    /** No lot signs anything with it here: one will do for all. */
    private static final String PUBLIC_KEY = publicKey();

    public final ScriptedChannel channel;
    public final Applications applications;
    public final TestDrafts drafts;
    public final ChannelAnswers answers;
    public final LotBindings bindings;
    public final RuntimeService runtime;
    public final TaskService tasks;
    public final ManagementService jobs;
    public final ChannelWork worker;
    public final GateArrivals arrivals;
    public final Withdrawals withdrawals;
    public final JdbcClient jdbc;
    public final TestClock clock;
    public final Merchant merchant;

    private final ApplicationContext app;
    private final ChannelAdapter before;

    public ProcessBench(ApplicationContext app) {
        this(app, Channel.WECHATPAY);
    }

    /** @param scripted the channel that answers what the test says */
    public ProcessBench(ApplicationContext app, Channel scripted) {
        this.app = app;
        channel = new ScriptedChannel(scripted);
        applications = app.getBean(Applications.class);
        drafts = new TestDrafts(app);
        answers = app.getBean(ChannelAnswers.class);
        bindings = app.getBean(LotBindings.class);
        runtime = app.getBean(RuntimeService.class);
        tasks = app.getBean(TaskService.class);
        jobs = app.getBean(ManagementService.class);
        worker = new ChannelWork(app.getBean(ExternalTaskWorker.class), app.getBean(AnswerSweep.class));
        arrivals = app.getBean(GateArrivals.class);
        withdrawals = app.getBean(Withdrawals.class);
        jdbc = app.getBean(JdbcClient.class);
        clock = app.getBean(TestClock.class);
        clock.reset();
        merchant = TestMerchants.add(app.getBean(Merchants.class));
        before = TestAdapters.replace(app.getBean(ChannelAdapters.class), UnheldConnections.around(channel.adapter()));
    }

    /** From now on the application talks to the simulated channel, over the wire. */
    public void useTheWire() {
        TestAdapters.replace(app.getBean(ChannelAdapters.class), UnheldConnections.around(before));
    }

    /** Gives the application its own adapter back, and leaves nothing behind that later tests would work. */
    public void close() {
        runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .forEach(id -> runtime.deleteProcessInstance(id, "end of test", true));
        app.getBean(WaitComparison.class).compare();
        TestAdapters.replace(app.getBean(ChannelAdapters.class), before);
        clock.reset();
    }

    /** A started application whose form and papers were submitted. */
    public String apply() {
        String account = String.valueOf(ACCOUNT.incrementAndGet());
        return TestApplications.apply(app, channel.channel(), merchant, account, "operator-test");
    }

    public ProcessInstance start(String no) {
        return runtime.startProcessInstanceByKey(channel.channel().code() + "-onboarding", Map.of("applicationNo", no));
    }

    public void accept(String no) {
        TestReviews.accept(app, no, REVIEWER);
        complete(no, "userTask_review", Map.of("reviewDecision", "accept"));
    }

    public void giveBack(String no, String field, String reason) {
        TestReviews.giveBack(app, no, REVIEWER, field, reason);
        complete(no, "userTask_review", Map.of("reviewDecision", "return"));
    }

    public void refuse(String no, String reason) {
        TestReviews.refuse(app, no, REVIEWER, reason);
        complete(no, "userTask_review", Map.of("reviewDecision", "refuse"));
    }

    /** The operator corrects something and submits again. */
    public void correct(String no) {
        TestForms.resubmit(drafts, no, "operator-test");
        complete(no, "userTask_correct", Map.of());
    }

    /** From the application to the choice of lots. */
    public String opened() {
        String no = apply();
        channel.review = () -> new ReviewResult.Approved(account(no));
        accept(no);
        worker.runOnce();
        complete(no, "userTask_confirmAccount", Map.of("accountDecision", "confirm"));
        return no;
    }

    /** From the application to gates that wait for records, one per lot. */
    public List<LotBinding> testing(int lots) {
        return testing(opened(), lots);
    }

    /** The merchant's number at the channel. */
    public static String account(String no) {
        return no.replaceAll("\\D", "");
    }

    public List<LotBinding> testing(String no, int lots) {
        bind(no, lots);
        worker.runOnce();
        bindings.ofApplication(no).forEach(this::prepare);
        return bindings.ofApplication(no);
    }

    public void bind(String no, int lots) {
        String[] codes = new String[lots];
        Arrays.setAll(codes, i -> lot().code());
        bind(no, List.of(codes));
    }

    public void bind(String no, List<String> lotCodes) {
        app.getBean(ChosenLots.class).choose(no, lotCodes, "operator-test");
        complete(no, "userTask_bindLots", Map.of());
    }

    public ParkingLot lot() {
        return TestMerchants.addLot(app.getBean(ParkingLots.class), merchant);
    }

    public void prepare(LotBinding lot) {
        app.getBean(AccessKeys.class).register(lot.lotCode(), "acc-" + lot.lotCode(), PUBLIC_KEY, "vendor-test");
        app.getBean(TestVehicles.class).register(lot.id(), PLATE, 1, "openid-1", "vendor-test");
        complete(gate(lot), "userTask_prepareInterface", Map.of());
    }

    private static String publicKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(1024);
            return Base64.getEncoder()
                    .encodeToString(generator.generateKeyPair().getPublic().getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Business key of a lot's gate. */
    public static String gate(LotBinding lot) {
        return lot.applicationNo() + "-" + lot.lotCode();
    }

    /** A flawless record of the test vehicle, found by the sweep and checked. */
    public void drive(LotBinding lot) {
        record(lot, true);
        arrivals.sweep();
        runJobs(gate(lot));
    }

    /** A visit with its photos and a bill, in the tables. */
    public void record(LotBinding lot, boolean photos) {
        record(lot, photos, PLATE);
    }

    public void record(LotBinding lot, boolean photos, String plate) {
        String uid = lot.lotCode() + UUID.randomUUID().toString().substring(0, 8);
        Instant left = clock.instant().minus(Duration.ofMinutes(10));
        OffsetDateTime in = left.minus(Duration.ofMinutes(30)).atOffset(ZoneOffset.UTC);
        OffsetDateTime out = left.atOffset(ZoneOffset.UTC);
        jdbc.sql("INSERT INTO stay (lot_code, uid, entry_plate, entry_plate_color, entered_at, entry_received_at,"
                        + " exit_plate, exit_plate_color, exit_arrive_time, left_at, exit_received_at)"
                        + " VALUES (?, ?, ?, 1, ?, ?, ?, 1, ?, ?, ?)")
                .params(lot.lotCode(), uid, plate, in, in.plusSeconds(5), plate, in, out, out.plusSeconds(5))
                .update();
        for (int type = 1; photos && type <= 2; type++) {
            jdbc.sql("INSERT INTO photo (lot_code, uid, photo_id, photo_type, taken_at, sha256, size_bytes,"
                            + " file_signed, content, received_at) VALUES (?, ?, ?, ?, ?, 'x', 1, TRUE, ?, ?)")
                    .params(lot.lotCode(), uid, uid + type, type, in, new byte[] {1}, out)
                    .update();
        }
        jdbc.sql("INSERT INTO bill (lot_code, uid, bill_no, plate_no, plate_color, arrived_at, left_at, billed_at,"
                        + " amount, pay_status, received_at) VALUES (?, ?, ?, ?, 1, ?, ?, ?, 500, 0, ?)")
                .params(lot.lotCode(), uid, "B" + UUID.randomUUID().toString().substring(0, 12))
                .params(plate, in, out, out, out.plusSeconds(10))
                .update();
    }

    public void complete(String key, String task, Map<String, Object> variables) {
        Task open = task(key, task);
        tasks.setAssignee(open.getId(), REVIEWER);
        tasks.complete(open.getId(), variables);
    }

    public Task task(String key, String definitionKey) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(definitionKey)
                .singleResult();
    }

    /** Ids of the steps that an instance is in, without the escalation of one of them; empty when it is over. */
    public Set<String> steps(String key) {
        Set<String> ids = new TreeSet<>();
        instances(key)
                .filter(instance -> !isEscalation(instance.getProcessDefinitionId()))
                .forEach(instance -> collect(runtime.getActivityInstance(instance.getId()), ids));
        return ids;
    }

    /** Ids of the steps that the escalations of an instance's steps are in. */
    public List<String> escalations(String key) {
        List<String> ids = new ArrayList<>();
        instances(key)
                .filter(instance -> isEscalation(instance.getProcessDefinitionId()))
                .forEach(instance -> {
                    Set<String> steps = new TreeSet<>();
                    collect(runtime.getActivityInstance(instance.getId()), steps);
                    ids.addAll(steps);
                });
        return ids;
    }

    /** As the engine's own query finds them, at a fifth of its price: tests ask this thousands of times. */
    private Stream<ProcessInstance> instances(String key) {
        return runtime
                .createNativeProcessInstanceQuery()
                .sql("SELECT * FROM ACT_RU_EXECUTION WHERE BUSINESS_KEY_ = #{key} AND PARENT_ID_ IS NULL")
                .parameter("key", key)
                .list()
                .stream();
    }

    private static boolean isEscalation(String definitionId) {
        return definitionId.startsWith("escalation:");
    }

    private static void collect(ActivityInstance instance, Set<String> ids) {
        for (ActivityInstance child : instance.getChildActivityInstances()) {
            // what is called under the same key is looked into instead
            boolean lookedInto = child.getActivityId().matches("callActivity_(acceptance|review|withdrawal)");
            if (child.getChildActivityInstances().length == 0 && !lookedInto) {
                ids.add(child.getActivityId());
            }
            collect(child, ids);
        }
        Arrays.stream(instance.getChildTransitionInstances()).forEach(next -> ids.add(next.getActivityId()));
    }

    /** The end events that an instance went through. */
    public List<String> ends(String key) {
        HistoryService history = app.getBean(HistoryService.class);
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .filter(instance -> !isEscalation(instance.getProcessDefinitionId()))
                .flatMap(instance ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .filter(step -> step.getActivityType().endsWith("EndEvent"))
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    /** What history keeps of a variable of an instance. */
    public List<Object> remembered(String key, String variable) {
        HistoryService history = app.getBean(HistoryService.class);
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).list().stream()
                .flatMap(instance -> history
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .variableName(variable)
                        .list()
                        .stream())
                .map(HistoricVariableInstance::getValue)
                .toList();
    }

    /** Runs the jobs of an instance that are due. */
    public void runJobs(String key) {
        instances(key).forEach(instance -> {
            for (var due = due(instance); !due.isEmpty(); due = due(instance)) {
                due.forEach(job -> jobs.executeJob(job.getId()));
            }
        });
    }

    private List<org.camunda.bpm.engine.runtime.Job> due(ProcessInstance instance) {
        return jobs.createJobQuery().processInstanceId(instance.getId()).executable().list().stream()
                .filter(job -> job.getDuedate() == null || !job.getDuedate().after(Date.from(clock.instant())))
                .limit(1)
                .toList();
    }

    /** Publishes as a module does: in a transaction of its own. */
    public void publish(Object event) {
        new TransactionTemplate(app.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> app.publishEvent(event));
    }

    /** Subjects of the mails to an address that name something. */
    public List<String> mails(String about) {
        return jdbc.sql("SELECT subject FROM mail WHERE subject LIKE ? OR body LIKE ? ORDER BY id")
                .params("%" + about + "%", "%" + about + "%")
                .query(String.class)
                .list();
    }
}
