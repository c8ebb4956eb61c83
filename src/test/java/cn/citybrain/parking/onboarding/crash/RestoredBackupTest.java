package cn.citybrain.parking.onboarding.crash;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.TestDatabase;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.deduction.Deduction;
import cn.citybrain.parking.onboarding.deduction.Refund;
import cn.citybrain.parking.onboarding.deduction.charge.Deductions;
import cn.citybrain.parking.onboarding.deduction.refund.Refunds;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.TestApplications;
import cn.citybrain.parking.onboarding.process.work.GateArrivals;
import cn.citybrain.parking.onboarding.restore.Restores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database is lost and its backup restored while channel and lots live on: what happened between the two happened, and
 * nothing of it happens a second time. PostgreSQL's {@code CREATE DATABASE … TEMPLATE} stands in for {@code pg_dump}, which
 * the embedded server does not bring.
 */
@Tag("nodes")
class RestoredBackupTest {

    private static final List<String> LOTS =
            IntStream.range(1, 5).mapToObj("330102800%d"::formatted).toList();
    private static final String LIVE_BEFORE = LOTS.get(0);
    private static final String ANSWER_LOST_BEFORE = LOTS.get(1);
    private static final String LIVE_AFTERWARDS = LOTS.get(2);
    private static final String ANSWER_LOST_AFTERWARDS = LOTS.get(3);

    private final int port = Node.freePort();
    private final LivingWorld world = new LivingWorld(port);
    private final String lost = TestDatabase.newDatabase();
    private final JdbcClient server = client(TestDatabase.newDatabase());
    private Node node;

    @TempDir
    Path home;

    @BeforeEach
    void realTime() {
        ClockUtil.reset();
    }

    @AfterEach
    void stop() {
        if (node != null) {
            node.close();
        }
        world.close();
        ClockUtil.setCurrentTime(Date.from(TestClock.START));
    }

    @Test
    void nothingHappensTwiceAndEverythingEndsAsTheChannelKnowsIt() {
        node = start(lost, "--kill.lots=" + String.join(",", LOTS));
        visitUntilLive(LIVE_BEFORE);
        String application = waitingForReview();
        visitWithoutAnswer(ANSWER_LOST_BEFORE);
        node.close();

        Instant moment = Instant.now();
        String backup = copy(lost);

        node = start(lost);
        node.letLocksRunOut();
        until("the answer is found", () -> live(ANSWER_LOST_BEFORE));
        visitUntilLive(LIVE_AFTERWARDS);
        refund(LIVE_BEFORE, "第一次退款");
        accept(application);
        until("submitted", () -> world.desk().application(application).isPresent());
        visitWithoutAnswer(ANSWER_LOST_AFTERWARDS);
        node.close();

        String restored = copy(backup);
        node = start(restored, "--onboarding.restored-to=" + moment.atOffset(ZoneOffset.ofHours(8)));
        node.letLocksRunOut();
        until("what was sent is found", () -> live(ANSWER_LOST_BEFORE));
        List.of(LIVE_AFTERWARDS, ANSWER_LOST_AFTERWARDS).forEach(this::lotSendsItsRecordsAgain);
        until("what was charged is found", () -> live(LIVE_AFTERWARDS) && live(ANSWER_LOST_AFTERWARDS));
        refund(LIVE_BEFORE, "第二次申请");
        accept(application);
        until("handed over", () -> text(application) != null);
        until("finished", () -> node.part(Restores.class).latest().orElseThrow().finished());

        LOTS.forEach(this::chargedOnce);
        assertThat(world.refunds()).hasSize(1);
        assertThat(world.desk().application(application).orElseThrow().submissions())
                .isEqualTo(1);
        assertThat(mails("restored/")).isPositive();
        assertThat(mails("restore-finished/")).isEqualTo(mails("restored/"));
        numbersOfTheLostTimeStayTaken();
    }

    private Node start(String database, String... more) {
        return Node.start(home, database, world.url(), port, List.of(more), WaitingGates.class);
    }

    private void visitUntilLive(String lot) {
        world.visit(lot, plate(lot));
        until(lot, () -> live(lot));
    }

