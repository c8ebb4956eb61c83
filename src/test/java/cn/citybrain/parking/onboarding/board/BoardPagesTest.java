package cn.citybrain.parking.onboarding.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.application.TestDrafts;
import cn.citybrain.parking.onboarding.application.life.ApplicationStages;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBindings;
import cn.citybrain.parking.onboarding.merchant.Merchants;
import cn.citybrain.parking.onboarding.merchant.ParkingLots;
import cn.citybrain.parking.onboarding.merchant.ReceivingAccounts;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import cn.citybrain.parking.onboarding.process.TestApplications;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The board's and the application list's pages and search, over HTTP. */
@OnboardingTest
class BoardPagesTest {

    private static final int LOTS = 45;

    @LocalServerPort
    int port;

    @Autowired
    Merchants merchants;

    @Autowired
    ParkingLots lots;

    @Autowired
    Vendors vendors;

    @Autowired
    ReceivingAccounts accounts;

    @Autowired
    LotBindings bindings;

    @Autowired
    TestDrafts drafts;

    @Autowired
    ApplicationStages stages;

    @Autowired
    JdbcClient jdbc;

    final String unique = UUID.randomUUID().toString().replace("-", "").substring(0, 10);

    @Autowired
    ApplicationContext app;

    String no;

    @BeforeEach
    void manyLotsOfHubin() {
        long hubin = merchants.byTenant("hubin").orElseThrow().id();
        for (int i = 0; i < LOTS; i++) {
            lots.add(code(i), "分页" + unique + "号" + i, "文三路 1 号", 10, hubin);
        }
        vendors.assign(code(7), "vendor-zhilian", "test");
        no = drafts.create(Channel.WECHATPAY, "hubin", "hubin");
        accounts.open(hubin, "wechatpay", no, "6222" + unique);
        accounts.activate(no, "sub" + unique);
        bindings.bind(no, List.of(code(3), code(4)));
        bindings.withdrawn(bindings.of(code(4)).get(0).id());
        jdbc.sql("UPDATE application SET state = 'TESTING' WHERE no = ?")
                .param(no)
                .update();
    }

