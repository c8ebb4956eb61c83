package cn.citybrain.parking.onboarding.masterdata.page;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.masterdata.MasterData;
import cn.citybrain.parking.onboarding.masterdata.company.Companies;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyEntry;
import cn.citybrain.parking.onboarding.masterdata.lot.LotEntry;
import cn.citybrain.parking.onboarding.masterdata.lot.Lots;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorCompanies;
import cn.citybrain.parking.onboarding.masterdata.vendor.VendorEntry;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages' API over HTTP: who may what, what is told, and that nothing is overwritten. */
@OnboardingTest
class MasterdataPagesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> READERS = List.of("supervisor", "reviewer", "auditor");
    private static final List<String> NOBODY = List.of("hubin", "zhilian", "admin");

    @LocalServerPort
    int port;

    @Autowired
    Companies companies;

    @Autowired
    Lots lots;

    @Autowired
    VendorCompanies vendors;

    final CompanyEntry company = MasterData.company();
    final VendorEntry vendor = MasterData.vendor();
    final LotEntry lot = MasterData.lot(company.tenant());
    final Map<String, Browser> browsers = new HashMap<>();

    @BeforeEach
    void aCompanyALotAndAVendor() {
        companies.create(company, "supervisor");
        vendors.create(vendor, "supervisor");
        lots.create(lot, "supervisor");
    }

    @Test
    void isReadByTheOperatingCompanyAndAuditorsAndByNobodyElse() {
        List<String> addresses = List.of(
                "companies",
                "lots",
                "vendors",
                "companies/" + company.tenant(),
                "lots/" + lot.code(),
                "vendors/" + vendor.group(),
                "companies/" + company.tenant() + "/changes",
                "lots/" + lot.code() + "/changes",
                "vendors/" + vendor.group() + "/changes",
                "choices");
        for (String address : addresses) {
            READERS.forEach(user -> assertThat(get(user, address).statusCode())
                    .as(user + " " + address)
                    .isEqualTo(200));
            NOBODY.forEach(user -> assertThat(get(user, address).statusCode())
                    .as(user + " " + address)
                    .isEqualTo(403));
            assertThat(new Browser(port)
                            .call("GET", "/api/masterdata/" + address, null)
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(get("hubin", "companies/nobody").statusCode())
                .as("what is there is told to nobody else")
                .isEqualTo(403);
        assertThat(get("supervisor", "companies/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void isChangedBySupervisorsAlone() {
        for (String user :
                Stream.concat(NOBODY.stream(), Stream.of("reviewer", "auditor")).toList()) {
            for (Act act : everything()) {
                assertThat(send(user, act).statusCode()).as(user + " " + act).isEqualTo(403);
            }
        }
        assertThat(companies.byTenant(company.tenant()).version()).isEqualTo(1);
        assertThat(lots.byCode(lot.code()).version()).isEqualTo(1);
        assertThat(vendors.byGroup(vendor.group()).version()).isEqualTo(1);
        for (Act act : everything()) {
            HttpResponse<String> answer = send("supervisor", act);
            assertThat(answer.statusCode()).as(act + answer.body()).isBetween(200, 201);
        }
    }

    /** In an order in which each of them is possible. */
    private List<Act> everything() {
        CompanyEntry newCompany = MasterData.company();
        VendorEntry newVendor = MasterData.vendor();
        LotEntry newLot = MasterData.lot(company.tenant());
        String ofCompany = "companies/" + company.tenant();
        String ofLot = "lots/" + lot.code();
        String ofVendor = "vendors/" + vendor.group();
        return List.of(
                new Act("POST", "companies", body(newCompany, "name", newCompany.name(), 0)),
                new Act("PUT", ofCompany, body(company, "name", company.name() + "改", 1)),
                new Act("GET", ofCompany + "/obstacles", null),
                new Act("POST", "vendors", body(newVendor, "name", newVendor.name(), 0)),
                new Act("PUT", ofVendor, body(vendor, "name", vendor.name() + "改", 1)),
                new Act("GET", ofVendor + "/obstacles", null),
                new Act("POST", "lots", body(newLot, "name", newLot.name(), 0)),
                new Act("PUT", ofLot, body(lot, "name", lot.name() + "改", 1)),
                new Act("GET", ofLot + "/obstacles", null),
                new Act("POST", ofLot + "/vendor-check", Map.of("vendor", vendor.group(), "from", "2099-01-01")),
                new Act("PUT", ofLot + "/vendor", Map.of("vendor", vendor.group(), "from", "2099-01-01", "version", 2)),
                new Act("DELETE", ofLot + "/vendor-plan?version=3", null),
                new Act("POST", ofLot + "/close", Map.of("version", 4, "reason", "拆除")),
                new Act("POST", ofLot + "/open", Map.of("version", 5)),
                new Act("POST", ofVendor + "/deactivate", Map.of("version", 2, "reason", "合同到期")),
                new Act("POST", ofVendor + "/activate", Map.of("version", 3)),
                new Act("POST", ofCompany + "/deactivate", Map.of("version", 2, "reason", "并入另一家")),
                new Act("POST", ofCompany + "/activate", Map.of("version", 3)));
    }

    @Test
    void saysWhatStandsAgainstAnotherVendorBeforeAnybodyIsAsked() {
        String check = "lots/" + lot.code() + "/vendor-check";

        HttpResponse<String> past =
                send("supervisor", new Act("POST", check, Map.of("vendor", vendor.group(), "from", "2020-01-01")));
        HttpResponse<String> unknown = send("supervisor", new Act("POST", check, Map.of("vendor", "谁", "from", "")));

        assertThat(past.statusCode()).isEqualTo(400);
        assertThat(Browser.json(past).at("/fields/from").asText()).isEqualTo("生效日期不能早于今天；要立即生效请空着");
        assertThat(Browser.json(unknown).at("/fields/vendor").asText()).contains("没有技术方“谁”");
        assertThat(lots.byCode(lot.code()).version()).as("nothing was done").isEqualTo(1);
    }

    @Test
    void takesNoVendorAwayWhereNoneIsSaid() {
        for (Act act : List.of(
                new Act("POST", "lots/" + lot.code() + "/vendor-check", Map.of()),
                new Act("PUT", "lots/" + lot.code() + "/vendor", Map.of("version", 1)))) {
            HttpResponse<String> answer = send("supervisor", act);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(Browser.json(answer).at("/fields/vendor").asText()).startsWith("请选择技术方");
        }
        assertThat(lots.byCode(lot.code()).version()).as("nothing was done").isEqualTo(1);
    }

    private record Act(String method, String address, Object body) {

        @Override
        public String toString() {
            return method + " " + address + " ";
        }
    }

    @Test
    void showsAContactsNumberInFullToThoseWhoKeepItOnly() {
        assertThat(json(get("supervisor", "companies/" + company.tenant()))
                        .get("contactPhone")
                        .asText())
                .isEqualTo("13812340001");
        for (String user : List.of("reviewer", "auditor")) {
            HttpResponse<String> answer = get(user, "companies/" + company.tenant());
            assertThat(json(answer).get("contactPhone").asText()).isEqualTo("138****0001");
            assertThat(answer.body()
                            + get(user, "companies/" + company.tenant() + "/changes")
                                    .body())
                    .doesNotContain("13812340001");
        }
    }

    @Test
    void tellsTheSecondOfTwoWhatTheFirstChanged() {
        String address = "companies/" + company.tenant();
        assertThat(send("supervisor", new Act("PUT", address, body(company, "contactPerson", "王一", 1)))
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> second =
                send("supervisor2", new Act("PUT", address, body(company, "contactPerson", "王二", 1)));

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(json(second).get("message").asText())
                .contains("方主管")
                .contains("联系人“林晓湖”→“王一”")
                .contains("没有保存");
        assertThat(companies.byTenant(company.tenant()).contactPerson()).isEqualTo("王一");
        JsonNode history = json(get("supervisor", address + "/changes"));
        assertThat(history.get("total").asInt()).isEqualTo(2);
        assertThat(history.at("/rows/0/by").asText()).isEqualTo("方主管");
    }

    @Test
    void saysWhatIsWrongBesideEachFieldAndKeepsNothing() {
        HttpResponse<String> answer = send(
                "supervisor",
                new Act("POST", "companies", Map.of("tenant", "A B", "uscc", "91330102765432101A", "version", 0)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json(answer).get("fields").fieldNames())
                .toIterable()
                .contains("tenant", "name", "uscc", "contactEmail");
        assertThat(send("supervisor", new Act("PUT", "lots/" + lot.code(), body(lot, "spaces", "很多", 1)))
                        .body())
                .contains("泊位数应为");
        assertThat(browser("supervisor")
                        .call("POST", "/api/masterdata/companies", "{\"tenant\": [1]}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("supervisor", "companies?page=first").statusCode()).isEqualTo(400);
    }

    @Test
    void namesWhatStandsInTheWayWithWhereToSeeIt() {
        JsonNode obstacles = json(get("supervisor", "vendors/vendor-zhilian/obstacles"));
        assertThat(obstacles.toString()).contains("负责的停车场").contains("/masterdata/lots/3301020001");

        long version = vendors.byGroup("vendor-zhilian").version();
        HttpResponse<String> refused = send(
                "supervisor",
                new Act("POST", "vendors/vendor-zhilian/deactivate", Map.of("version", version, "reason", "到期")));

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).get("message").asText()).contains("请先处理").contains("停车场");
        assertThat(json(refused).get("obstacles")).isNotEmpty();
        assertThat(vendors.byGroup("vendor-zhilian").active()).isTrue();
        assertThat(send(
                                "supervisor",
                                new Act(
                                        "POST",
                                        "companies/" + company.tenant() + "/deactivate",
                                        Map.of("version", 1, "reason", " ")))
                        .body())
                .contains("请填写原因");
    }

    @Test
    void findsByNameCodeAndCreditCodeWithTrueTotals() {
        assertThat(found("companies", company.name())).containsExactly(company.tenant());
        assertThat(found("companies", company.tenant())).contains(company.tenant());
        assertThat(found("companies", company.uscc().toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(company.tenant());
        assertThat(found("lots", lot.name())).containsExactly(lot.code());
        assertThat(found("lots", company.uscc())).containsExactly(lot.code());
        assertThat(found("lots", company.name())).containsExactly(lot.code());
        assertThat(found("vendors", vendor.name())).containsExactly(vendor.group());
        assertThat(found("companies", "%_!")).isEmpty();
        assertThat(json(get("supervisor", "lots?state=ENDED&q=" + encode(lot.name())))
                        .get("total")
                        .asInt())
                .isZero();

        lots.createAll(
                Stream.generate(() -> MasterData.lot(company.tenant()))
                        .limit(44)
                        .toList(),
                "supervisor",
                "");
        List<String> seen = new ArrayList<>();
        for (int page = 1; page <= 3; page++) {
            JsonNode one = json(get("reviewer", "lots?q=" + encode(company.uscc()) + "&page=" + page));
            assertThat(one.get("total").asInt()).isEqualTo(45);
            one.get("rows").forEach(row -> seen.add(row.get("code").asText()));
        }
        assertThat(seen).hasSize(45).doesNotHaveDuplicates().isSorted();
    }

    private List<String> found(String kind, String text) {
        List<String> ids = new ArrayList<>();
        String id = Map.of("companies", "tenant", "lots", "code", "vendors", "group")
                .get(kind);
        json(get("supervisor", kind + "?size=100&q=" + encode(text)))
                .get("rows")
                .forEach(row -> ids.add(row.get(id).asText()));
        return ids;
    }

    /** The entry as a form sends it, with one thing changed. */
    private static Map<String, Object> body(Object entry, String field, String value, long version) {
        Map<String, Object> body = JSON.convertValue(entry, new TypeReference<Map<String, Object>>() {});
        body.put(field, value);
        body.put("version", version);
        return body;
    }

    private HttpResponse<String> send(String user, Act act) {
        try {
            String body = act.body() == null ? null : JSON.writeValueAsString(act.body());
            return browser(user).call(act.method(), "/api/masterdata/" + act.address(), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> get(String user, String address) {
        return browser(user).get("/api/masterdata/" + address);
    }

    private Browser browser(String user) {
        return browsers.computeIfAbsent(user, id -> Browser.of(port, id));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Browser.json(answer);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
