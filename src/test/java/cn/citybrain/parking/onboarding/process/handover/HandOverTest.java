package cn.citybrain.parking.onboarding.process.handover;

import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.anId;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.entry;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.with;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.absence.StandInSweep;
import cn.citybrain.parking.onboarding.access.account.PeopleDesk;
import cn.citybrain.parking.onboarding.access.people.Memberships;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.audit.story.Entry;
import cn.citybrain.parking.onboarding.audit.story.Stories;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLot;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whose a task is: handed to a colleague, given by a supervisor, done for one who is away; and the story says so. */
@OnboardingTest
class HandOverTest {

    private static final String REVIEW = "userTask_review";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    ConfigurableListableBeanFactory beans;

    @Autowired
    StandInSweep sweep;

    @Autowired
    Stories stories;

    private ProcessBench bench;
    private PeopleDesk desk;
    private String no;
    private String task;

    /** It is Monday, 23 November 2026. */
    @BeforeEach
    void anApplicationIsReviewed() {
        bench = new ProcessBench(app, Channel.CITIZENCARD);
        desk = new PeopleDesk(port, beans);
        no = bench.apply();
        task = bench.task(no, REVIEW).getId();
    }

    @AfterEach
    void everybodyIsBack() {
        bench.jdbc
                .sql("UPDATE stand_in SET ended_at = appointed_at, settled_at = appointed_at WHERE ended_at IS NULL")
                .update();
        desk.dismissAll();
        bench.close();
    }

    // to a colleague

    @Test
    void handsATaskToAColleagueWithAWordThatIsBesideItInTheMailAndInTheStory() {
        claim("reviewer");
        assertThat(colleagues("reviewer"))
                .contains("reviewer2")
                .doesNotContain("reviewer", "supervisor", "hubin", "zhilian", "auditor");

        assertDone(handOver("reviewer", "reviewer2", "　请核对 法人证件，\n我明天出差 "));

        assertThat(assignee()).isEqualTo("reviewer2");
        JsonNode note = beside("reviewer2").path("notes").get(0);
        assertThat(note.path("text").asText()).isEqualTo("沈初审转交给沈复审");
        assertThat(note.path("word").asText()).isEqualTo("请核对 法人证件，\n我明天出差");
        assertThat(mailsTo("reviewer2"))
                .anySatisfy(body -> assertThat(body).contains("沈初审把", no, "受理", "请核对 法人证件", "前办理"));
        assertThat(told("把任务“受理”转交给沈复审（reviewer2）")).satisfies(entry -> {
            assertThat(entry.person().name()).isEqualTo("沈初审");
            assertThat(entry.fact("原因")).contains("我明天出差");
            assertThat(entry.lotCode()).isEmpty();
        });
        assertThat(stories.entries(no)).noneMatch(entry -> entry.title().startsWith("任务“受理”交给"));
        assertRefused(handOver("reviewer", "reviewer2", "还是我来"), 403, "只有他和运营公司主管可以转交");
        assertThat(complete("reviewer").statusCode()).isEqualTo(403);
        TestReviews.accept(app, no, "reviewer2");
        assertDone(complete("reviewer2"));
    }

    @Test
    void tellsWhatWasDoneWithATaskByName() {
        claim("reviewer");
        engine("reviewer", "unclaim", "{}");
        claim("reviewer");
        engine("reviewer", "comment/create", "{\"message\":\"照片 20261123 看着不清\"}");
        assertDone(handOver("reviewer", "reviewer2", "我明天出差"));

        JsonNode past = Browser.json(Browser.of(port, "supervisor").get(past()));
        assertThat(past.findValuesAsText("text"))
                .as("all of it in the same moment")
                .containsExactlyInAnyOrder("沈初审转交给沈复审", "沈初审写了备注", "沈初审认领", "沈初审放弃认领", "沈初审认领");
        assertThat(past.findValuesAsText("word")).contains("我明天出差", "照片 20261123 看着不清");
        for (String stranger : List.of("hubin", "zhilian", "admin")) {
            assertThat(Browser.of(port, stranger).get(past()).statusCode())
                    .as(stranger)
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "supervisor, 须是能办理它的人员",
        "hubin, 须是能办理它的人员",
        "reviewer, 须是能办理它的人员",
        "nobody-here, 须是能办理它的人员",
        "'', 请选择转交给谁"
    })
    void goesToNobodyWhoMayNotDoIt(String to, String sentence) {
        claim("reviewer");
        assertRefused(handOver("reviewer", to, "请接手"), 409, sentence);
        assertThat(assignee()).isEqualTo("reviewer");
    }

