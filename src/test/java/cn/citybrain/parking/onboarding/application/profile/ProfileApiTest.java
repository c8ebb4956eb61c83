package cn.citybrain.parking.onboarding.application.profile;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.TestClock;
import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.ApplicationControllers;
import cn.citybrain.parking.onboarding.application.SampleForm;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.profile.TestProfiles;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The page 车场方资料 over HTTP: an operator keeps the profile of the own company, and nobody else sees that there is one. */
@OnboardingTest
class ProfileApiTest {

    private static final String ID_CARD = "330106198001011235";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext app;

    @Autowired
    ObjectMapper json;

    @Autowired
    TestClock clock;

    Browser operator;

    @BeforeEach
    void logIn() {
        clock.reset();
        operator = Browser.of(port, "hubin");
    }

    /** Others begin applications of the same company. */
    @AfterEach
    void forget() {
        clock.reset();
        TestProfiles.empty(app, "hubin");
    }

    @Test
    void keepsFactsMaskedAndGivesThemInFullToWhoeverEdits() {
        long seen = version();
        JsonNode saved = ok(save(
                seen,
                Map.of(
                        "legal.name", " 林晓湖 ",
                        "legal.idNumber", "11010519491231002x",
                        "licence.periodBegin", "2015-03-01",
                        "licence.periodEnd", "长期",
                        "contact.phone", "13857100001")));

        assertThat(saved.path("version").asLong()).isEqualTo(seen + 1);
        assertThat(saved.path("changedBy").asText()).isEqualTo("林晓湖");
        assertThat(saved.path("values").path("legal.idNumber").asText()).isEqualTo("110***********002X");
        assertThat(saved.path("values").path("legal.name").asText())
                .as("stands on the licence for everybody to read")
                .isEqualTo("林晓湖");
        assertThat(saved.path("values").path("contact.phone").asText()).isEqualTo("138****0001");
        assertThat(saved.path("values").path("company.uscc").asText())
                .as("on record")
                .isEqualTo("91330102765432101R");
        JsonNode full = ok(operator.get("/api/profile/values"));
        assertThat(full.path("legal.idNumber").asText()).isEqualTo("11010519491231002X");
        assertThat(full.path("legal.name").asText()).isEqualTo("林晓湖");

        JsonNode again = ok(save(seen + 1, Map.of("legal.idNumber", "110***********002X", "contact.phone", "")));
        assertThat(again.path("values").has("contact.phone")).isFalse();
        assertThat(ok(operator.get("/api/profile/values"))
                        .path("legal.idNumber")
                        .asText())
                .as("a mask that comes back is no edit")
                .isEqualTo("11010519491231002X");
    }

