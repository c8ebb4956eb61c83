package cn.citybrain.parking.onboarding.process.mail;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.notification.MailDigest;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who is told of a task at once, and who once an hour. */
@OnboardingTest
class GroupMailsTest {

    private static final String REVIEWER = "reviewer@onboarding.example";
    private static final String REVIEWER2 = "reviewer2@onboarding.example";
    private static final String SUPERVISOR = "supervisor@onboarding.example";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    MailDigest digest;

    @Autowired
    IdentityService identity;

    private ProcessBench bench;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
        bench.jdbc
                .sql("UPDATE mail SET state = 'OBSOLETE' WHERE state = 'COLLECTED'")
                .update();
        // a digest of this hour of the clock may have been written by the test before
        bench.jdbc
                .sql("UPDATE mail SET dedupe_key = concat('former/', dedupe_key, '/', id), state = 'SENT'"
                        + " WHERE dedupe_key LIKE 'digest/%'")
                .update();
    }

    @AfterEach
    void close() {
        remind("reviewer", true);
        mailOf("reviewer2", REVIEWER2);
        bench.close();
    }

    @Test
    void tellOfWhatAnyReviewerCanTakeAtTheFullHourOnceForAll() {
        Task one = review(bench.apply());
        Task other = review(bench.apply());
        assertThat(toBeSent(REVIEWER)).isEmpty();

        atTheHour();

        assertThat(toBeSent(REVIEWER)).singleElement().asString().startsWith("2 项待办：受理");
        assertThat(body(REVIEWER))
                .contains("http://localhost:" + port + "/tasks/" + one.getId(), "/tasks/" + other.getId());
        assertThat(toBeSent(REVIEWER2)).hasSize(1);
    }

    @Test
    void doNotTellOfWhatAColleagueHasClaimedOrDone() {
        Task claimed = review(bench.apply());
        String done = bench.apply();
        Task open = review(bench.apply());
        bench.tasks.claim(claimed.getId(), "reviewer2");
        bench.accept(done);

        atTheHour();

        assertThat(toBeSent(REVIEWER)).containsExactly(subject(open));
        assertThat(body(REVIEWER)).contains("/tasks/" + open.getId()).doesNotContain(claimed.getId(), done);
    }

    @Test
    void tellTheApplicantAtOnceThatItIsTheirTurnAndLeadThere() {
        String no = bench.apply();
        bench.giveBack(no, "storeName", "请与营业执照一致");

        Task correct = bench.task(no, "userTask_correct");
        assertThat(sentAbout(no, "hubin@onboarding.example", "请补正"))
                .as("of another company")
                .isEmpty();
        assertThat(sentAbout(no, null, "请补正")).isNotEmpty().allSatisfy(body -> assertThat(body)
                .contains("请与营业执照一致", "/tasks/" + correct.getId() + "\n", "请在 2026-11-30 18:00 前"));
    }

    @Test
    void tellTheOnlyOneWhoCanDoItAtOnce() {
        LotBinding lot = bench.testing(1).get(0);

        assertThat(sentAbout(lot.applicationNo(), "zhilian@onboarding.example", "接口开发与对接准备"))
                .as("no vendor is assigned: the applicant connects it")
                .isEmpty();
        assertThat(sentAbout(lot.applicationNo(), null, "接口开发与对接准备")).isNotEmpty();
    }

    @Test
    void remindOnlyThoseWhoWantToBe() {
        String no = bench.apply();
        bench.clock.advance(Duration.ofMinutes(61));
        digest.writeDue();
        remind("reviewer", false);
        bench.clock.advance(Duration.ofHours(24).minusMinutes(60));
        bench.runJobs(no);

        atTheHour();

        assertThat(lastTo(REVIEWER)).doesNotContain("即将到期");
        assertThat(lastTo(REVIEWER2))
                .contains("即将到期", "不想收到提醒", "http://localhost:" + port + "/account?part=reminders");
        assertThat(bench.jdbc
                        .sql("SELECT note FROM master_change WHERE subject_id = 'reviewer' AND action = '邮件提醒'"
                                + " ORDER BY id DESC")
                        .query(String.class)
                        .list())
                .first()
                .isEqualTo("本人关闭");
    }

    @Test
    void tellSupervisorsOfWhatIsOverdueWhateverTheyChose() {
        String no = bench.apply();
        remind("supervisor", false);
        try {
            bench.clock.advance(Duration.ofDays(3));
            bench.runJobs(no);
            atTheHour();

            Task overdue = bench.task(no, "userTask_handleOverdue");
            assertThat(lastTo(SUPERVISOR)).contains("超过期限", "/tasks/" + overdue.getId());
        } finally {
            remind("supervisor", true);
        }
    }

    @Test
    void goOnceToAnAddressThatTwoPeopleSpellDifferently() {
        mailOf("reviewer2", "Reviewer@Onboarding.Example");
        Task task = review(bench.apply());

        atTheHour();

        assertThat(bench.jdbc
                        .sql("SELECT recipient FROM mail WHERE task_id = ?")
                        .param(task.getId())
                        .query(String.class)
                        .list())
                .filteredOn("reviewer@onboarding.example"::equalsIgnoreCase)
                .hasSize(1);
    }

    @Test
    void goNotToSomebodyWhoLeftTheGroupMeanwhile() {
        review(bench.apply());
        identity.deleteMembership("reviewer2", "ops-reviewer");
        try {
            atTheHour();
        } finally {
            identity.createMembership("reviewer2", "ops-reviewer");
        }

        assertThat(toBeSent(REVIEWER)).hasSize(1);
        assertThat(toBeSent(REVIEWER2)).isEmpty();
    }

    @Test
    void goNotToWhoeverFiledWhatIsToBeReviewed() {
        String own = bench.apply();
        Task filed = review(own);
        Task other = review(bench.apply());
        bench.jdbc
                .sql("UPDATE application_revision SET submitted_by = 'reviewer2' WHERE application_no = ?")
                .param(own)
                .update();

        atTheHour();

        assertThat(body(REVIEWER)).contains("/tasks/" + filed.getId(), "/tasks/" + other.getId());
        assertThat(body(REVIEWER2)).contains("/tasks/" + other.getId()).doesNotContain("/tasks/" + filed.getId());
    }

    private void atTheHour() {
        bench.clock.advance(Duration.ofHours(1));
        digest.writeDue();
    }

    private Task review(String no) {
        return bench.task(no, "userTask_review");
    }

    private String subject(Task task) {
        return bench.jdbc
                .sql("SELECT subject FROM mail WHERE task_id = ? AND recipient = ?")
                .params(task.getId(), REVIEWER)
                .query(String.class)
                .single();
    }

    private void remind(String userId, boolean on) {
        assertThat(Browser.of(port, userId)
                        .call("PUT", "/api/account/reminders", "{\"on\":" + on + "}")
                        .statusCode())
                .isEqualTo(204);
    }

    private void mailOf(String userId, String mail) {
        User user = identity.createUserQuery().userId(userId).singleResult();
        user.setEmail(mail);
        identity.saveUser(user);
    }

    /** Subjects of the digests that go out to an address. */
    private List<String> toBeSent(String to) {
        return bench.jdbc
                .sql("SELECT subject FROM mail WHERE recipient = ? AND dedupe_key LIKE 'digest/%' ORDER BY id")
                .param(to)
                .query(String.class)
                .list();
    }

    private String body(String to) {
        return bench.jdbc
                .sql("SELECT body FROM mail WHERE recipient = ? AND dedupe_key LIKE 'digest/%' ORDER BY id")
                .param(to)
                .query(String.class)
                .list()
                .get(0);
    }

    private String lastTo(String to) {
        List<String> bodies = bench.jdbc
                .sql("SELECT body FROM mail WHERE recipient = ? AND dedupe_key LIKE 'digest/%' ORDER BY id DESC")
                .param(to)
                .query(String.class)
                .list();
        return bodies.isEmpty() ? "" : bodies.get(0);
    }

    /** Of the mails that were not collected. */
    private List<String> sentAbout(String no, String to, String subject) {
        return bench.jdbc
                .sql("SELECT body FROM mail WHERE about = :no AND state = 'WAITING' AND task_id IS NULL"
                        + " AND subject LIKE :subject AND (recipient = :to OR CAST(:to AS VARCHAR(200)) IS NULL)")
                .param("no", no)
                .param("subject", "%" + subject + "%")
                .param("to", to)
                .query(String.class)
                .list();
    }
}
