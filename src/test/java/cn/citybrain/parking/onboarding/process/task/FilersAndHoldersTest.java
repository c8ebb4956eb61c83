package cn.citybrain.parking.onboarding.process.task;

import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.anId;
import static cn.citybrain.parking.onboarding.access.account.PeopleDesk.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.account.PeopleDesk;
import cn.citybrain.parking.onboarding.application.NotAllowed;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.application.life.ReviewDecisions;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who filed any part of an application decides nothing about it; and what a step is completed with is its holder's. */
@OnboardingTest
class FilersAndHoldersTest {

    private static final String REVIEW = "userTask_review";
    private static final String CORRECT = "userTask_correct";
    private static final String ACCEPT = "{\"variables\":{\"reviewDecision\":{\"value\":\"accept\"}}}";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    ConfigurableListableBeanFactory beans;

    private ProcessBench bench;
    private PeopleDesk desk;
    private Browser both;
    private String dual;
    private String no;

    /** hubin filed it; somebody who is an operator of hubin and a reviewer as well corrected it. */
    @BeforeEach
    void anApplicationOfTwo() {
        bench = new ProcessBench(app, Channel.CITIZENCARD);
        desk = new PeopleDesk(port, beans);
        dual = desk.hire(Browser.of(port, "admin"), entry(anId(), Role.LOT_OPERATOR, Role.OPS_REVIEWER));
        both = desk.loggedIn(dual);
        no = TestApplications.apply(
                app,
                Channel.CITIZENCARD,
                app.getBean(Merchants.class).byTenant("hubin").orElseThrow(),
                "62229" + System.nanoTime(),
                "hubin");
        bench.giveBack(no, "contactEmail", "打不通");
    }

    @AfterEach
    void dismiss() {
        desk.dismissAll();
        bench.close();
    }

    @Test
    void whoSubmittedAnEarlierRevisionNeitherTakesNorIsGivenTheReview() {
        corrected(dual);
        bench.giveBack(no, "contactEmail", "还是打不通");
        corrected("hubin");
        String task = task(REVIEW);

        assertRefused(claim(both, dual, task), "任务“受理”涉及的申请由您本人填报，请由其他同事办理");
        assertRefused(both.engine("POST", "task/" + task + "/submit-form", ACCEPT), "由您本人填报");
        for (String wish : List.of("{\"claim\":true}", "{\"claim\":false}")) {
            JsonNode way = Browser.json(both.call("POST", "/api/tasks/" + task + "/way", wish));
            assertThat(way.path("task").asText("")).isEmpty();
            assertThat(way.path("address").asText()).isEqualTo("/applications/" + no);
            assertThat(way.path("text").asText()).contains("由您本人填报");
        }
        assertThat(Browser.json(Browser.of(port, "supervisor").get("/api/tasks/" + task + "/hand-over"))
                        .path("colleagues")
                        .findValuesAsText("userId"))
                .contains("reviewer", "reviewer2")
                .doesNotContain(dual);
        assertThat(listed(both, "todo")).isEmpty();
        assertThat(listed(both, "all").get(0).path("claimable").asBoolean()).isFalse();
        assertThat(listed(Browser.of(port, "reviewer"), "todo")
                        .get(0)
                        .path("claimable")
                        .asBoolean())
                .isTrue();
        assertThat(turn(both)).isFalse();
        assertThat(turn(Browser.of(port, "reviewer"))).isTrue();
        assertThat(holder(REVIEW)).isNull();
    }

