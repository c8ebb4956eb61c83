package cn.citybrain.parking.onboarding.process.answer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.MortalDatabase;
import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.channel.account.ReviewResult;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.work.EveryVersion;
import cn.citybrain.parking.onboarding.process.work.ExternalTaskOutcome;
import cn.citybrain.parking.onboarding.process.work.ExternalTaskWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.externaltask.ExternalTask;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/**
 * What it costs that 10,000 applications wait for their channel, as they waited before ({@code external}: an external task
 * that stays locked until its next poll) and as they wait now ({@code awaited}: a receive task and a row), in one run.
 * {@code mvn -Pbench test} runs it on H2 and on PostgreSQL and writes {@code target/bench/}. Then, with 100,000 rows, the plan
 * of the sweep's query.
 */
@OnboardingTest
@DirtiesContext
class WaitsBench {

    private static final int WAITING = 10_000;
    private static final int MANY = 100_000;
    private static final int TICKS = 20;
    private static final int POLLS = 50;

    @Autowired
    ApplicationContext app;

    @Autowired
    RepositoryService repository;

    @Autowired
    ExternalTaskService tasks;

    @Autowired
    ExternalTaskWorker worker;

    @Autowired
    AnswerSweep sweep;

    @Autowired
    JdbcClient jdbc;

    ProcessBench bench;
    MortalDatabase database;

    private record Cost(double millis, double statements) {
        static Cost of(Supplier<Integer> work, int times, MortalDatabase database) {
            List<Double> millis = new ArrayList<>();
            int statements = 0;
            for (int i = 0; i < times; i++) {
                database.dieAt(-1, false);
                long start = System.nanoTime();
                work.get();
                millis.add((System.nanoTime() - start) / 1e6);
                statements += database.revive();
            }
            Collections.sort(millis);
            return new Cost(millis.get(times / 2), statements / (double) times);
        }
    }

    @Test
    void measure() throws IOException {
        bench = new ProcessBench(app);
        database = (MortalDatabase) app.getBean(DataSource.class);
        AtomicInteger asked = new AtomicInteger();
        bench.channel.review = () -> {
            asked.incrementAndGet();
            return new ReviewResult.UnderReview("审核中");
        };
        String no = bench.apply();
        bench.accept(no);
        bench.worker.runOnce();
        asked.set(0);
        List<String> lines = new ArrayList<>();
        lines.add("database: " + (TestDatabase.onPostgres() ? "PostgreSQL" : "H2") + ", waiting: " + WAITING);

        deploy("benchAwaited", awaited());
        start("benchAwaited", no);
        jdbc.sql("UPDATE awaited_answer SET next_ask_at = ?")
                .param(OffsetDateTime.now(bench.clock).plusDays(1))
                .update();
        Cost idleNow = idle();
        Cost pollNow = pollAwaited();

        // beside the others, which no look finds: to delete 10,000 instances takes longer than all the rest
        deploy("benchExternal", external());
        start("benchExternal", no);
        tasks.createExternalTaskQuery().topicName("reviewApplication").unlimitedList().stream()
                .map(ExternalTask::getId)
                .forEach(id -> tasks.lock(
                        id, ExternalTaskOutcome.WAITING, Duration.ofDays(1).toMillis()));
        Cost idleBefore = idle();
        Cost pollBefore = pollExternal();

        assertThat(asked).hasValue(2 * POLLS);
        line(lines, "one look for work, nothing due", idleBefore, idleNow);
        line(lines, "one question and its undecided answer", pollBefore, pollNow);
        double before = load(idleBefore, pollBefore, Duration.ofMinutes(10));
        double now = load(idleNow, pollNow, Duration.ofHours(2));
        lines.add(
                "statements per second while %d wait (look every second; polls every 10 min, then every 2 h): %.1f, %.1f, ratio %.2f"
                        .formatted(WAITING, before, now, now / before));
        write(lines);
        lines.addAll(plan());
        write(lines);
        assertThat(now).isLessThan(before);
    }

    /** Everything a node looks for in one interval: acts and questions of all channels. */
    private Cost idle() {
        Supplier<Integer> tick = () -> worker.runOnce() + sweep.runOnce();
        Cost.of(tick, TICKS, database); // gets warm
        return Cost.of(tick, TICKS, database);
    }

    private Cost pollExternal() {
        List<ExternalTask> some =
                tasks.createExternalTaskQuery().topicName("reviewApplication").listPage(0, POLLS);
        var next = some.iterator();
        return less(
                Cost.of(
                        () -> {
                            tasks.unlock(next.next().getId());
                            return worker.runOnce() + sweep.runOnce();
                        },
                        POLLS,
                        database),
                3); // the unlock itself, and its transaction
    }

    private Cost pollAwaited() {
        List<String> some = jdbc.sql("SELECT execution_id FROM awaited_answer")
                .query(String.class)
                .list()
                .subList(0, POLLS);
        var next = some.iterator();
        return less(
                Cost.of(
                        () -> {
                            jdbc.sql("UPDATE awaited_answer SET next_ask_at = ? WHERE execution_id = ?")
                                    .params(OffsetDateTime.now(bench.clock), next.next())
                                    .update();
                            return worker.runOnce() + sweep.runOnce();
                        },
                        POLLS,
                        database),
                1); // the update
    }

    private static Cost less(Cost cost, int own) {
        return new Cost(cost.millis(), cost.statements() - own);
    }