    @Test
    void everyLotIsOnExactlyOnePageInOneOrder() {
        List<String> seen = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            JsonNode found = board("supervisor", "q=" + unique + "&page=" + page);
            assertThat(found.get("total").asInt()).isEqualTo(LOTS);
            assertThat(found.get("rows")).hasSize(page < 3 ? 20 : 5);
            found.get("rows").forEach(row -> seen.add(row.get("lotCode").asText()));
        }
        assertThat(seen).hasSize(LOTS).doesNotHaveDuplicates().isSorted();
        assertThat(board("supervisor", "q=" + unique + "&page=4").get("rows")).isEmpty();
    }

    @Test
    void aPageIsNeverLargerThanAHundredNorEmptyNorBeforeTheFirst() {
        assertThat(board("supervisor", "size=100000").get("size").asInt()).isEqualTo(100);
        JsonNode odd = board("supervisor", "q=" + unique + "&size=0&page=-3");
        assertThat(odd.get("page").asInt()).isEqualTo(1);
        assertThat(odd.get("rows")).hasSize(1);
        HttpResponse<String> wrong = browser("supervisor").get("/api/board?page=first");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Browser.json(wrong).get("message").asText()).contains("page");
    }

    @Test
    void findsByNameCodeCompanyVendorAndApplication() {
        assertThat(codes("q=" + encode("分页" + unique + "号7"))).containsExactly(code(7));
        assertThat(codes("q=" + code(12).toLowerCase(Locale.ROOT))).containsExactly(code(12));
        assertThat(codes("q=" + no)).containsExactly(code(3), code(4));
        String vendor = vendors.of(code(7)).orElseThrow().name();
        assertThat(codes("size=100&q=" + encode(vendor))).contains(code(7)).doesNotContain(code(8));
        String company = merchants.byTenant("hubin").orElseThrow().name();
        assertThat(board("supervisor", "q=" + encode(company)).get("total").asInt())
                .isGreaterThanOrEqualTo(LOTS);
    }

    @Test
    void takesSignsOfTheDatabaseForWhatTheyAre() {
        for (String sign : List.of("%", "_", "!", "' OR 1=1 --")) {
            assertThat(codes("q=" + encode(unique + sign))).as(sign).isEmpty();
        }
    }

    @Test
    void findsByStateAndThoseThatNobodyAppliedFor() {
        assertThat(codes("q=" + unique + "&state=CONFIGURED")).containsExactly(code(3));
        assertThat(codes("q=" + unique + "&state=WITHDRAWN")).containsExactly(code(4));
        assertThat(codes("size=100&q=" + unique + "&state=NONE"))
                .hasSize(LOTS - 2)
                .doesNotContain(code(3), code(4));
        assertThat(codes("q=" + unique + "&state=LIVE")).isEmpty();
    }

    @Test
    void searchingOpensNothingThatIsSomebodyElses() {
        assertThat(board("hubin", "q=" + unique).get("total").asInt()).isEqualTo(LOTS);
        assertThat(board("zhilian", "q=" + unique).get("total").asInt()).isEqualTo(1);
        assertThat(board("zhilian", "q=" + unique).at("/rows/0/lotCode").asText())
                .isEqualTo(code(7));
        for (String user : List.of("chengxi", "vendor2", "admin")) {
            assertThat(board(user, "q=" + unique).get("total").asInt()).as(user).isZero();
            assertThat(applications(user, "q=" + no).get("total").asInt())
                    .as(user)
                    .isZero();
        }
        assertThat(applications("zhilian", "q=" + no).get("total").asInt()).isZero();
    }

    @Test
    void findsApplicationsByNumberLotCompanyAndState() {
        for (String user : List.of("hubin", "reviewer", "auditor")) {
            assertThat(numbers(user, "q=" + no.toLowerCase(Locale.ROOT)))
                    .as(user)
                    .containsExactly(no);
            assertThat(numbers(user, "q=" + code(3))).as(user).containsExactly(no);
            assertThat(numbers(user, "q=" + encode("分页" + unique + "号4")))
                    .as(user)
                    .containsExactly(no);
        }
        assertThat(numbers("reviewer", "q=" + no + "&state=TESTING&state=DONE")).containsExactly(no);
        assertThat(numbers("reviewer", "q=" + no + "&state=DONE")).isEmpty();
        String begun = TestApplications.begin(
                app, Channel.WECHATPAY, merchants.byTenant("hubin").orElseThrow(), "hubin");
        assertThat(numbers("reviewer", "q=" + begun + "&state=DRAFT"))
                .as("as it is called")
                .containsExactly(begun);
        assertThat(numbers("reviewer", "q=" + begun + "&state=FILLING")).isEmpty();
        String stage = TestApplications.filledIn(
                app, Channel.WECHATPAY, merchants.byTenant("hubin").orElseThrow(), "6222000011112222", "hubin");
        assertThat(numbers("reviewer", "q=" + stage + "&state=FILLING")).containsExactly(stage);
        assertThat(numbers("reviewer", "q=" + stage + "&state=DRAFT")).isEmpty();
        HttpResponse<String> wrong = browser("reviewer").get("/api/applications?state=NEW");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(Browser.json(wrong).get("message").asText()).contains("state");
    }

    @Test
    void applicationsComeInPagesNewestFirstAndDraftsOnlyToTheirCompany() {
        List<String> begun = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            begun.add(0, drafts.create(Channel.WECHATPAY, "hubin", "hubin"));
        }
        List<String> paged = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            paged.addAll(numbers("hubin", "state=DRAFT&mine&size=1&page=" + page));
        }
        assertThat(paged).containsExactlyElementsOf(begun);
        assertThat(numbers("reviewer", "q=" + begun.get(0))).isEmpty();
        assertThat(numbers("reviewer", "state=DRAFT")).doesNotContainAnyElementsOf(begun);
    }

    /** Before they are bound: a draft is its own company's, what was submitted is the vendor's to know as well. */
    @Test
    void showsWhatALotIsMeantForAndFindsItByThat() {
        String draft = drafts.create(Channel.ETC, "hubin", "hubin", List.of(code(7)), Optional.empty());
        assertThat(intended("hubin", draft)).containsExactly(draft + " DRAFT true");
        for (String user : List.of("supervisor", "reviewer", "auditor", "zhilian")) {
            assertThat(intended(user, draft)).as(user).isEmpty();
        }
        stages.started(draft);
        assertThat(intended("supervisor", draft)).containsExactly(draft + " FILLING true");
        assertThat(intended("zhilian", draft)).isEmpty();
        jdbc.sql("UPDATE application SET state = 'SUBMITTED', revision = 2 WHERE no = ?")
                .param(draft)
                .update();
        assertThat(intended("zhilian", draft)).containsExactly(draft + " SUBMITTED false");
        jdbc.sql("UPDATE application SET state = 'WITHDRAWN' WHERE no = ?")
                .param(draft)
                .update();
        assertThat(intended("hubin", draft)).isEmpty();
    }

    @Test
    void showsOnALotsPageWhatItIsAtOtherChannels() {
        String draft = drafts.create(Channel.ETC, "hubin", "hubin", List.of(code(3)), Optional.empty());
        String path = "/api/bindings/" + bindings.of(code(3)).get(0).id() + "/channels";
        JsonNode channels = Browser.json(browser("hubin").get(path));
        assertThat(channels).hasSize(Channel.values().length - 1);
        assertThat(channels.findValuesAsText("channel")).doesNotContain("wechatpay");
        assertThat(channels.findValuesAsText("applicationNo")).contains(draft);
        assertThat(Browser.json(browser("reviewer").get(path)).findValuesAsText("applicationNo"))
                .doesNotContain(draft);
        for (String user : List.of("chengxi", "zhilian", "admin")) {
            assertThat(browser(user).get(path).statusCode()).as(user).isEqualTo(404);
        }
    }

    /** Found by its application's number, and by lot and channel, exactly where it is shown. */
    private List<String> intended(String user, String no) {
        List<String> intended = new ArrayList<>();
        board(user, "q=" + code(7))
                .at("/rows/0/intended")
                .forEach(meant -> intended.add(meant.get("applicationNo").asText() + " "
                        + meant.get("state").asText() + " " + meant.get("draft").asText()));
        for (String q : List.of(no, code(7) + "%20etc", no.toLowerCase() + "%20" + code(7))) {
            assertThat(board(user, "q=" + q).get("total").asInt())
                    .as(user + " " + q)
                    .isEqualTo(intended.size());
        }
        return intended;
    }

    @Test
    void giveTheirConnectionsBack() {
        Browser reviewer = browser("reviewer");
        for (int i = 0; i < 25; i++) {
            assertThat(reviewer.get("/api/applications").statusCode()).isEqualTo(200);
            assertThat(reviewer.get("/api/board").statusCode()).isEqualTo(200);
        }
    }

    private List<String> codes(String query) {
        List<String> codes = new ArrayList<>();
        board("supervisor", query)
                .get("rows")
                .forEach(row -> codes.add(row.get("lotCode").asText()));
        return codes;
    }

    private List<String> numbers(String user, String query) {
        List<String> numbers = new ArrayList<>();
        applications(user, query)
                .get("rows")
                .forEach(row -> numbers.add(row.get("no").asText()));
        return numbers;
    }

    private JsonNode board(String user, String query) {
        return Browser.json(browser(user).get("/api/board?" + query));
    }

    private JsonNode applications(String user, String query) {
        return Browser.json(browser(user).get("/api/applications?" + query));
    }

    private String code(int i) {
        return "PG" + unique + "%03d".formatted(i);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Browser browser(String user) {
        return Browser.of(port, user);
    }
}
