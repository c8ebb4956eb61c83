package cn.citybrain.parking.onboarding.notification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.notification.Mailer.About;
import cn.citybrain.parking.onboarding.notification.Mailer.Matter;
import cn.citybrain.parking.onboarding.notification.Mailer.Occasion;
import cn.citybrain.parking.onboarding.words.MailAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails that wait for the full hour: what goes out, to whom, how often. */
@OnboardingTest
class MailDigestTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    MailOutbox outbox;

    @Autowired
    CollectedMails mails;

    @Autowired
    DigestText text;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private final Town town = new Town();
    private String wang;
    private String li;

    /** Tasks and people as the test says. */
    private static final class Town implements GroupTasks {

        private final Map<String, Set<String>> open = new HashMap<>();
        private final Set<String> unreminded = new HashSet<>();

        @Override
        public Instant nextHour(Instant after) {
            return after.truncatedTo(ChronoUnit.HOURS).plus(HOUR);
        }

        @Override
        public Map<String, Set<String>> takers(Collection<String> taskIds) {
            return open;
        }

        @Override
        public Set<String> unreminded(Collection<String> addresses) {
            return unreminded;
        }
    }

    @BeforeEach
    void nothingWaits() {
        clock.reset();
        jdbc.sql("UPDATE mail SET state = 'OBSOLETE' WHERE state = 'COLLECTED'").update();
        String some = UUID.randomUUID().toString().substring(0, 8);
        wang = "Wang." + some + "@example.com";
        li = "li." + some + "@example.com";
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    @Test
    void goOutAtTheFullHourAsOneMailToEach() {
        for (int i = 1; i <= 3; i++) {
            collect("t" + i, Occasion.OPENED, wang);
            collect("t" + i, Occasion.OPENED, li);
        }

        clock.advance(Duration.ofMinutes(59));
        assertThat(node().writeDue()).isZero();
        assertThat(sent(wang)).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        assertThat(node().writeDue()).isEqualTo(2);
        assertThat(sent(wang)).singleElement().asString().startsWith("3 项待办：受理 t1");
        assertThat(body(wang))
                .contains("· 受理 t1（甲停车场，微信支付），2026-11-26 18:00 前 ", "/tasks/t1\n", "/tasks/t2\n", "/tasks/t3\n")
                .doesNotContain(li);
        assertThat(node().writeDue()).isZero();
        assertThat(states(wang)).containsOnly("DIGESTED");
    }

    @Test
    void leaveOutWhatSomebodyHasTakenAndWhatEnded() {
        collect("taken", Occasion.OPENED, wang, li);
        collect("open", Occasion.OPENED, wang, li);
        collect("gone", Occasion.DUE_SOON, wang, li);
        town.open.keySet().retainAll(Set.of("open"));

        atTheHour();

        assertThat(sent(wang)).containsExactly("待办：受理 open（甲停车场，微信支付）");
        assertThat(body(wang)).doesNotContain("taken", "gone");
        assertThat(states(wang)).containsExactlyInAnyOrder("OBSOLETE", "DIGESTED", "OBSOLETE");
    }

    @Test
    void areNotSentWhereNothingIsLeft() {
        collect("taken", Occasion.OPENED, wang);
        town.open.clear();

        assertThat(atTheHour()).isZero();

        assertThat(sent(wang)).isEmpty();
        assertThat(states(wang)).containsExactly("OBSOLETE");
    }

    @Test
    void goToNobodyWhoMayNoLongerTakeTheTask() {
        collect("t1", Occasion.OPENED, wang, li);
        town.open.put("t1", Set.of(MailAddress.key(li)));

        atTheHour();

        assertThat(sent(wang)).isEmpty();
        assertThat(sent(li)).hasSize(1);
    }

    @Test
    void remindNobodyWhoDoesNotWantToBe() {
        collect("t1", Occasion.DUE_SOON, wang, li);
        collect("t2", Occasion.OVERDUE, wang, li);
        town.unreminded.add(MailAddress.key(wang));

        atTheHour();

        assertThat(body(wang)).contains("t2").doesNotContain("t1", "不想收到提醒");
        assertThat(body(li)).contains("t1", "t2", "不想收到提醒", "/account?part=reminders");
    }

    @Test
    void nameTheMostUrgentFirstAndATaskOnce() {
        collect("new", Occasion.OPENED, wang);
        collect("soon", Occasion.OPENED, wang);
        collect("soon", Occasion.DUE_SOON, wang);
        collect("late", Occasion.OVERDUE, wang);

        atTheHour();

        assertThat(sent(wang)).singleElement().asString().startsWith("3 项待办：受理 late");
        assertThat(body(wang))
                .containsSubsequence("已经超期：", "/tasks/late", "即将到期：", "/tasks/soon", "新的待办：", "/tasks/new");
        assertThat(body(wang)).containsOnlyOnce("/tasks/soon");
    }

    @Test
    void areOneForAnAddressInTwoSpellings() {
        collect("t1", Occasion.OPENED, wang);
        collect("t2", Occasion.OPENED, wang.toLowerCase());

        assertThat(atTheHour()).isEqualTo(1);

        assertThat(sent(wang)).hasSize(1);
    }

    @Test
    void waitForTheNextHourWhereTheyComeAfterTheMail() {
        collect("t1", Occasion.OPENED, wang);
        atTheHour();
        collectFor(clock.instant(), "t2", Occasion.OPENED, wang);

        assertThat(node().writeDue()).isZero();
        assertThat(sent(wang)).hasSize(1);

        assertThat(atTheHour()).isEqualTo(1);
        assertThat(sent(wang)).hasSize(2);
    }

    @Test
    void areWrittenByOneOfSeveralNodes() throws Exception {
        for (int i = 0; i < 20; i++) {
            collect("t" + i, Occasion.OPENED, wang, li);
        }
        clock.advance(HOUR);

        int written = 0;
        ExecutorService nodes = Executors.newFixedThreadPool(3);
        try {
            CyclicBarrier together = new CyclicBarrier(3);
            Callable<Integer> node = () -> {
                together.await();
                return node().writeDue();
            };
            for (var one : nodes.invokeAll(List.of(node, node, node))) {
                written += one.get();
            }
        } finally {
            nodes.shutdown();
        }
        written += node().writeDue();

        assertThat(written).isEqualTo(2);
        assertThat(sent(wang)).singleElement().asString().startsWith("20 项待办");
        assertThat(sent(li)).hasSize(1);
        assertThat(states(wang)).hasSize(20).containsOnly("DIGESTED");
    }

    @Test
    void areAllThereAfterANodeDiedWithinTheMoment() {
        collect("t1", Occasion.OPENED, wang);
        collect("t2", Occasion.OPENED, wang);
        clock.advance(HOUR);

        transaction.executeWithoutResult(status -> {
            node().writeDue();
            status.setRollbackOnly();
        });
        assertThat(sent(wang)).isEmpty();
        assertThat(states(wang)).containsOnly("COLLECTED");

        assertThat(node().writeDue()).isEqualTo(1);
        assertThat(sent(wang)).hasSize(1);
    }

    private MailDigest node() {
        return new MailDigest(mails, town, text, transaction, clock);
    }

    private int atTheHour() {
        clock.advance(HOUR);
        return node().writeDue();
    }

    private void collect(String task, Occasion occasion, String... recipients) {
        collectFor(town.nextHour(clock.instant()), task, occasion, recipients);
    }

    private void collectFor(Instant hour, String task, Occasion occasion, String... recipients) {
        Instant due = Instant.parse("2026-11-26T10:00:00Z");
        Map<String, Object> model = new HashMap<>(Map.of(
                "task", "受理 " + task,
                "name", "受理 " + task,
                "place", "甲停车场",
                "channel", "微信支付",
                "until", "请尽快",
                "facts", "渠道：微信支付",
                "description", "",
                "link", "http://localhost/tasks/" + task));
        String template =
                switch (occasion) {
                    case OPENED -> "task-waiting";
                    case DUE_SOON -> "task-reminder";
                    case OVERDUE -> "task-escalation";
                };
        Set<String> takers = new HashSet<>(town.open.getOrDefault(task, Set.of()));
        for (String to : recipients) {
            takers.add(MailAddress.key(to));
            outbox.collect(
                    new Matter(task, occasion, due, hour),
                    About.of("WX1"),
                    UUID.randomUUID().toString(),
                    to,
                    template,
                    model);
        }
        town.open.put(task, takers);
    }

    private List<String> sent(String to) {
        return rows("subject", to, "state IN ('WAITING', 'SENT')");
    }

    private String body(String to) {
        return rows("body", to, "state IN ('WAITING', 'SENT')").get(0);
    }

    private List<String> states(String to) {
        return new ArrayList<>(rows("state", to, "task_id IS NOT NULL"));
    }

    private List<String> rows(String column, String to, String which) {
        return jdbc.sql("SELECT " + column + " FROM mail WHERE lower(recipient) = ? AND " + which + " ORDER BY id")
                .param(MailAddress.key(to))
                .query(String.class)
                .list();
    }
}