    @Test
    void wantsAWordOfNoMoreThanTwoHundredCharacters() {
        claim("reviewer");
        assertRefused(handOver("reviewer", "reviewer2", " 　\n"), 409, "请写一句");
        assertRefused(handOver("reviewer", "reviewer2", "字".repeat(201)), 409, "不超过 200 字");
        assertDone(handOver("reviewer", "reviewer2", "𠀀".repeat(200)));
    }

    @Test
    void isOfferedOnlyToTheOneWhoHasItAndToSupervisors() {
        assertThat(colleagues("reviewer")).as("nobody has it").isEmpty();
        assertRefused(handOver("reviewer", "reviewer2", "请接手"), 403, "请先认领任务");
        claim("reviewer");
        assertThat(colleagues("reviewer2")).isEmpty();
        assertThat(colleagues("auditor")).isEmpty();
        assertRefused(handOver("reviewer2", "reviewer2", "我来"), 403, "沈初审 办理");
        assertRefused(handOver("auditor", "reviewer2", "我来"), 403, "沈初审 办理");
        for (String stranger : List.of("hubin", "zhilian", "chengxi", "admin")) {
            assertThat(Browser.of(port, stranger).get(path()).statusCode())
                    .as(stranger)
                    .isEqualTo(404);
            assertThat(handOver(stranger, "reviewer2", "我来").statusCode())
                    .as(stranger)
                    .isEqualTo(404);
        }
    }

    @Test
    void saysWhoseItIsAndWhoMayClaimIt() {
        assertThat(beside("reviewer").path("claimable").asBoolean()).isTrue();
        assertThat(beside("reviewer").path("holder").isNull()).isTrue();
        for (String looking : List.of("supervisor", "auditor")) {
            assertThat(beside(looking).path("claimable").asBoolean())
                    .as(looking)
                    .isFalse();
        }
        claim("reviewer");
        for (String other : List.of("reviewer2", "supervisor", "auditor")) {
            assertThat(beside(other).path("holder").asText()).as(other).isEqualTo("沈初审");
            assertThat(beside(other).path("mine").asBoolean()).as(other).isFalse();
            assertThat(beside(other).path("claimable").asBoolean()).as(other).isFalse();
        }
        assertThat(beside("reviewer").path("mine").asBoolean()).isTrue();
    }

    @Test
    void keepsWhatReviewersTellEachOtherFromTheApplicant() {
        String operator = desk.hire(admin(), with(entry(anId(), Role.LOT_OPERATOR), "companies", List.of("chengxi")));
        no = TestApplications.apply(
                app, Channel.CITIZENCARD, merchant("chengxi"), "62223" + System.nanoTime(), "chengxi");
        task = bench.task(no, REVIEW).getId();
        claim("reviewer");
        assertDone(handOver("reviewer", "reviewer2", "法人证件看着不对"));
        JsonNode seen = Browser.json(desk.loggedIn(operator).get(path()));
        assertThat(seen.path("notes")).isEmpty();
        assertThat(seen.path("colleagues")).isEmpty();
        assertThat(desk.loggedIn(operator).get(past()).statusCode()).isEqualTo(404);
        assertThat(seen.path("holder").asText())
                .as("their role, not their name")
                .isEqualTo("运营公司审核");
    }

