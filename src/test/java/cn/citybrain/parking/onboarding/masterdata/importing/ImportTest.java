package cn.citybrain.parking.onboarding.masterdata.importing;

import static cn.citybrain.parking.onboarding.masterdata.importing.TestFiles.csv;
import static cn.citybrain.parking.onboarding.masterdata.importing.TestFiles.unique;
import static cn.citybrain.parking.onboarding.masterdata.importing.TestFiles.uscc;
import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Browser;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.access.account.AccountState;
import cn.citybrain.parking.onboarding.change.Change;
import cn.citybrain.parking.onboarding.change.Changes;
import cn.citybrain.parking.onboarding.change.Subject;
import cn.citybrain.parking.onboarding.masterdata.company.Companies;
import cn.citybrain.parking.onboarding.masterdata.company.CompanyEntry;
import cn.citybrain.parking.onboarding.masterdata.lot.Lots;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.merchant.Vendors;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of companies, vendors, lots and people, as supervisors import them over HTTP. */
@OnboardingTest
class ImportTest {

    private static final String COMPANIES = "公司代码,公司名称,统一社会信用代码,联系人,联系电话,联系邮箱";
    private static final String LOTS = "停车场编号,所属公司,停车场名称,地址,经度,纬度,泊位数,车道数,服务电话,技术方";
    private static final String PEOPLE = "用户名,姓,名,邮箱,角色,车场方公司,技术方公司";

    @LocalServerPort
    int port;

    @Autowired
    Companies companies;

    @Autowired
    Lots lots;

    @Autowired
    Vendors vendors;

    @Autowired
    AccountList accounts;

    @Autowired
    Changes changes;

    @Autowired
    JdbcClient jdbc;

    final String key = unique();
    Browser supervisor;

    @BeforeEach
    void logIn() {
        supervisor = Browser.of(port, "supervisor");
    }

    @Test
    void takesCompaniesVendorsLotsAndPeopleOneAfterTheOther() {
        String uscc = uscc();
        imported("companies", csv(COMPANIES, key + ",新城停车," + uscc + ",王五,0571-88001234,office@x.example"));
        imported("vendors", csv("技术方代码,技术方名称,联系邮箱", key + "," + key + "科技,it@x.example"));
        imported(
                "lots",
                csv(
                        LOTS,
                        key + "-1," + uscc + ",新城一号,文三路1号,120.10,30.20,50,2,0571-88001235," + key,
                        key + "-2," + key + ",新城二号,文三路2号,,,60,,," + key + "科技"));
        imported(
                "people",
                csv(
                        PEOPLE,
                        key + ",王,五," + key + "@x.example,车场方,新城停车,",
                        key + "-it,赵,六," + key + "it@x.example,车场技术方,," + key));

        assertThat(lots.byCode(key + "-1").tenantId()).isEqualTo(key);
        assertThat(lots.byCode(key + "-1").lanes()).isEqualTo(2);
        assertThat(vendors.of(key + "-2").orElseThrow().groupId()).isEqualTo("vendor-" + key);
        var operator = accounts.byId(key).orElseThrow();
        assertThat(operator.state()).isEqualTo(AccountState.INVITED);
        assertThat(operator.companies()).containsExactly(key);
        assertThat(accounts.byId(key + "-it").orElseThrow().vendor()).contains("vendor-" + key);
        for (Subject subject : List.of(
                Subject.company(key), Subject.vendor("vendor-" + key), Subject.lot(key + "-1"), Subject.person(key))) {
            assertThat(changes.of(subject, 1, 9))
                    .as(subject.toString())
                    .isNotEmpty()
                    .allSatisfy(change -> assertThat(change.by()).isEqualTo("supervisor"))
                    .extracting(Change::note)
                    .allMatch(note -> note.startsWith("导入 ") && note.endsWith(".csv"));
        }
    }