    /** Looks come every second; {@code poll} holds two idle looks, before and after. */
    private static double load(Cost idle, Cost poll, Duration every) {
        double extra = Math.max(0, poll.statements() - idle.statements());
        return idle.statements() + extra * WAITING / every.toSeconds();
    }

    private static void line(List<String> lines, String what, Cost before, Cost now) {
        lines.add("%s: %.1f ms, %.1f statements before; %.1f ms, %.1f statements now; ratio %.3f, %.3f"
                .formatted(
                        what,
                        before.millis(),
                        before.statements(),
                        now.millis(),
                        now.statements(),
                        now.millis() / before.millis(),
                        now.statements() / before.statements()));
    }

    private void start(String model, String no) {
        for (int i = 0; i < WAITING; i++) {
            bench.runtime.startProcessInstanceByKey(model, Map.of("applicationNo", no, "channel", "wechatpay"));
        }
    }

    private void deploy(String name, org.camunda.bpm.model.bpmn.BpmnModelInstance model) {
        repository.createDeployment().addModelInstance(name + ".bpmn", model).deploy();
        EveryVersion.know(app);
    }

    private static org.camunda.bpm.model.bpmn.BpmnModelInstance external() {
        String xml = Bpmn.convertToString(Bpmn.createExecutableProcess("benchExternal")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .serviceTask("wait")
                .camundaExternalTask("reviewApplication")
                .endEvent()
                .done());
        return read(xml, "<serviceTask ", "waitsWhile", "");
    }

    private static org.camunda.bpm.model.bpmn.BpmnModelInstance awaited() {
        String xml = Bpmn.convertToString(Bpmn.createExecutableProcess("benchAwaited")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .receiveTask("wait")
                .message("answer")
                .endEvent()
                .done());
        return read(
                xml,
                "<receiveTask ",
                "asks\" value=\"review\" /><camunda:property name=\"waitsWhile",
                "<camunda:executionListener event=\"start\" delegateExpression=\"${answerAwaited}\" />"
                        + "<camunda:executionListener event=\"end\" delegateExpression=\"${waitEnded}\" />");
    }

    /** The model's builder has no properties. */
    private static org.camunda.bpm.model.bpmn.BpmnModelInstance read(
            String xml, String element, String property, String listeners) {
        int begin = xml.indexOf('>', xml.indexOf(element)) + 1;
        String extension = "<extensionElements><camunda:properties><camunda:property name=\"" + property
                + "\" value=\"UNDER_REVIEW\" /></camunda:properties>" + listeners + "</extensionElements>";
        String whole = xml.substring(0, begin) + extension + xml.substring(begin);
        if (!whole.contains("xmlns:camunda")) {
            whole = whole.replaceFirst(
                    "<definitions ", "<definitions xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" ");
        }
        return Bpmn.readModelFromStream(
                new java.io.ByteArrayInputStream(whole.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    private List<String> plan() {
        jdbc.sql("INSERT INTO awaited_answer (execution_id, instance_id, definition_id, element_id, channel, question,"
                        + " application_no, since, next_ask_at) SELECT CONCAT(w.execution_id, '-', n.n), w.instance_id,"
                        + " w.definition_id, w.element_id, CASE WHEN MOD(n.n, 2) = 0 THEN 'wechatpay' ELSE 'alipay' END,"
                        + " 'review', w.application_no, w.since, w.next_ask_at FROM awaited_answer w,"
                        + (TestDatabase.onPostgres()
                                ? " generate_series(1, " + (MANY / WAITING - 1) + ") AS n(n)"
                                : " SYSTEM_RANGE(1, " + (MANY / WAITING - 1) + ") AS n(n)"))
                .update();
        jdbc.sql("ANALYZE").update();
        assertThat(jdbc.sql("SELECT count(*) FROM awaited_answer")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(MANY);
        Cost sweeps = idle();
        List<String> lines = new ArrayList<>();
        lines.add("one look for work at %d rows: %.1f ms".formatted(MANY, sweeps.millis()));
        for (Map.Entry<String, String> query : Map.of(
                        "awaited_answer_due",
                        "SELECT * FROM awaited_answer WHERE channel = 'wechatpay' AND next_ask_at <= CURRENT_TIMESTAMP"
                                + " AND (claimed_until IS NULL OR claimed_until < CURRENT_TIMESTAMP)"
                                + " AND definition_id IN ('a', 'b') ORDER BY next_ask_at LIMIT 4",
                        "awaited_answer_application",
                        "SELECT * FROM awaited_answer WHERE application_no = 'none' AND question = 'review'",
                        "awaited_answer_binding",
                        "SELECT * FROM awaited_answer WHERE binding_id = 1 AND question = 'lot'",
                        "awaited_answer_instance",
                        "SELECT * FROM awaited_answer WHERE instance_id = 'none'")
                .entrySet()) {
            String plan = String.join(
                    " ",
                    jdbc.sql("EXPLAIN " + query.getValue()).query(String.class).list());
            lines.add(query.getKey() + ": " + plan.replaceAll("\\s+", " "));
            assertThat(plan.toLowerCase(java.util.Locale.ROOT)).contains(query.getKey());
        }
        return lines;
    }

    private static void write(List<String> lines) throws IOException {
        Path folder = Files.createDirectories(Path.of("target/bench"));
        Files.write(folder.resolve("waits-" + (TestDatabase.onPostgres() ? "postgresql" : "h2") + ".txt"), lines);
    }
}