    @Test
    void oneOfTwoHandsAtOnceIsTaken() {
        claim("reviewer");
        List<Integer> answers = Stream.of("reviewer", "supervisor")
                .map(user -> CompletableFuture.supplyAsync(
                        () -> handOver(user, "reviewer2", "由" + user).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(answers).contains(204);
        long rows = bench.jdbc
                .sql("SELECT count(*) FROM task_handover WHERE task_id = ?")
                .param(task)
                .query(Long.class)
                .single();
        assertThat(rows)
                .isEqualTo(answers.stream().filter(status -> status == 204).count());
        assertThat(assignee()).isEqualTo("reviewer2");
    }

    // by a supervisor

    @Test
    void supervisorsGiveATaskToWhoeverMayDoItWhetherSomebodyHasItOrNot() {
        assertThat(colleagues("supervisor")).contains("reviewer", "reviewer2").doesNotContain("supervisor");
        assertDone(handOver("supervisor", "reviewer", "请今天办"));
        assertThat(beside("reviewer").path("notes").get(0).path("text").asText())
                .isEqualTo("方主管交给沈初审");
        assertDone(handOver("supervisor2", "reviewer2", "沈初审病了"));
        assertThat(assignee()).isEqualTo("reviewer2");
        assertThat(mailsTo("reviewer")).anyMatch(body -> body.contains("交给了沈复审办理，您不用再办") && body.contains("沈初审病了"));
        assertThat(told("把任务“受理”从沈初审（reviewer）转交给沈复审（reviewer2）").person().id()).isEqualTo("supervisor2");
    }

    @Test
    void whoGivesATaskBackIsToldToHaveDoneThat() {
        claim("reviewer");
        assertThat(Browser.of(port, "reviewer")
                        .engine("POST", "task/" + task + "/unclaim", "{}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(told("放弃认领“受理”").person().name()).isEqualTo("沈初审");
    }

    @Test
    void operatorsHandToTheirOwnCompanyAlone() {
        String colleague = desk.hire(admin(), with(entry(anId(), Role.LOT_OPERATOR), "companies", List.of("chengxi")));
        correction();
        assertThat(colleagues("chengxi")).containsExactly(colleague);
        assertRefused(handOver("chengxi", "hubin", "请接手"), 409, "须是能办理它的人员");
        assertDone(handOver("chengxi", colleague, "名称照招牌改"));
        assertThat(Browser.json(desk.loggedIn(colleague).get(path()))
                        .path("notes")
                        .get(0)
                        .path("word")
                        .asText())
                .isEqualTo("名称照招牌改");
        assertDone(handOver("supervisor", "chengxi", "请您自己改"));
        assertThat(assignee()).isEqualTo("chengxi");
    }

    @Test
    void vendorsHandToTheirOwnCompanyAlone() {
        String colleague = desk.hire(admin(), entry(anId(), Role.LOT_VENDOR));
        bench.close();
        bench = new ProcessBench(app);
        String opened = bench.opened();
        ParkingLot lot = bench.lot();
        app.getBean(Vendors.class).assign(lot.code(), "vendor-zhilian", "test");
        app.getBean(Memberships.class).follow(List.of(bench.merchant));
        app.getBean(org.camunda.bpm.engine.IdentityService.class)
                .createTenantGroupMembership(bench.merchant.tenantId(), "vendor-zhilian");
        bench.bind(opened, List.of(lot.code()));
        bench.worker.runOnce();
        task = bench.task(opened + "-" + lot.code(), "userTask_prepareInterface")
                .getId();
        claim("zhilian");
        assertThat(colleagues("zhilian")).contains(colleague).doesNotContain("vendor2", "zhilian");
        assertRefused(handOver("zhilian", "vendor2", "请接手"), 409, "须是能办理它的人员");
        assertDone(handOver("zhilian", colleague, "密钥在保险柜"));
        assertThat(Browser.of(port, "vendor2").get(path()).statusCode()).isEqualTo(404);
        no = opened;
        assertThat(told("把任务“接口开发与对接准备”转交给").lotCode()).isEqualTo(lot.code());
    }

    @Test
    void whoFiledAnApplicationIsNotGivenItsReview() {
        String both = desk.hire(
                admin(), with(entry(anId(), Role.LOT_OPERATOR, Role.OPS_REVIEWER), "companies", List.of("chengxi")));
        no = TestApplications.apply(app, Channel.CITIZENCARD, merchant("chengxi"), "62224" + System.nanoTime(), both);
        task = bench.task(no, REVIEW).getId();
        assertThat(Browser.json(desk.loggedIn(both).get(path()))
                        .path("claimable")
                        .asBoolean())
                .isFalse();
        claim("reviewer");
        assertThat(colleagues("reviewer")).contains("reviewer2").doesNotContain(both);
        assertRefused(handOver("supervisor", both, "请审核"), 409, "须是能办理它的人员");
        appoint("reviewer", both, "2026-11-23", "2026-11-24");
        assertThat(Browser.json(desk.loggedIn(both).get(path())).path("standIn").isNull())
                .isTrue();
        assertThat(desk.loggedIn(both)
                        .call("POST", "/api/tasks/" + task + "/stand-in", "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theEnginesOwnWaysToGiveATaskAreClosedForEverybody() {
        claim("reviewer");
        for (String user : List.of("reviewer", "reviewer2", "supervisor", "admin")) {
            Browser browser = Browser.of(port, user);
            for (String way : List.of("assignee", "delegate", "resolve", "identity-links", "identity-links/delete")) {
                assertThat(browser.engine("POST", "task/" + task + "/" + way, "{\"userId\":\"reviewer2\"}")
                                .statusCode())
                        .as(user + " " + way)
                        .isGreaterThanOrEqualTo(403);
            }
            assertThat(browser.engine("PUT", "task/" + task, "{\"assignee\":\"reviewer2\",\"owner\":\"reviewer2\"}")
                            .statusCode())
                    .as(user)
                    .isGreaterThanOrEqualTo(403);
        }
        assertThat(assignee()).isEqualTo("reviewer");
    }

    // for one who is away

    @Test
    void aStandInDoesAnAbsentPersonsTaskAndTheStorySaysSo() {
        claim("reviewer");
        assertThat(beside("reviewer2").path("standIn").isNull()).isTrue();
        appoint("reviewer", "reviewer2", "2026-11-24", "2026-11-27");
        assertRefused(standIn("reviewer2"), 403, "现在不由您代办");
        assertThat(way("reviewer2").path("address").asText()).isEqualTo("/applications/" + no);

        bench.clock.advance(Duration.ofDays(1));
        assertThat(way("reviewer2").path("task").asText())
                .as("a mail's link leads to the task")
                .isEqualTo(task);
        assertThat(turns("reviewer2").path("task").asText()).isEqualTo(task);
        assertThat(turns("supervisor").path("task").isNull()).isTrue();
        assertThat(assignee()).as("who looks takes nothing").isEqualTo("reviewer");
        JsonNode offered = beside("reviewer2");
        assertThat(offered.path("standIn").path("name").asText()).isEqualTo("沈初审");
        assertThat(waiting("reviewer2"))
                .filteredOn(one -> one.path("id").asText().equals(task))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.path("name").asText()).isEqualTo("受理");
                    assertThat(one.path("channelName").asText()).isEqualTo("市民卡");
                    assertThat(one.path("company").asText()).isEqualTo(bench.merchant.name());
                    assertThat(one.path("applicationNo").asText()).isEqualTo(no);
                    assertThat(one.path("due").asText()).isEqualTo("LATER");
                });
        assertThat(waiting("supervisor")).isEmpty();
        assertRefused(standIn("supervisor"), 403, "现在不由您代办");
        bench.clock.advance(Duration.ofDays(2));
        assertThat(waiting("reviewer2"))
                .filteredOn(one -> one.path("id").asText().equals(task))
                .extracting(one -> one.path("due").asText())
                .containsExactly("OVERDUE");
        assertDone(standIn("reviewer2"));
        assertThat(complete("reviewer").statusCode()).isEqualTo(403);
        TestReviews.accept(app, no, "reviewer2");
        assertDone(complete("reviewer2"));

        assertThat(told("代沈初审（reviewer）办理任务“受理”")).satisfies(entry -> {
            assertThat(entry.person().name()).isEqualTo("沈复审");
            assertThat(entry.fact("代办")).isEqualTo("2026-11-24 至 2026-11-27");
        });
        assertThat(told("办理任务“受理”").fact("代办")).isEqualTo("代沈初审（reviewer）办理");
    }

    @Test
    void getsTheMailsOfTheAbsentOneMeanwhileAndNotAfterwards() {
        appoint("reviewer", "reviewer2", "2026-11-23", "2026-11-24");
        int before = given("reviewer2");
        assertDone(handOver("supervisor", "reviewer", "请今天办"));
        assertThat(given("reviewer2")).isEqualTo(before + 1);
        bench.clock.advance(Duration.ofDays(2));
        assertDone(handOver("supervisor", "reviewer2", "换人"));
        assertDone(handOver("supervisor", "reviewer", "再换回来"));
        assertThat(given("reviewer2")).isEqualTo(before + 2);
    }

    @Test
    void endsByItselfAndWhatWasNotDoneGoesBack() {
        claim("reviewer");
        appoint("reviewer", "reviewer2", "2026-11-23", "2026-11-24");
        assertDone(standIn("reviewer2"));
        bench.clock.set(Instant.parse("2026-11-24T15:59:00Z"));
        sweep.runOnce();
        assertThat(assignee()).isEqualTo("reviewer2");

        bench.clock.set(Instant.parse("2026-11-24T16:01:00Z"));
        sweep.runOnce();
        sweep.runOnce();

        assertThat(assignee()).isEqualTo("reviewer");
        assertThat(beside("reviewer").path("notes").findValuesAsText("text"))
                .containsExactly("代办结束，任务从沈复审回到沈初审名下", "沈复审代沈初审办理");
        assertThat(told("代办结束，任务“受理”回到沈初审（reviewer）名下").person()).isNull();
        assertThat(standIns("reviewer").path("own").get(0).path("state").asText())
                .isEqualTo("OVER");
    }

    @Test
    void isEndedEarlyByTheAbsentOneOrASupervisorAndByNobodyElse() {
        claim("reviewer");
        long id = appoint("reviewer", "reviewer2", "2026-11-23", "2026-12-04");
        assertDone(standIn("reviewer2"));
        String own = "/api/account/stand-ins/" + id + "/end";
        assertRefused(Browser.of(port, "reviewer2").call("POST", own, "{}"), 400, "没有这次代办");
        String others = "/api/people/reviewer/stand-ins/" + id + "/end";
        assertRefused(Browser.of(port, "admin").call("POST", others, "{}"), 403, "只有运营公司主管");
        assertDone(Browser.of(port, "reviewer").call("POST", own, "{}"));
        assertThat(assignee()).isEqualTo("reviewer");
        assertRefused(Browser.of(port, "supervisor").call("POST", others, "{}"), 400, "已经结束");
        assertThat(mailsTo("reviewer2")).anyMatch(body -> body.contains("已由沈初审结束"));
    }

    @Test
    void aSupervisorAppointsForSomebodyIllAndTheHistoryOfThePersonTellsIt() {
        Browser supervisor = Browser.of(port, "supervisor");
        JsonNode view = Browser.json(supervisor.get("/api/people/reviewer/stand-ins"));
        assertThat(view.path("peers").findValuesAsText("userId"))
                .contains("reviewer2")
                .doesNotContain("reviewer", "supervisor", "hubin", "auditor");
        assertThat(supervisor
                        .call(
                                "POST",
                                "/api/people/reviewer/stand-ins",
                                wish("reviewer2", "2026-11-23", "2026-11-25", "病假"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(mailsTo("reviewer")).anyMatch(body -> body.contains("方主管安排") && body.contains("病假"));
        assertThat(supervisor.get("/api/people/reviewer/changes").body()).contains("安排代办", "由沈复审（reviewer2）代办。病假");
        assertRefused(
                Browser.of(port, "reviewer2")
                        .call(
                                "POST",
                                "/api/people/reviewer/stand-ins",
                                wish("reviewer2", "2026-12-01", "2026-12-02", "")),
                403,
                "只有运营公司主管");
    }

    @ParameterizedTest
    @CsvSource({
        "reviewer, 2026-11-24, 2026-11-25, deputy, 本人不能",
        "supervisor, 2026-11-24, 2026-11-25, deputy, 同一角色、同一公司",
        "hubin, 2026-11-24, 2026-11-25, deputy, 同一角色、同一公司",
        "nobody-here, 2026-11-24, 2026-11-25, deputy, 同一角色、同一公司",
        "'', 2026-11-24, 2026-11-25, deputy, 请选择由谁代办",
        "reviewer2, 2026-11-22, 2026-11-25, from, 须在今天（2026-11-23）起的一年以内",
        "reviewer2, 2028-01-01, 2028-01-02, from, 一年以内",
        "reviewer2, 昨天, 2026-11-25, from, 请填写开始日期",
        "reviewer2, 2026-11-25, 2026-11-24, until, 不能早于开始日期",
        "reviewer2, 2026-11-24, 2027-02-24, until, 最长 92 天",
        "reviewer2, 2026-11-24, '', until, 请填写结束日期"
    })
    void refusesInAClearSentenceWhatCannotBe(String deputy, String from, String until, String field, String sentence) {
        JsonNode refused = refusedWish("reviewer", deputy, from, until);
        assertThat(refused.path("fields").path(field).asText()).contains(sentence);
    }

    @Test
    void refusesOverlapsCirclesAndChains() {
        String third = desk.hire(admin(), entry(anId(), Role.OPS_REVIEWER));
        appoint("reviewer", "reviewer2", "2026-11-24", "2026-11-27");
        assertThat(fault("reviewer", third, "2026-11-27", "2026-11-30")).contains("日期有重叠");
        assertThat(fault("reviewer2", "reviewer", "2026-11-26", "2026-11-26")).contains("不能互相代办");
        assertThat(fault("reviewer2", third, "2026-11-26", "2026-11-26")).contains("正为沈初审代办，请先为沈初审另行安排");
        assertThat(Browser.json(desk.loggedIn(third)
                                .call(
                                        "POST",
                                        "/api/account/stand-ins",
                                        wish("reviewer", "2026-11-25", "2026-11-25", "")))
                        .path("fields")
                        .path("deputy")
                        .asText())
                .contains("自己也不在，由沈复审代办");
        assertThat(appoint("reviewer2", "reviewer", "2026-11-28", "2026-11-28")).isPositive();
    }

    @Test
    void ofTwoWhoAppointEachOtherAtOnceOneIsRefused() {
        List<Integer> answers = Stream.of(List.of("reviewer", "reviewer2"), List.of("reviewer2", "reviewer"))
                .map(pair -> CompletableFuture.supplyAsync(() -> Browser.of(port, pair.get(0))
                        .call("POST", "/api/account/stand-ins", wish(pair.get(1), "2026-12-07", "2026-12-08", ""))
                        .statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();
        assertThat(answers).containsExactly(201, 400);
    }

    @Test
    void endsWhenOneOfTheTwoIsDisabledOrBecomesSomethingElse() {
        String ill = desk.hire(admin(), entry(anId(), Role.OPS_REVIEWER));
        String deputy = desk.hire(admin(), entry(anId(), Role.OPS_REVIEWER));
        Browser supervisor = Browser.of(port, "supervisor");
        String path = "/api/people/" + ill + "/stand-ins";
        assertThat(supervisor
                        .call("POST", path, wish(deputy, "2026-11-23", "2026-11-25", ""))
                        .statusCode())
                .isEqualTo(201);
        assertThat(desk.act(admin(), deputy, "disable").statusCode()).isEqualTo(200);
        assertThat(Browser.json(supervisor.get(path))
                        .path("own")
                        .get(0)
                        .path("stateText")
                        .asText())
                .contains("账号已停用");
        assertThat(supervisor
                        .call("POST", path, wish(deputy, "2026-11-23", "2026-11-25", ""))
                        .body())
                .contains("账号正常的同事");

        assertThat(supervisor
                        .call("POST", path, wish("reviewer2", "2026-11-23", "2026-11-25", ""))
                        .statusCode())
                .isEqualTo(201);
        Map<String, Object> other = with(entry(ill, Role.AUDITOR), "version", desk.version(ill));
        assertThat(desk.change(admin(), other).statusCode()).isEqualTo(200);
        assertThat(standIns("reviewer2").path("others").get(0).path("state").asText())
                .isEqualTo("OVER");
    }

    @Test
    void whoHasNoTasksNeedsNobody() {
        assertThat(standIns("auditor").path("works").asBoolean()).isFalse();
        assertThat(refusedWish("auditor", "reviewer", "2026-11-24", "2026-11-24")
                        .path("message")
                        .asText())
                .contains("没有要办理的任务");
    }

    // helpers

    /** A returned application of chengxi's, whose correction chengxi has. */
    private void correction() {
        no = TestApplications.apply(
                app, Channel.CITIZENCARD, merchant("chengxi"), "62225" + System.nanoTime(), "chengxi");
        bench.giveBack(no, "storeName", "名称与招牌不符");
        task = bench.task(no, "userTask_correct").getId();
        claim("chengxi");
    }

    private Merchant merchant(String tenant) {
        return app.getBean(Merchants.class).byTenant(tenant).orElseThrow();
    }

    private Browser admin() {
        return Browser.of(port, "admin");
    }

    private void claim(String userId) {
        assertDone(
                Browser.of(port, userId).engine("POST", "task/" + task + "/claim", "{\"userId\":\"" + userId + "\"}"));
    }

    private HttpResponse<String> complete(String userId) {
        return Browser.of(port, userId)
                .engine(
                        "POST",
                        "task/" + task + "/submit-form",
                        "{\"variables\":{\"reviewDecision\":{\"value\":\"accept\"}}}");
    }

    private String path() {
        return "/api/tasks/" + task + "/hand-over";
    }

    private String past() {
        return "/api/tasks/" + task + "/past";
    }

    private void engine(String userId, String call, String body) {
        assertThat(Browser.of(port, userId)
                        .engine("POST", "task/" + task + "/" + call, body)
                        .statusCode())
                .isBetween(200, 204);
    }

    private JsonNode beside(String userId) {
        return Browser.json(Browser.of(port, userId).get(path()));
    }

    private List<String> colleagues(String userId) {
        return beside(userId).path("colleagues").findValuesAsText("userId");
    }

    private HttpResponse<String> handOver(String userId, String to, String word) {
        return Browser.of(port, userId).call("POST", path(), json(Map.of("to", to, "word", word)));
    }

    private HttpResponse<String> standIn(String userId) {
        return Browser.of(port, userId).call("POST", "/api/tasks/" + task + "/stand-in", "{}");
    }

    private List<JsonNode> waiting(String userId) {
        return Browser.json(Browser.of(port, userId).get("/api/account/stand-in-tasks")).findValues("tasks").stream()
                .flatMap(tasks ->
                        Stream.iterate(0, i -> i < tasks.size(), i -> i + 1).map(tasks::get))
                .toList();
    }

    private JsonNode standIns(String userId) {
        return Browser.json(Browser.of(port, userId).get("/api/account/stand-ins"));
    }

    private long appoint(String userId, String deputy, String from, String until) {
        HttpResponse<String> answer =
                Browser.of(port, userId).call("POST", "/api/account/stand-ins", wish(deputy, from, until, ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Browser.json(answer).path("id").asLong();
    }

    private JsonNode refusedWish(String userId, String deputy, String from, String until) {
        HttpResponse<String> answer =
                Browser.of(port, userId).call("POST", "/api/account/stand-ins", wish(deputy, from, until, ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return Browser.json(answer);
    }

    private String fault(String userId, String deputy, String from, String until) {
        return refusedWish(userId, deputy, from, until)
                .path("fields")
                .path("deputy")
                .asText();
    }

    private static String wish(String deputy, String from, String until, String reason) {
        return json(Map.of("deputy", deputy, "from", from, "until", until, "reason", reason));
    }

    private static String json(Map<String, String> values) {
        return new ObjectMapper().valueToTree(values).toString();
    }

    private String assignee() {
        Task open = bench.tasks.createTaskQuery().taskId(task).singleResult();
        return open.getAssignee();
    }

    private JsonNode way(String user) {
        return Browser.json(Browser.of(port, user).call("POST", "/api/tasks/" + task + "/way", "{\"claim\":true}"));
    }

    private JsonNode turns(String user) {
        return Browser.json(Browser.of(port, user).get("/api/turns?applications=" + no))
                .path(no)
                .get(0);
    }

    private int given(String userId) {
        return (int)
                mailsTo(userId).stream().filter(body -> body.contains("转交给您")).count();
    }

    private List<String> mailsTo(String userId) {
        return bench.jdbc
                .sql("SELECT body FROM mail WHERE recipient = ? ORDER BY id")
                .param(userId + "@onboarding.example")
                .query(String.class)
                .list();
    }

    private Entry told(String title) {
        return stories.entries(no).stream()
                .filter(entry -> entry.title().contains(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError(title + " is not among "
                        + stories.entries(no).stream().map(Entry::title).toList()));
    }

    private static void assertDone(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Browser.json(answer).path("message").asText()).contains(sentence);
    }
}