    private void visitWithoutAnswer(String lot) {
        world.chargeAndKeepSilent(plate(lot));
        world.visit(lot, plate(lot));
        until(lot, () -> !world.charges(plate(lot)).isEmpty());
    }

    private String waitingForReview() {
        var merchant = node.part(Merchants.class).byTenant("hubin").orElseThrow();
        return TestApplications.apply(node.beans(), Channel.WECHATPAY, merchant, "6222021202000000088", "hubin");
    }

    private void accept(String no) {
        TestReviews.accept(node.beans(), no, "reviewer");
        TaskService tasks = node.part(TaskService.class);
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(no)
                .taskDefinitionKey("userTask_review")
                .singleResult();
        tasks.setAssignee(task.getId(), "reviewer");
        tasks.complete(task.getId(), Map.of("reviewDecision", "accept"));
    }

    private String text(String no) {
        return node.part(Applications.class).byNo(no).channelStateText();
    }

    private void refund(String lot, String why) {
        Refunds refunds = node.part(Refunds.class);
        long id = refunds.request(deduction(lot).id(), "sup-1", why);
        refunds.approve(id, "sup-2");
        until("refunded", () -> refunds.byId(id).orElseThrow().state() == Refund.State.REFUNDED);
    }

    private Deduction deduction(String lot) {
        return node.part(Deductions.class).latest(node.bindingOf(lot).id()).orElseThrow();
    }

    /** The same uid, the same bill: as they stand in the database that was lost. */
    private void lotSendsItsRecordsAgain(String lot) {
        for (String table : List.of("stay", "photo", "bill")) {
            for (Map<String, Object> row : client(lost)
                    .sql("SELECT * FROM " + table + " WHERE lot_code = ?")
                    .param(lot)
                    .query()
                    .listOfRows()) {
                row.keySet().removeAll(List.of("id", "consumed_by"));
                row.values().removeIf(Objects::isNull);
                String columns = String.join(", ", row.keySet());
                String places = row.keySet().stream().map(name -> "?").collect(Collectors.joining(", "));
                node.jdbc()
                        .sql("INSERT INTO " + table + " (" + columns + ") VALUES (" + places + ")")
                        .params(List.copyOf(row.values()))
                        .update();
            }
        }
        node.part(GateArrivals.class).sweep();
    }

    private void chargedOnce(String lot) {
        assertThat(world.charges(plate(lot))).as(lot).hasSize(1);
        assertThat(live(lot)).as(lot).isTrue();
        Deduction known = deduction(lot);
        assertThat(known.outTradeNo())
                .isEqualTo(world.charges(plate(lot)).get(0).tradeNo());
        assertThat(known.transactionNo())
                .isEqualTo(world.charges(plate(lot)).get(0).channelNo());
    }

    private void numbersOfTheLostTimeStayTaken() {
        long highest =
                client(lost).sql("SELECT max(id) FROM bill").query(Long.class).single();
        long fresh =
                node.jdbc().sql("SELECT max(id) FROM bill").query(Long.class).single();
        assertThat(fresh).isGreaterThan(highest);
    }

    private long mails(String about) {
        return node.jdbc()
                .sql("SELECT count(*) FROM mail WHERE dedupe_key LIKE ?")
                .param(about + "%")
                .query(Long.class)
                .single();
    }

    private boolean live(String lot) {
        return node.stateOf(lot).equals("LIVE");
    }

    private static String plate(String lot) {
        return WaitingGates.plate(LOTS.indexOf(lot));
    }

    /** A copy under another name; PostgreSQL makes it when nobody is connected any more. */
    private String copy(String url) {
        String name = url.replaceAll(".*/([a-z0-9]+)\\?.*", "$1");
        String copied = "c" + Instant.now().toEpochMilli();
        Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
            server.sql("CREATE DATABASE " + copied + " TEMPLATE " + name).update();
            return true;
        });
        return url.replace("/" + name + "?", "/" + copied + "?");
    }

    private static JdbcClient client(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", "postgres"));
    }

    private static void until(String what, Callable<Boolean> there) {
        Awaitility.await(what).atMost(Duration.ofSeconds(120)).until(there);
    }
}
