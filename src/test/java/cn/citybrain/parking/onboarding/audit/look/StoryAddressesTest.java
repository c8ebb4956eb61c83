package cn.citybrain.parking.onboarding.audit.look;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.TestForms;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.TestMerchants;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may read stories over HTTP, how they are asked for, and that each look is kept. */
@OnboardingTest
class StoryAddressesTest {

    @Autowired
    TestDrafts drafts;

    @Autowired
    Merchants merchants;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    String no;

    @BeforeEach
    void submitted() {
        Merchant merchant = TestMerchants.add(merchants);
        no = TestForms.submit(drafts, Channel.WECHATPAY, merchant, "62220000" + System.nanoTime(), "operator-test");
    }

    private List<String> addresses() {
        String path = "/api/audit/applications/" + no;
        return List.of(
                path,
                path + "/timeline",
                path + "/revisions",
                path + "/revisions/1",
                path + "/papers",
                path + "/papers/" + paper(),
                path + "/deductions",
                path + "/diagrams",
                "/api/audit/what-there-is-not");
    }

    @Test
    void nobodyButAuditorsLearnsAnything() {
        for (String user : List.of("hubin", "chengxi", "zhilian", "vendor2", "reviewer", "supervisor", "admin")) {
            Browser browser = Browser.of(port, user);
            for (String address : addresses()) {
                HttpResponse<String> answer = browser.get(address);
                assertThat(answer.statusCode()).as(user + " " + address).isEqualTo(403);
                assertThat(answer.body()).doesNotContain(no).doesNotContain("停车场");
            }
            assertThat(look(browser, "idCardNumber", "核对身份").statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(looks()).isEmpty();
    }

    @Test
    void whoIsNotLoggedInIsAskedTo() {
        for (String address : addresses()) {
            assertThat(new Browser(port).get(address).statusCode()).as(address).isEqualTo(401);
        }
    }

    @Test
    void anAuditorReadsEverythingAndEachLookIsKeptOnce() {
        Browser auditor = Browser.of(port, "auditor");
        addresses().subList(0, 8).forEach(address -> assertThat(
                        auditor.get(address).statusCode())
                .as(address)
                .isEqualTo(200));

        assertThat(looks()).containsExactlyInAnyOrder("OPENED", "PAPER");
        JsonNode shown = json(auditor, "/timeline?kind=LOOK").get("rows");
        assertThat(shown).isNotEmpty();
        assertThat(shown.get(0).get("person").get("role").asText()).isEqualTo("审计");
    }

    @Test
    void whoeverSeesTheDiagramsHasLookedAtTheApplication() {
        json(Browser.of(port, "auditor"), "/diagrams");

        assertThat(looks()).containsExactly("OPENED");
    }

    @Test
    void aDraftIsItsCompanysOwn() {
        List<String> addresses = addresses().subList(0, 8);
        jdbc.sql("UPDATE application SET state = 'DRAFT' WHERE no = ?")
                .param(no)
                .update();
        Browser auditor = Browser.of(port, "auditor");

        assertThat(addresses)
                .allSatisfy(
                        address -> assertThat(auditor.get(address).statusCode()).isEqualTo(404));
        assertThat(auditor.get("/api/audit/applications/" + no + "/dossier").statusCode())
                .isEqualTo(404);
        assertThat(looks()).isEmpty();
    }

    @Test
    void aPaperComesAsAPictureAndItsHashIsThatOfWhatIsStored() {
        JsonNode paper = json(Browser.of(port, "auditor"), "/papers").get(0);
        byte[] content = Browser.of(port, "auditor")
                .download(paper.get("preview").asText())
                .body();

        assertThat(content).startsWith(0xff, 0xd8, 0xff);
        assertThat(paper.get("sha256").asText())
                .isEqualTo(jdbc.sql("SELECT sha256 FROM document WHERE id = ?")
                        .param(paper.get("documentId").asText())
                        .query(String.class)
                        .single());
        assertThat(paper.get("revisions").get(0).asInt()).isPositive();
    }

    @Test
    void aHiddenValueIsShownToWhoSaysWhyAndTheLookIsToldWithTheReason() {
        Browser auditor = Browser.of(port, "auditor");
        JsonNode hidden = value(auditor, "idCardNumber");
        assertThat(hidden.get("masked").asBoolean()).isTrue();

        HttpResponse<String> nothing = look(auditor, "idCardNumber", " ");
        assertThat(nothing.statusCode()).isEqualTo(400);
        assertThat(Browser.json(nothing).get("fields").get("reason").asText()).contains("查阅原因");
        assertThat(looks()).doesNotContain("FIELD");

        HttpResponse<String> shown = look(auditor, "idCardNumber", "核对法定代表人身份");
        assertThat(Browser.json(shown).get("value").asText())
                .doesNotContain("*")
                .startsWith(hidden.get("value").asText().substring(0, 3));
        JsonNode told = json(auditor, "/timeline?kind=LOOK&who=auditor").get("rows");
        assertThat(told.toString()).contains("证件号码").contains("核对法定代表人身份");
    }

    @Test
    void theTimelineIsFilteredAndPaged() {
        Browser auditor = Browser.of(port, "auditor");
        json(auditor, "");
        JsonNode all = json(auditor, "/timeline?size=500");
        JsonNode page = json(auditor, "/timeline?size=3&page=2");

        assertThat(page.get("total").asInt()).isEqualTo(all.get("total").asInt());
        assertThat(page.get("rows")).hasSize(3);
        assertThat(page.get("rows").get(0)).isEqualTo(all.get("rows").get(3));
        assertThat(json(auditor, "/timeline?kind=PAPER,REVISION&size=500").get("rows"))
                .isNotEmpty()
                .allMatch(row ->
                        List.of("PAPER", "REVISION").contains(row.get("kind").asText()));
        assertThat(json(auditor, "/timeline?who=nobody").get("total").asInt()).isZero();
        assertThat(json(auditor, "/timeline?to=2000-01-01T00:00:00Z")
                        .get("total")
                        .asInt())
                .isZero();
    }

    @Test
    void badQuestionsAreAnsweredInChineseWithTheirField() {
        Browser auditor = Browser.of(port, "auditor");
        String path = "/api/audit/applications/" + no;
        for (String wrong : List.of("kind=NONSENSE", "page=0", "size=100000", "from=yesterday")) {
            HttpResponse<String> answer = auditor.get(path + "/timeline?" + wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(400);
            assertThat(Browser.json(answer).get("fields").has(wrong.substring(0, wrong.indexOf('='))))
                    .as(answer.body())
                    .isTrue();
        }
        assertThat(auditor.get(path + "/revisions/99").statusCode()).isEqualTo(404);
        assertThat(auditor.get(path + "/papers/none").statusCode()).isEqualTo(404);
        HttpResponse<String> unknown = auditor.get("/api/audit/applications/WX0");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Browser.json(unknown).get("message").asText()).contains("没有申请 WX0");
        assertThat(look(auditor, "nonsense", "核对身份").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> look(Browser browser, String field, String reason) {
        return browser.call(
                "POST",
                "/api/audit/applications/" + no + "/look",
                "{\"field\":\"" + field + "\",\"reason\":\"" + reason + "\"}");
    }

    private JsonNode value(Browser auditor, String key) {
        for (JsonNode value : json(auditor, "/revisions/1").get("values")) {
            if (value.get("key").asText().equals(key)) {
                return value;
            }
        }
        throw new AssertionError(key);
    }

    private JsonNode json(Browser browser, String path) {
        HttpResponse<String> answer = browser.get("/api/audit/applications/" + no + path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Browser.json(answer);
    }

    private String paper() {
        return jdbc.sql("SELECT document_id FROM revision_paper WHERE application_no = ? ORDER BY document_id"
                        + " FETCH FIRST 1 ROWS ONLY")
                .param(no)
                .query(String.class)
                .single();
    }

    private List<String> looks() {
        return jdbc.sql("SELECT kind FROM audit_look WHERE application_no = ?")
                .param(no)
                .query(String.class)
                .list();
    }
}