    @Test
    void whoSubmittedAnEarlierRevisionDecidesNothingWhoeverGaveThemTheTask() {
        corrected(dual);
        bench.giveBack(no, "contactEmail", "还是打不通");
        corrected("hubin");
        bench.tasks.setAssignee(task(REVIEW), dual);

        HttpResponse<String> stored = review(both, "accept");
        assertThat(stored.statusCode()).isEqualTo(403);
        assertThat(Browser.json(stored).path("message").asText()).isEqualTo("申请 " + no + " 由您本人填报，请由其他同事审核");
        assertThatThrownBy(() -> TestReviews.refuse(app, no, dual, "试试")).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> app.getBean(ReviewDecisions.class).accept(no, dual))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> bench.tasks.complete(task(REVIEW), Map.of("reviewDecision", "accept")))
                .hasMessageContaining("由您本人填报");
        assertRefused(both.engine("POST", "task/" + task(REVIEW) + "/submit-form", ACCEPT), "由您本人填报");
    }

    @Test
    void whoSubmitsIsNotLedIntoTheReviewOfIt() {
        String correction = task(CORRECT);
        assertThat(claim(both, dual, correction).statusCode()).isEqualTo(204);
        TestForms.resubmit(bench.drafts, no, dual);
        assertThat(both.engine("POST", "task/" + correction + "/submit-form", "{\"variables\":{}}")
                        .statusCode())
                .isEqualTo(204);

        JsonNode next = Browser.json(both.call("POST", "/api/tasks/" + correction + "/next", "{}"));
        assertThat(next.path("id").asText("")).isEmpty();
        assertThat(next.path("done").asText()).isEqualTo("补正申请资料");
        assertThat(holder(REVIEW)).as("it waits for the others").isNull();
    }

    @Test
    void whoFiledNothingOfItReviewsWithBothRoles() {
        corrected("hubin");
        assertThat(claim(both, dual, task(REVIEW)).statusCode()).isEqualTo(204);
        assertThat(review(both, "accept").statusCode()).isEqualTo(200);
        assertThat(both.engine("POST", "task/" + task(REVIEW) + "/submit-form", ACCEPT)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aDecisionIsStoredByTheHolderOfTheReviewOnly() {
        corrected("hubin");
        Browser reviewer = Browser.of(port, "reviewer");
        Browser colleague = Browser.of(port, "reviewer2");
        assertRefused(review(reviewer, "accept"), "请先认领任务“受理”");
        assertThat(claim(reviewer, "reviewer", task(REVIEW)).statusCode()).isEqualTo(204);

        assertRefused(review(colleague, "accept"), "任务“受理”已由 沈初审 认领，只有认领人可以填写");
        assertThat(app.getBean(ReviewDecisions.class)
                        .unused(no, bench.applications.byNo(no).revision()))
                .isEmpty();
        assertThat(review(reviewer, "accept").statusCode()).isEqualTo(200);
        assertRefused(review(colleague, "return"), "沈初审");
        assertThat(reviewer.engine("POST", "task/" + task(REVIEW) + "/submit-form", ACCEPT)
                        .statusCode())
                .isEqualTo(204);
        assertThat(review(reviewer, "accept").statusCode()).as("it is decided").isEqualTo(403);
    }

    @Test
    void whatAnOperatorHasClaimedIsNotFilledInByAColleague() {
        Browser operator = Browser.of(port, "hubin");
        assertThat(save(both, "first@example.com").statusCode())
                .as("nobody has it")
                .isEqualTo(200);
        assertThat(claim(operator, "hubin", task(CORRECT)).statusCode()).isEqualTo(204);

        String held = "任务“补正申请资料”已由 林晓湖 认领，只有认领人可以填写";
        assertRefused(save(both, "second@example.com"), held);
        assertRefused(both.call("POST", "/api/applications/" + no + "/submit", "{}"), held);
        assertRefused(
                both.call(
                        "POST",
                        "/api/applications/" + no + "/opened-fields",
                        "{\"field\":\"storeName\",\"why\":\"也错了\"}"),
                held);
        assertThat(save(operator, "third@example.com").statusCode()).isEqualTo(200);
        assertThat(operator.call("POST", "/api/applications/" + no + "/submit", "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    private void corrected(String by) {
        TestForms.resubmit(bench.drafts, no, by);
        bench.tasks.complete(task(CORRECT));
    }

    private String task(String key) {
        return bench.task(no, key).getId();
    }

    private String holder(String key) {
        return bench.task(no, key).getAssignee();
    }

    private JsonNode listed(Browser browser, String filter) {
        return Browser.json(browser.get("/api/worklist?filter=" + filter + "&q=" + no))
                .path("rows");
    }

    private boolean turn(Browser browser) {
        return Browser.json(browser.get("/api/turns?applications=" + no))
                .path(no)
                .get(0)
                .path("mine")
                .asBoolean();
    }

    private static HttpResponse<String> claim(Browser browser, String userId, String task) {
        return browser.engine("POST", "task/" + task + "/claim", "{\"userId\":\"" + userId + "\"}");
    }

    private HttpResponse<String> review(Browser browser, String decision) {
        return browser.call(
                "POST", "/api/applications/" + no + "/review", "{\"decision\":\"" + decision + "\",\"remarks\":{}}");
    }

    private HttpResponse<String> save(Browser browser, String mail) {
        return browser.call(
                "PUT",
                "/api/applications/" + no + "/draft",
                "{\"version\":" + bench.drafts.version(no) + ",\"values\":{\"contactEmail\":\"" + mail + "\"}}");
    }

    private static void assertRefused(HttpResponse<String> answer, String sentence) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(Browser.json(answer).path("message").asText()).contains(sentence);
    }
}
