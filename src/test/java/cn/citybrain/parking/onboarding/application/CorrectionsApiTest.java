package cn.citybrain.parking.onboarding.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.draft.OpenedFields;
import cn.citybrain.parking.onboarding.application.life.ChannelAnswers;
import cn.citybrain.parking.onboarding.application.life.ReviewDecisions;
import cn.citybrain.parking.onboarding.application.review.TestReviews;
import cn.citybrain.parking.onboarding.channel.FieldIssue;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.process.task.FormTask;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was given back: it comes back mended or answered, other fields open with a word why, and the reviewer sees both. */
@OnboardingTest
class CorrectionsApiTest {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    TestDrafts drafts;

    @Autowired
    ReviewDecisions decisions;

    @Autowired
    ChannelAnswers answers;

    @Autowired
    OpenedFields opened;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ObjectMapper json;

    Merchant merchant;
    Browser operator;
    String no;

    @BeforeEach
    void submitted() {
        merchant = app.getBean(Merchants.class).byTenant("hubin").orElseThrow();
        operator = Browser.of(port, "hubin");
        no = SampleForm.submit(drafts, merchant, "6222" + System.nanoTime(), "hubin");
    }

    @Test
    void refusesWhatWasReturnedAndIsAsItWasAndNamesTheFields() {
        giveBack(Map.of("storeName", "与招牌不一致", "servicePhone", "打不通", "licenceCopy", "反光，看不清"));
        save(Map.of("servicePhone", "0571-87654321"));
        attach("licenceCopy");

        JsonNode checked = ok(operator.call("POST", path("check"), "{}"));
        assertThat(fields(checked.path("returned"))).containsExactly("storeName", "licenceCopy");
        assertThat(checked.path("returned").path("storeName").asText()).isEqualTo("停车场（门店）名称被退回后没有改动");
        HttpResponse<String> refused = submit(Map.of());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Browser.json(refused).path("message").asText())
                .startsWith("还有 2 处要更正或说明：")
                .contains("停车场（门店）名称被退回后没有改动。请更正，或写一句说明给审核人员看", "营业执照照片被退回后没有改动");
        assertThat(fields(Browser.json(refused).path("fields"))).containsExactlyInAnyOrder("licenceCopy", "storeName");
        assertThat(submit(Map.of("storeName", "对", "licenceCopy", "就是原件的样子")).statusCode())
                .as("a word is no sentence")
                .isEqualTo(400);
    }

    @Test
    void showsTheReviewerWhatIsAsItWasWithTheAnswerAndKeepsItForTheStory() {
        giveBack(Map.of("storeName", "与招牌不一致", "servicePhone", "打不通"));
        save(Map.of("servicePhone", "0571-87654321"));
        ok(submit(Map.of("storeName", "招牌上月已更换，电话 13857100001", "servicePhone", "已改，不用说明")));

        JsonNode seen = application("reviewer");
        assertThat(seen.path("unchanged")).hasSize(1);
        assertThat(seen.path("unchanged").path(0).path("label").asText()).isEqualTo("停车场（门店）名称");
        assertThat(seen.path("unchanged").path(0).path("reasons").path(0).asText())
                .isEqualTo("与招牌不一致");
        assertThat(seen.path("unchanged").path(0).path("answer").asText()).isEqualTo("招牌上月已更换，电话 13857100001");
        assertThat(application("auditor")
                        .path("unchanged")
                        .path(0)
                        .path("answer")
                        .asText())
                .isEqualTo("招牌上月已更换，电话 ******");
        assertThat(seen.path("explanations").has("servicePhone"))
                .as("what was mended needs no answer")
                .isFalse();
        assertThat(jdbc.sql("SELECT explanations FROM application_revision WHERE application_no = ? AND revision = 3")
                        .param(no)
                        .query(String.class)
                        .single())
                .startsWith("demo:");
        JsonNode told = ok(Browser.of(port, "auditor").get("/api/audit/applications/" + no + "/revisions"));
        assertThat(told.path(2).path("doubts").path(0).path("doubt").asText()).isEqualTo("退回后没有改动");
    }

    @Test
    void wantsAnotherSentenceWhenTheFieldComesBackAgain() {
        giveBack(Map.of("storeName", "与招牌不一致"));
        ok(submit(Map.of("storeName", "招牌上月已更换")));
        giveBack(Map.of("storeName", "请补拍新招牌"));

        assertThat(submit(Map.of()).statusCode()).isEqualTo(400);
        assertThat(Browser.json(submit(Map.of("storeName", "招牌上月已更换")))
                        .path("fields")
                        .path("storeName")
                        .asText())
                .isEqualTo("停车场（门店）名称被退回后没有改动。说明与上次相同，请按退回的原因另写");
        ok(submit(Map.of("storeName", "照片已经补拍，名称没有错")));
    }

    @Test
    void keepsWhatIsWrittenSoFarWithTheDraftUntilItIsSubmitted() {
        giveBack(Map.of("storeName", "与招牌不一致"));
        String written = written(Map.of(
                "version",
                drafts.version(no),
                "values",
                Map.of(),
                "explanations",
                Map.of("storeName", "招牌上月已更换", "nothing", "没有这一项")));
        ok(operator.call("PUT", path("draft"), written));

        JsonNode said = ok(operator.call("POST", path("check"), "{}")).path("explanations");
        assertThat(fields(said)).containsExactly("storeName");
        assertThat(kept()).startsWith("demo:");
        ok(submit(Map.of()));
        assertThat(application("reviewer")
                        .path("unchanged")
                        .path(0)
                        .path("answer")
                        .asText())
                .isEqualTo("招牌上月已更换");
        assertThat(kept()).isNull();
    }

    private String kept() {
        return jdbc.sql("SELECT draft_said FROM application WHERE no = ?")
                .param(no)
                .query(String.class)
                .list()
                .get(0);
    }

    @Test
    void aDoubtThatWasExplainedIsExplainedAnewWhenItWasGivenBackForIt() {
        String other = SampleForm.fill(drafts, merchant, "6222" + System.nanoTime(), "hubin");
        drafts.save(other, 1, Map.of("accountName", "杭州旧名停车有限公司"), "hubin");
        drafts.submit(other, Map.of("accountName", "公司去年更名"), "hubin");
        SampleForm.upload(drafts, other, "hubin");
        drafts.submit(other, "hubin");
        no = other;
        giveBack(Map.of("accountName", "请附变更通知"));

        assertThat(submit(Map.of()).statusCode()).isEqualTo(400);
        ok(submit(Map.of("accountName", "变更通知已寄出，户名没有错")));
        assertThat(application("reviewer").path("unchanged").path(0).path("key").asText())
                .isEqualTo("accountName");
    }

    @Test
    void whatAChannelFoundWantsAnAnswerAsWell() {
        decisions.accept(no, "reviewer");
        answers.refused(no, List.of(new FieldIssue("storeName", "名称不全")), "名称不全");

        assertThat(submit(Map.of()).statusCode()).isEqualTo(400);
        save(Map.of("storeName", "测试停车场东区"));
        ok(submit(Map.of()));
        assertThat(application("reviewer").path("unchanged")).isEmpty();
    }

    @Test
    void opensAFurtherFieldAtOnceWithAWordWhyThatTheReviewerReads() {
        giveBack(Map.of("storeName", "与招牌不一致"));
        assertThat(operator.call("PUT", path("draft"), draft(Map.of("storeAddress", "文三路 1 号")))
                        .statusCode())
                .isEqualTo(400);
        for (Map<String, String> asked : List.of(
                Map.of("field", "storeAddress"),
                Map.of("field", "storeAddress", "why", "改"),
                Map.of("field", "nothing", "why", "写错了"),
                Map.of("field", "uboIdNumber", "why", "写错了"))) {
            assertThat(open(asked).statusCode()).as(asked.toString()).isEqualTo(400);
        }
        assertThat(Browser.json(open(Map.of("field", "storeAddress")))
                        .path("message")
                        .asText())
                .isEqualTo("请写明为什么要更改停车场地址（2 至 200 个字）");

        JsonNode open = ok(open(Map.of("field", "storeAddress", "why", "地址也写错了，电话 13857100001")));
        assertThat(open.path("openFields").toString()).contains("storeAddress", "storeName");
        ok(open(Map.of("field", "storeAddress", "why", "再打开一次")));
        save(Map.of("storeAddress", "文三路 1 号", "storeName", "西湖停车场东区"));
        ok(submit(Map.of()));

        assertThat(opened.of(no)).hasSize(1);
        JsonNode seen = application("reviewer");
        assertThat(seen.path("opened").path(0).path("label").asText()).isEqualTo("停车场地址");
        assertThat(seen.path("opened").path(0).path("why").asText()).isEqualTo("地址也写错了，电话 13857100001");
        assertThat(jdbc.sql("SELECT why FROM opened_field WHERE application_no = ?")
                        .param(no)
                        .query(String.class)
                        .single())
                .startsWith("demo:");
        assertThat(Browser.of(port, "auditor")
                        .get("/api/audit/applications/" + no + "/timeline")
                        .body())
                .contains("打开其他项目更改：“停车场地址”", "电话 138****0001")
                .doesNotContain("13857100001");
    }

    @Test
    void opensNothingForOthersNorOutsideOfACorrection() {
        Map<String, String> asked = Map.of("field", "storeAddress", "why", "写错了");
        assertThat(open(asked).statusCode()).isEqualTo(409);
        giveBack(Map.of("storeName", "与招牌不一致"));
        assertThat(open("chengxi", asked).statusCode()).isEqualTo(404);
        assertThat(open("zhilian", asked).statusCode()).isEqualTo(404);
        for (String who : List.of("reviewer", "supervisor", "auditor")) {
            assertThat(open(who, asked).statusCode()).as(who).isEqualTo(403);
        }
        assertThat(opened.of(no)).isEmpty();
    }

    @Test
    void anApplicantSeesTheirOwnNumbersInFullAndTheLookIsKept() {
        String address = path("values/idCardNumber?reveal");
        assertThat(application("hubin").path("values").path("idCardNumber").asText())
                .isEqualTo("330***********1235");

        assertThat(ok(operator.get(address)).path("value").asText()).isEqualTo("330106198001011235");
        assertThat(Browser.of(port, "chengxi").get(address).statusCode()).isEqualTo(404);
        assertThat(Browser.of(port, "zhilian").get(address).statusCode()).isEqualTo(404);
        assertThat(Browser.of(port, "auditor").get(address).statusCode()).isEqualTo(403);
        assertThat(jdbc.sql("SELECT revealed_by FROM value_reveal WHERE application_no = ?")
                        .param(no)
                        .query(String.class)
                        .list())
                .containsExactly("hubin");
    }

    @Test
    void listsThePapersThatAreNeededBeforeOneBeginsAndWhileOneFillsIn() {
        JsonNode before = ok(operator.get("/api/channels/wechatpay/start")).path("papers");
        assertThat(labels(before)).contains("营业执照照片", "业务办理授权函");
        JsonNode letter = StreamSupport.stream(before.spliterator(), false)
                .filter(paper -> paper.path("key").asText().equals("authorizationLetter"))
                .findFirst()
                .orElseThrow();
        assertThat(letter.path("when").asText()).isEqualTo("联系人类型为“经办人”");
        assertThat(labels(ok(operator.get("/api/accounts/openings"))
                        .path("channels")
                        .path(0)
                        .path("papers")))
                .isNotEmpty();

        JsonNode here = ok(operator.get(path("needed-papers")));
        assertThat(labels(here)).contains("营业执照照片").doesNotContain("业务办理授权函");
        assertThat(here.findValuesAsText("state")).containsOnly("HERE");
        assertThat(Browser.of(port, "reviewer").get(path("needed-papers")).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aReasonOfAChannelThatNamesAFieldWhichIsNotThereIsRefused() {
        decisions.accept(no, "reviewer");
        answers.refused(no, List.of(), "资料有误");
        Browser reviewer = Browser.of(port, "reviewer");
        String named = written(Map.of("reason", "电话中说明：名称不全", "remarks", Map.of("storeTitle", "名称不全")));

        try (FormTask task = FormTask.open(app, "find-reason.html", Map.of("applicationNo", no))
                .heldBy("reviewer")) {
            HttpResponse<String> refused = reviewer.call("POST", path("channel-reason"), named);

            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(Browser.json(refused).path("message").asText())
                    .isEqualTo("申请资料里没有名为“storeTitle”的项目，请从列表里选择要更正的项目");
            assertThat(application("reviewer").path("remarks")).isEmpty();
            assertThat(reviewer.call("POST", path("channel-reason"), named.replace("storeTitle", "storeName"))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(application("hubin").path("openFields").toString()).contains("storeName");
    }

    @Test
    void aReasonOfAChannelIsKeptForTheOneWhoHasTheTask() {
        decisions.accept(no, "reviewer");
        answers.refused(no, List.of(), "资料有误");
        String found = written(Map.of("reason", "名称不全", "remarks", Map.of("storeName", "名称不全")));

        assertRefused(found, "现在没有待办的任务");
        try (FormTask task = FormTask.open(app, "find-reason.html", Map.of("applicationNo", no))) {
            assertRefused(found, "请先认领任务“试办”");
            task.heldBy("reviewer2");
            assertRefused(found, "任务“试办”已由 沈复审 认领，只有认领人可以填写");
        }
        assertThat(application("reviewer").path("remarks")).isEmpty();
    }

    private void assertRefused(String found, String why) {
        HttpResponse<String> answer = Browser.of(port, "reviewer").call("POST", path("channel-reason"), found);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(Browser.json(answer).path("message").asText()).contains(why);
    }

    private void giveBack(Map<String, String> remarks) {
        TestReviews.giveBack(app, no, "reviewer", remarks);
        decisions.giveBack(no, "reviewer");
    }

    private void save(Map<String, String> values) {
        ok(operator.call("PUT", path("draft"), draft(values)));
    }

    private String draft(Map<String, String> values) {
        return written(Map.of("version", drafts.version(no), "values", values));
    }

    private void attach(String field) {
        ok(operator.upload(path("documents?field=" + field), field + ".png", "image/png", SampleForm.PICTURE));
    }

    private HttpResponse<String> submit(Map<String, String> explanations) {
        return operator.call("POST", path("submit"), written(Map.of("explanations", explanations)));
    }

    private HttpResponse<String> open(Map<String, String> asked) {
        return open("hubin", asked);
    }

    private HttpResponse<String> open(String who, Map<String, String> asked) {
        return Browser.of(port, who).call("POST", path("opened-fields"), written(asked));
    }

    private JsonNode application(String who) {
        return ok(Browser.of(port, who).get("/api/applications/" + no));
    }

    private String path(String rest) {
        return "/api/applications/" + no + "/" + rest;
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return Browser.json(answer);
    }

    private static List<String> fields(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> labels(JsonNode papers) {
        return papers.findValuesAsText("label");
    }
}