    @Test
    void namesEveryPlaceThatIsWrongAndKeepsNothing() {
        HttpResponse<String> answer = save(
                version(),
                Map.of(
                        "legal.idNumber", "330106198001011234",
                        "licence.periodBegin", "2020-01-01",
                        "licence.periodEnd", "2019-01-01",
                        "contact.email", "nobody",
                        "company.shortName", "湖滨停车"));

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode fields = Browser.json(answer).path("fields");
        assertThat(fields.path("legal.idNumber").asText()).isEqualTo("法定代表人证件号码校验位不符，请逐位核对");
        assertThat(fields.path("licence.periodEnd").asText()).startsWith("执照有效期结束已过期（2019-01-01）");
        assertThat(fields.path("contact.email").asText()).startsWith("联系人邮箱格式不正确");
        assertThat(fields.has("company.shortName")).isFalse();
        assertThat(ok(operator.get("/api/profile")).path("values").has("company.shortName"))
                .isFalse();
        assertThat(save(version(), Map.of("company.nonsense", "x")).statusCode())
                .isEqualTo(400);
        assertThat(operator.call("PUT", "/api/profile/values", "{\"version\":0}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(operator.call("PUT", "/api/profile/values", "{").statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesNoMailAddressThatContinuesOnAnotherLine() {
        for (String mail : List.of("a@b.cn\r\nBcc: c@d.cn", "a@b.cn\nc@d.cn", "a\r@b.cn", "a@b.cn\u2028c@d.cn")) {
            HttpResponse<String> answer = save(version(), Map.of("contact.email", mail));
            assertThat(answer.statusCode()).as(mail).isEqualTo(400);
            assertThat(Browser.json(answer).path("fields").has("contact.email")).isTrue();
        }
    }

    @Test
    void tellsTheSecondOfTwoWhoEditAtOnce() {
        long seen = version();
        ok(save(seen, Map.of("company.shortName", "湖滨停车")));

        HttpResponse<String> second = save(seen, Map.of("company.shortName", "西湖停车"));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("公司资料刚被别人更新过");
        assertThat(ok(operator.get("/api/profile"))
                        .path("values")
                        .path("company.shortName")
                        .asText())
                .isEqualTo("湖滨停车");
    }

    @Test
    void doubtsButKeepsACodeThatIsNotTheCompanys() {
        JsonNode saved = ok(save(version(), Map.of("company.uscc", "91330106123456789A")));

        assertThat(saved.path("warnings").path("company.uscc").asText()).contains("请");
    }

    @Test
    void keepsSeveralSettlementAccounts() {
        JsonNode one = ok(account("POST", "", version(), "6222020200110001", "杭州湖滨停车管理有限公司"));
        JsonNode two = ok(account("POST", "", version(), "6222 0202 0011 0002", "杭州湖滨停车管理有限公司"));
        assertThat(two.path("accounts")).hasSize(2);
        assertThat(two.path("accounts").get(1).path("label").asText()).isEqualTo("招商银行 **** 0002");
        assertThat(two.path("accounts")
                        .get(0)
                        .path("values")
                        .path("account.number")
                        .asText())
                .isEqualTo("**** 0001");

        HttpResponse<String> same = account("POST", "", version(), "6222020200110001", "杭州湖滨停车管理有限公司");
        assertThat(Browser.json(same).path("fields").path("account.number").asText())
                .contains("已经在结算账户里");
        HttpResponse<String> empty =
                operator.call("POST", "/api/profile/accounts", body(version(), Map.of("account.bank", "招商银行")));
        assertThat(Browser.json(empty).path("fields").path("account.number").asText())
                .isEqualTo("请填写银行账号");
        int first = one.path("accounts").get(0).path("no").asInt();
        assertThat(ok(operator.get("/api/profile/accounts/" + first))
                        .path("account.number")
                        .asText())
                .isEqualTo("6222020200110001");
        ok(account("PUT", "/" + first, version(), "6222020200110003", "杭州湖滨停车管理有限公司"));
        assertThat(account("PUT", "/99", version(), "6222020200110004", "杭州湖滨停车管理有限公司")
                        .statusCode())
                .isEqualTo(404);
        JsonNode left = ok(operator.call("DELETE", "/api/profile/accounts/" + first + "?version=" + version(), null));
        assertThat(left.path("accounts")).hasSize(1);
        assertThat(operator.get("/api/profile/accounts/" + first).statusCode()).isEqualTo(404);
        JsonNode third = ok(account("POST", "", version(), "6222020200110005", "杭州湖滨停车管理有限公司"));
        assertThat(third.path("accounts").get(1).path("no").asInt())
                .as("no number is given again")
                .isEqualTo(two.path("accounts").get(1).path("no").asInt() + 1);
    }

    @Test
    void keepsPapersWithTheirLastDay() {
        JsonNode saved = ok(paper("licence.copy", "", "2026-12-31"));
        JsonNode paper = saved.path("papers").get(0);
        assertThat(paper.path("validity").asText()).isEqualTo("EXPIRING");
        assertThat(paper.path("daysLeft").asInt()).isEqualTo(38);
        String id = paper.path("id").asText();
        assertThat(operator.get("/api/documents/" + id).statusCode()).isEqualTo(200);

        ok(operator.call(
                "PUT",
                "/api/profile/papers",
                text(Map.of("version", version(), "field", "licence.copy", "about", "", "validUntil", "长期"))));
        assertThat(ok(operator.get("/api/profile"))
                        .path("papers")
                        .get(0)
                        .path("validity")
                        .asText())
                .isEqualTo("VALID");
        ok(paper("licence.copy", "", "长期"));
        assertThat(operator.get("/api/documents/" + id).statusCode())
                .as("nobody needs the one before")
                .isEqualTo(404);
        JsonNode photo = ok(paper("store.entrance", "湖滨银泰停车场", ""));
        assertThat(photo.path("papers")).hasSize(2);
        JsonNode left =
                ok(operator.call("DELETE", "/api/profile/papers?field=licence.copy&version=" + version(), null));
        assertThat(left.path("papers")).hasSize(1);
    }

    @Test
    void saysWhyAPaperIsNotTaken() {
        assertThat(fault(paper("licence.copy", "", ""), "licence.copy")).contains("请填写营业执照照片的有效期至");
        assertThat(fault(paper("licence.copy", "", "2026-11-01"), "licence.copy"))
                .contains("已过期（2026-11-01）");
        assertThat(fault(paper("licence.copy", "", "soon"), "licence.copy")).contains("日期");
        assertThat(fault(paper("store.entrance", "别家停车场", ""), "store.entrance"))
                .contains("哪个停车场");
        assertThat(fault(paper("legal.name", "", ""), "field")).isEqualTo("没有这种证照");
        HttpResponse<String> pdf = operator.upload(
                "/api/profile/papers?field=licence.copy&validUntil=" + encoded("长期") + "&version=" + version(),
                "执照.pdf",
                "application/pdf",
                "%PDF-1.7".getBytes());
        assertThat(fault(pdf, "licence.copy")).isEqualTo("营业执照照片：PDF 不完整或已损坏，无法打开。请重新导出或另存为图片后上传");
        assertThat(operator.call("DELETE", "/api/profile/papers?field=licence.copy&version=" + version(), null)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void isNotThereForAnybodyButTheCompanysOperators() {
        ok(save(version(), Map.of("legal.idNumber", ID_CARD)));
        JsonNode kept = ok(paper("licence.copy", "", "长期"));
        long version = kept.path("version").asLong();
        String paper = kept.path("papers").get(0).path("id").asText();

        for (String user : List.of("reviewer", "supervisor", "auditor", "admin", "zhilian")) {
            Browser other = Browser.of(port, user);
            for (HttpResponse<String> answer : attempts(other, version)) {
                assertThat(answer.statusCode()).as(user + " " + answer.uri()).isEqualTo(403);
                assertThat(answer.body()).contains("只对车场方开放").doesNotContain("330106");
            }
            assertThat(other.get("/api/documents/" + paper).statusCode())
                    .as(user)
                    .isEqualTo(404);
        }
        Browser neighbour = Browser.of(port, "chengxi");
        for (HttpResponse<String> answer : attempts(neighbour, version)) {
            assertThat(answer.statusCode()).as("chengxi " + answer.uri()).isEqualTo(404);
            assertThat(answer.body())
                    .isEqualTo(neighbour.get("/api/profile?company=nobody").body());
        }
        assertThat(neighbour.get("/api/documents/" + paper).statusCode()).isEqualTo(404);
        assertThat(ok(neighbour.get("/api/profile/companies")).toString()).doesNotContain("hubin");
        assertThat(version()).as("nothing was changed").isEqualTo(version);
    }

    private List<HttpResponse<String>> attempts(Browser other, long version) {
        Map<String, Object> date =
                Map.of("company", "hubin", "version", version, "field", "licence.copy", "validUntil", "长期");
        return List.of(
                other.get("/api/profile?company=hubin"),
                other.get("/api/profile/values?company=hubin"),
                other.get("/api/profile/accounts/1?company=hubin"),
                other.call("PUT", "/api/profile/values", foreign(version)),
                other.call("POST", "/api/profile/accounts", foreign(version)),
                other.call("PUT", "/api/profile/accounts/1", foreign(version)),
                other.call("DELETE", "/api/profile/accounts/1?company=hubin&version=" + version, null),
                other.upload(
                        "/api/profile/papers?company=hubin&field=licence.copy&validUntil=2030-01-01&version=" + version,
                        "x.png",
                        "image/png",
                        SampleForm.PICTURE),
                other.call("PUT", "/api/profile/papers", text(date)),
                other.call("DELETE", "/api/profile/papers?company=hubin&field=licence.copy&version=" + version, null));
    }

    private String foreign(long version) {
        return text(Map.of("company", "hubin", "version", version, "values", Map.of("company.shortName", "换一个")));
    }

    @Test
    void asksForNothingWithoutALogin() {
        assertThat(new Browser(port).get("/api/profile").statusCode()).isEqualTo(401);
    }

    @Test
    void opensItsPageToEveryOperator() {
        assertThat(operator.get("/profile").body()).contains("/onboarding/pages/profile.js");
    }

    @Test
    void whoWorksForSeveralCompaniesChoosesOne() throws Exception {
        Company first = new Company(app);
        Company second = new Company(app);
        Actor both = new Actor(
                "both", "两家", Set.of("lot-operator"), Set.of(first.merchant.tenantId(), second.merchant.tenantId()));

        assertThat(as(both, "/api/profile/companies").getContentAsString())
                .contains(first.merchant.name(), second.merchant.name());
        assertThat(as(both, "/api/profile").getStatus()).isEqualTo(400);
        assertThat(as(both, "/api/profile?company=" + second.merchant.tenantId())
                        .getContentAsString())
                .contains(second.merchant.name())
                .doesNotContain(first.merchant.name());
        Actor nobody = new Actor("new", "新人", Set.of("lot-operator"), Set.of());
        assertThat(as(nobody, "/api/profile").getStatus()).isEqualTo(403);
        assertThat(as(nobody, "/api/profile").getContentAsString()).contains("请联系运营公司");
    }

    @Test
    void showsAnApplicationBesideTheProfileToItsOperatorAndWhatWasAcceptedToReviewers() throws Exception {
        Company company = new Company(app);
        String accepted = company.filledByWechatPay();
        company.accept(accepted);
        String no = company.begin(Channel.CITIZENCARD);
        company.save(no, Map.of("bankName", "测试银行股份有限公司西湖支行"));
        company.drafts.submit(no, Company.OPERATOR);
        Actor reviewer = new Actor("reviewer", "审核员", Set.of("ops-reviewer"), Set.of());
        Actor auditor = new Actor("auditor", "审计", Set.of("auditor"), Set.of());
        Actor stranger = new Actor("other", "别家", Set.of("lot-operator"), Set.of("t-other"));

        String path = "/api/applications/" + no;
        assertThat(as(reviewer, path + "/accepted").getContentAsString()).contains("\"legalPerson\":\"" + accepted);
        assertThat(as(auditor, path + "/accepted").getStatus()).isEqualTo(403);
        assertThat(as(company.operator(), path + "/accepted").getStatus()).isEqualTo(403);
        assertThat(as(stranger, path + "/accepted").getStatus()).isEqualTo(404);
        assertThat(as(stranger, path + "/profile").getStatus()).isEqualTo(404);
        assertThat(as(reviewer, path + "/profile").getStatus()).isEqualTo(403);
        company.drafts.open(no, "papers");
        assertThat(as(company.operator(), path + "/profile").getContentAsString())
                .contains("\"taken\":[\"licenceCopy\"]")
                .contains("account.branchName");
    }

    @Test
    void takesWhatWasTickedWithTheSubmission() throws Exception {
        Company company = new Company(app);
        company.filledByWechatPay();
        String no = company.begin(Channel.CITIZENCARD);
        company.save(no, Map.of("bankName", "测试银行股份有限公司西湖支行"));
        long version = company.profile().version();

        assertThat(submit(company, no, Map.of("places", List.of("account.branchName")))
                        .getStatus())
                .isEqualTo(400);
        MockHttpServletResponse stale =
                submit(company, no, Map.of("version", version - 1, "places", List.of("account.branchName")));
        assertThat(stale.getStatus()).isEqualTo(409);
        assertThat(stale.getContentAsString()).contains("公司资料刚被别人更新过");
        assertThat(company.profile().version()).isEqualTo(version);
    }

    @Test
    void submitsWithoutATickAsBefore() throws Exception {
        Company company = new Company(app);
        company.filledByWechatPay();
        String no = company.begin(Channel.CITIZENCARD);
        company.save(no, Map.of("bankName", "测试银行股份有限公司西湖支行"));
        long version = company.profile().version();

        assertThat(submit(company, no, Map.of("places", List.of())).getStatus()).isEqualTo(200);
        assertThat(company.profile().version()).isEqualTo(version);
    }

    private MockHttpServletResponse submit(Company company, String no, Map<String, ?> profile) throws Exception {
        return ApplicationControllers.of(app, company.operator())
                .perform(MockMvcRequestBuilders.post("/api/applications/" + no + "/submit")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(text(Map.of("profile", profile))))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse as(Actor actor, String path) throws Exception {
        return ApplicationControllers.of(app, actor)
                .perform(MockMvcRequestBuilders.get(path))
                .andReturn()
                .getResponse();
    }

    private long version() {
        return ok(operator.get("/api/profile")).path("version").asLong();
    }

    private HttpResponse<String> save(long version, Map<String, String> values) {
        return operator.call("PUT", "/api/profile/values", body(version, values));
    }

    private HttpResponse<String> account(String method, String which, long version, String number, String name) {
        return operator.call(
                method,
                "/api/profile/accounts" + which,
                body(version, Map.of("account.name", name, "account.bank", "招商银行", "account.number", number)));
    }

    private HttpResponse<String> paper(String place, String about, String validUntil) {
        String path = "/api/profile/papers?version=" + version() + "&field=" + place + "&about=" + encoded(about)
                + "&validUntil=" + encoded(validUntil);
        return operator.upload(path, "执照.png", "image/png", SampleForm.PICTURE);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String body(long version, Map<String, String> values) {
        return text(new HashMap<>(Map.of("version", version, "values", values)));
    }

    private String text(Map<String, ?> body) {
        try {
            return json.writeValueAsString(body);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.json(answer);
    }

    private static String fault(HttpResponse<String> answer, String key) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        return Browser.json(answer).path("fields").path(key).asText();
    }
}