    @Test
    void showsWhatWouldBeNewChangedUnchangedAndFaultyBesideTheLineOfTheFile() {
        company(key + "a", "甲停车");
        company(key + "b", "乙停车");
        Merchant a = companies.byTenant(key + "a");
        Merchant b = companies.byTenant(key + "b");

        JsonNode preview = uploaded(
                "companies",
                csv(
                        COMPANIES,
                        "",
                        row(a),
                        key + "b,乙停车（新）," + b.uscc() + ",,,office@x.example",
                        key + "c,丙停车," + uscc() + ",,,office@x.example",
                        key + "d,丁停车,3.3E+17,,57188001234,not-a-mail"));

        assertThat(preview.at("/counts/NEW").asInt()).isOne();
        assertThat(preview.at("/counts/CHANGED").asInt()).isOne();
        assertThat(preview.at("/counts/UNCHANGED").asInt()).isOne();
        assertThat(preview.at("/counts/FAULTY").asInt()).isOne();
        List<JsonNode> rows = rows(preview, "");
        assertThat(rows).extracting(row -> row.get("line").asInt()).containsExactly(3, 4, 5, 6);
        assertThat(rows.get(1).at("/cells/name/before").asText()).isEqualTo("乙停车");
        assertThat(rows.get(1).at("/cells/name/after").asText()).isEqualTo("乙停车（新）");
        assertThat(rows.get(1).at("/cells/uscc/before").isMissingNode()).isTrue();
        JsonNode faulty = rows(preview, "FAULTY").get(0);
        assertThat(faulty.get("line").asInt()).isEqualTo(6);
        assertThat(faulty.at("/cells/uscc/fault").asText()).contains("统一社会信用代码", "科学计数法");
        assertThat(faulty.at("/cells/contactPhone/fault").asText()).contains("联系电话", "前面的 0 丢失了");
        assertThat(faulty.at("/cells/contactEmail/fault").asText()).contains("联系邮箱", "格式不正确");
        assertThat(faulty.at("/cells/contactEmail/after").asText()).isEqualTo("not-a-mail");
    }

    @Test
    void takesNothingWhileOneRowIsFaulty() {
        JsonNode preview = uploaded(
                "companies",
                csv(COMPANIES, key + "a,甲停车," + uscc() + ",,,office@x.example", key + "b,,坏,,,office@x.example"));

        HttpResponse<String> answer = take(supervisor, preview);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("还有 1 行有错误");
        assertThat(companies.kept(List.of(key + "a"))).isEmpty();
    }

    @Test
    void theSameFileASecondTimeChangesNothing() {
        byte[] file = csv(LOTS, key + ",hubin,新场,文三路1号,120.100000,30.20,50,,," + "vendor-zhilian");
        imported("lots", file);
        long version = lots.byCode(key).version();
        long recorded = changes.count(Subject.lot(key));

        JsonNode again = uploaded("lots", file);
        assertThat(again.at("/counts/UNCHANGED").asInt()).isOne();
        assertThat(take(supervisor, again).statusCode()).isEqualTo(200);

        assertThat(lots.byCode(key).version()).isEqualTo(version);
        assertThat(changes.count(Subject.lot(key))).isEqualTo(recorded);
    }

    @Test
    void comparesAnewInsteadOfTakingWhatIsNoLongerTrue() {
        company(key, "旧名停车");
        Merchant before = companies.byTenant(key);
        JsonNode preview = uploaded(
                "companies",
                csv(
                        COMPANIES,
                        key + ",新名停车," + before.uscc() + ",,,office@x.example",
                        key + "n,另一家," + uscc() + ",,,office@x.example"));
        companies.change(
                new CompanyEntry(key, "中间名停车", before.uscc(), "", "", "office@x.example"),
                before.version(),
                "supervisor2");

        HttpResponse<String> refused = take(supervisor, preview);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("数据有了变化", "重新比较");
        assertThat(companies.byTenant(key).name()).isEqualTo("中间名停车");
        assertThat(companies.kept(List.of(key + "n"))).as("nothing of the file").isEmpty();
        JsonNode anew = Browser.json(
                supervisor.get("/api/masterdata/imports/" + preview.get("id").asText()));
        assertThat(rows(anew, "CHANGED").get(0).at("/cells/name/before").asText())
                .isEqualTo("中间名停车");
        assertThat(take(supervisor, preview).body()).contains("重新比较过");
        assertThat(take(supervisor, anew).statusCode()).isEqualTo(200);
        assertThat(companies.byTenant(key).name()).isEqualTo("新名停车");
    }

    @Test
    void takesAFileOnceHoweverOftenSomebodyClicks() {
        JsonNode preview = uploaded("companies", csv(COMPANIES, key + ",新停车," + uscc() + ",,,office@x.example"));

        List<CompletableFuture<Integer>> clicks = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> take(supervisor, preview).statusCode()))
                .limit(4)
                .toList();

        assertThat(clicks.stream().map(CompletableFuture::join))
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
        assertThat(changes.count(Subject.company(key))).isOne();
    }

    @Test
    void namesBothLinesOfWhatIsThereTwice() {
        String uscc = uscc();
        List<JsonNode> rows = rows(
                uploaded(
                        "companies",
                        csv(
                                COMPANIES,
                                key + ",甲," + uscc + ",,,office@x.example",
                                key + "x,乙," + uscc + ",,,office@x.example",
                                key.toUpperCase(java.util.Locale.ROOT) + ",丙," + uscc() + ",,,office@x.example")),
                "FAULTY");

        assertThat(rows).hasSize(3);
        assertThat(rows.get(0).at("/cells/tenant/fault").asText()).isEqualTo("公司代码与第 4 行重复（本行是第 2 行），同一个公司代码只留一行");
        assertThat(rows.get(0).at("/cells/uscc/fault").asText()).contains("与第 3 行重复（本行是第 2 行）");
        assertThat(rows.get(1).at("/cells/uscc/fault").asText()).contains("与第 2 行重复（本行是第 3 行）");
        assertThat(rows.get(2).at("/cells/tenant/fault").asText()).contains("与第 2 行重复（本行是第 4 行）");
    }

    @Test
    void saysWhatARowRefersToAndNobodyKnows() {
        JsonNode lot = rows(uploaded("lots", csv(LOTS, key + ",nobody,场,路,,,50,,,谁")), "FAULTY")
                .get(0);
        JsonNode person = rows(uploaded("people", csv(PEOPLE, key + ",王,五,x@x.example,车场方、司机,没有这家,")), "FAULTY")
                .get(0);

        assertThat(lot.at("/cells/company/fault").asText()).contains("没有公司“nobody”", "先建立这家公司");
        assertThat(lot.at("/cells/vendor/fault").asText()).contains("没有技术方“谁”");
        assertThat(person.at("/cells/roles/fault").asText()).contains("没有角色“司机”", "车场方、车场技术方、运营公司审核、审计");
        assertThat(person.at("/cells/companies/fault").asText()).contains("没有车场方“没有这家”");
    }

    @Test
    void warnsOfRolesThatCheckEachOtherAndTakesThemAllTheSame() {
        JsonNode person = rows(uploaded("people", csv(PEOPLE, key + ",王,五,x@x.example,运营公司审核、审计,,")), "NEW")
                .get(0);

        assertThat(person.at("/cells/roles/doubt").asText()).contains("“运营公司审核”和“审计”由同一个人担任", "请尽量分给两个人");
        assertThat(person.at("/cells/roles/fault").isMissingNode()).isTrue();
    }

    @Test
    void noSupervisorMakesSupervisorsOrAdministratorsNorChangesThem() {
        List<JsonNode> rows = rows(
                uploaded(
                        "people",
                        csv(
                                PEOPLE,
                                key + ",王,五,x@x.example,运营公司主管,,",
                                key + "2,王,五,x@x.example,审计、系统管理员,,",
                                "supervisor2,方,副主管,other@x.example,运营公司主管,,",
                                "admin,吴,管理,admin@onboarding.example,审计,,",
                                "supervisor,方,主管,supervisor@onboarding.example,运营公司审核,,")),
                "FAULTY");

        assertThat(rows).hasSize(5);
        assertThat(rows.get(0).at("/cells/roles/fault").asText()).contains("只能由系统管理员授予");
        assertThat(rows.get(1).at("/cells/roles/fault").asText()).contains("只能由系统管理员授予");
        for (int i = 2; i < 5; i++) {
            assertThat(rows.get(i).at("/cells/userId/fault").asText()).contains("只能由系统管理员修改");
        }
    }

    @Test
    void leavesColumnsThatAreNotThereAndEmptiesCellsThatAre() {
        imported("lots", csv(LOTS, key + ",hubin,新场,文三路1号,120.1,30.2,50,2,0571-88001235,vendor-zhilian"));

        imported("lots", csv("停车场编号,所属公司,停车场名称,地址,泊位数,服务电话", key + ",hubin,新场,文三路1号,51,"));

        var lot = lots.byCode(key);
        assertThat(lot.spaceCount()).isEqualTo(51);
        assertThat(lot.servicePhone()).isEmpty();
        assertThat(lot.lanes()).isEqualTo(2);
        assertThat(lot.longitude()).isEqualTo("120.1");
        assertThat(vendors.of(key).orElseThrow().groupId()).isEqualTo("vendor-zhilian");
    }

    @Test
    void suspectsACodeThatLostItsZeros() {
        String code = "00" + Math.abs(key.hashCode() % 1_000_000_000 + 1_000_000_000L);
        imported("lots", csv(LOTS, code + ",hubin,新场,文三路1号,,,50,,,"));

        JsonNode faulty = rows(uploaded("lots", csv(LOTS, code.substring(2) + ",hubin,新场,文三路1号,,,50,,,")), "FAULTY")
                .get(0);

        assertThat(faulty.at("/cells/code/fault").asText()).contains("前面的 0 可能丢失了：已有停车场 " + code);
    }

    @Test
    void takesAVendorFromADayOn() {
        String header = LOTS + ",技术方生效日期";
        imported("lots", csv(header, key + ",hubin,新场,文三路1号,,,50,,,vendor-zhilian,"));

        byte[] later = csv(header, key + ",hubin,新场,文三路1号,,,50,,,vendor-anxing,2099年12月1日");
        imported("lots", later);

        assertThat(vendors.of(key).orElseThrow().groupId()).isEqualTo("vendor-zhilian");
        assertThat(uploaded("lots", later).at("/counts/UNCHANGED").asInt()).isOne();
        JsonNode past = rows(
                        uploaded("lots", csv(header, key + ",hubin,新场,文三路1号,,,50,,,vendor-anxing,2020-01-01")),
                        "FAULTY")
                .get(0);
        assertThat(past.at("/cells/from/fault").asText()).contains("不能早于今天");
    }

    @Test
    void readsGb18030AndSaysWhyAFileIsRefused() {
        byte[] gb = (COMPANIES + "\n" + key + ",湖滨停车," + uscc() + ",,,office@x.example")
                .getBytes(Charset.forName("GB18030"));
        assertThat(rows(uploaded("companies", gb), "")
                        .get(0)
                        .at("/cells/name/after")
                        .asText())
                .isEqualTo("湖滨停车");

        HttpResponse<String> refused = TestFiles.upload(supervisor, "companies", "a.csv", csv("公司代码,电邮", "x,y"));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Browser.json(refused).get("message").asText()).contains("没有找到标题行");
        HttpResponse<String> large = TestFiles.upload(supervisor, "companies", "a.csv", new byte[(10 << 20) + 5]);
        assertThat(large.statusCode()).isEqualTo(400);
        assertThat(large.body()).contains("超过 10 MB");
        assertThat(TestFiles.upload(supervisor, "cars", "a.csv", csv("x")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void forgetsAFileThatSomebodyGivesUp() {
        JsonNode preview = uploaded("companies", csv(COMPANIES, key + ",新停车," + uscc() + ",,,office@x.example"));
        String path = "/api/masterdata/imports/" + preview.get("id").asText();

        assertThat(supervisor.call("DELETE", path, null).statusCode()).isEqualTo(204);

        assertThat(supervisor.get(path).statusCode()).isEqualTo(404);
        assertThat(take(supervisor, preview).statusCode()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT count(*) FROM import_row WHERE file_id = ?")
                        .param(preview.get("id").asText())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsWhatItReadEncryptedAndOnlyUntilItIsTaken() {
        JsonNode preview = uploaded("people", csv(PEOPLE, key + ",王,五," + key + "@x.example,审计,,"));

        assertThat(stored(preview)).hasSize(1).noneMatch(content -> content.contains(key));
        take(supervisor, preview);
        assertThat(stored(preview)).isEmpty();
    }

    private List<String> stored(JsonNode preview) {
        return jdbc.sql("SELECT content FROM import_row WHERE file_id = ?")
                .param(preview.get("id").asText())
                .query(String.class)
                .list();
    }

    private void company(String tenant, String name) {
        companies.create(new CompanyEntry(tenant, name, uscc(), "", "", "office@x.example"), "supervisor");
    }

    private static String row(Merchant company) {
        return String.join(",", company.tenantId(), company.name(), company.uscc(), "", "", company.contactEmail());
    }

    private void imported(String kind, byte[] file) {
        HttpResponse<String> answer = take(supervisor, uploaded(kind, file));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode uploaded(String kind, byte[] file) {
        HttpResponse<String> answer = TestFiles.upload(supervisor, kind, kind + "-" + key + ".csv", file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Browser.json(answer);
    }

    private List<JsonNode> rows(JsonNode preview, String verdict) {
        List<JsonNode> rows = new ArrayList<>();
        Browser.json(supervisor.get(
                        "/api/masterdata/imports/" + preview.get("id").asText() + "/rows?verdict=" + verdict))
                .get("rows")
                .forEach(rows::add);
        return rows;
    }

    private static HttpResponse<String> take(Browser browser, JsonNode preview) {
        return browser.call(
                "POST",
                "/api/masterdata/imports/" + preview.get("id").asText() + "/take",
                "{\"version\":" + preview.get("version").asLong() + "}");
    }
}
